import type { ImportAnswer, ImportQuestion } from '@caseboard/contracts';
import { importChoiceWords, importQuestionWords } from '@caseboard/wording';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { ErrorNote, Note } from '../ui/note';
import { Tag } from '../ui/tag';
import { Difference } from '../ui/text-diff';
import { openQuestions } from './import-parts';
import { importWords } from './import.words';
import { useChangeImport } from './import.queries';
import { PartSection } from './part-section';
import { QuestionFacts } from './question-facts';
import { usePlaceText } from './place-text';
import styles from './questions.module.css';

/** What a person must decide before anything is created; what is decided folds to a line that can be changed. */
export function QuestionsPart({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const change = useChangeImport(answer.id);
  const open = openQuestions(answer);
  const note = open > 0 ? say('openQuestions', { count: open }) : say('noQuestions');
  const sorted = answer.questions.toSorted((a, b) => Number(a.answer !== null) - Number(b.answer !== null));
  return (
    <PartSection of="questions" title={say('questions')} note={note}>
      {change.error ? <ErrorNote error={change.error} /> : null}
      {sorted.map((question) => (
        <Question
          key={`${question.id} ${question.answer}`}
          question={question}
          busy={change.isPending}
          locked={answer.state !== 'dry-run'}
          onAnswer={(choice) => change.mutate({ answers: { [question.id]: choice } })}
        />
      ))}
    </PartSection>
  );
}

interface Props {
  question: ImportQuestion;
  busy: boolean;
  locked: boolean;
  onAnswer: (choice: string) => void;
}

function Question({ question, busy, locked, onAnswer }: Props) {
  const place = usePlaceText();
  const say = useWords(importWords);
  const language = useLanguage();
  const choiceText = useChoiceText(question);
  const [isChanging, setChanging] = useState(false);
  if (question.answer !== null && !isChanging) {
    return (
      <div className={styles.answered}>
        <Icon name="check" label={say('answered')} />
        <span>
          {say.rich('answerIs', { name: question.name, answer: choiceText(question.answer), b: (parts) => <b key="b">{parts}</b> })}
        </span>
        {question.remembered && <Tag>{say('remembered')}</Tag>}
        {!locked && (
          <Button look="link" size="small" aria-label={say('changeAnswer', { name: question.name })} onClick={() => setChanging(true)}>
            {say('change')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <article className={styles.question}>
      <header>
        <Icon name="question" />
        <h3>{importQuestionWords[language][question.kind]}</h3>
        <small>{question.where.map(place).join(' · ')}</small>
      </header>
      <Pair question={question} />
      <Note>{say(question.kind === 'same-customer' ? 'whySame' : 'whyUnit')}</Note>
      <div className={styles.choices} role="group" aria-label={say('answer')}>
        {question.choices.map((choice) => (
          <Button
            key={choice}
            aria-pressed={question.answer === choice}
            busy={busy}
            icon={question.answer === choice ? 'check' : undefined}
            onClick={() => (question.answer === choice ? setChanging(false) : onAnswer(choice))}
          >
            {choiceText(choice)}
          </Button>
        ))}
      </div>
    </article>
  );
}

/** The name as the file writes it beside each that it is like; what differs is marked in both. */
function Pair({ question: { name, facts, candidates } }: { question: ImportQuestion }) {
  const say = useWords(importWords);
  const only = candidates.length === 1 ? candidates[0]?.legalName : undefined;
  return (
    <div className={styles.pair}>
      <div>
        <small>{say('inFile')}</small>
        <b>{only === undefined ? name : <Difference before={name} after={only} side="before" />}</b>
        <QuestionFacts facts={facts} />
      </div>
      {candidates.map((candidate) => (
        <div key={candidate.id}>
          <small>{say(candidate.inFile ? 'inFileToo' : 'inCaseboard')}</small>
          <b>
            <Difference before={name} after={candidate.legalName} side="after" />
          </b>
          <QuestionFacts facts={candidate.facts} />
        </div>
      ))}
    </div>
  );
}

function useChoiceText({ candidates }: ImportQuestion): (choice: string) => string {
  const intl = useIntl();
  const language = useLanguage();
  return (choice) => {
    const at = choice.indexOf(':');
    const kind = (at < 0 ? choice : choice.slice(0, at)) as keyof (typeof importChoiceWords)['en'];
    const candidate = candidates.find(({ id }) => id === choice.slice(at + 1))?.legalName ?? '';
    return intl.formatMessage({ id: kind, defaultMessage: importChoiceWords[language][kind] }, { candidate }) as string;
  };
}
