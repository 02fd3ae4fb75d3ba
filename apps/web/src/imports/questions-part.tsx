import type { ImportAnswer, ImportQuestion } from '@caseboard/contracts';
import { importChoiceWords, importQuestionWords } from '@caseboard/wording';
import { useIntl } from 'react-intl';
import { useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { EmptyState, ErrorNote } from '../ui/note';
import { Tag } from '../ui/tag';
import { importWords } from './import.words';
import { useChangeImport, type ImportChange } from './import.queries';
import styles from './import.module.css';

/** What a person must decide before anything is created. */
export function QuestionsPart({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const change = useChangeImport(answer.id);
  if (answer.questions.length === 0) return <EmptyState small title={say('noQuestions')} />;
  return (
    <>
      {change.error ? <ErrorNote error={change.error} /> : null}
      {answer.questions.map((question) => (
        <Question
          key={question.id}
          question={question}
          busy={change.isPending}
          locked={answer.state !== 'dry-run'}
          onAnswer={(answers) => change.mutate({ answers })}
        />
      ))}
    </>
  );
}

interface Props {
  question: ImportQuestion;
  busy: boolean;
  locked: boolean;
  onAnswer: (answers: NonNullable<ImportChange['answers']>) => void;
}

function Question({ question, busy, locked, onAnswer }: Props) {
  const say = useWords(importWords);
  const language = useLanguage();
  const intl = useIntl();
  const title = intl.formatMessage(
    { id: question.kind, defaultMessage: importQuestionWords[language][question.kind] },
    { name: question.name },
  ) as string;
  return (
    <section className={styles.question}>
      <header>
        <Icon name="question" />
        <h2>{title}</h2>
        <small>{question.where.join(', ')}</small>
      </header>
      <div className={styles.pair}>
        <div>
          <small>{say('inFile')}</small>
          <b>{question.name}</b>
        </div>
        {question.candidates.map((candidate) => (
          <div key={candidate.id}>
            <small>{say(candidate.inFile ? 'inFileToo' : 'inCaseboard')}</small>
            <b>{candidate.legalName}</b>
          </div>
        ))}
      </div>
      <p className={styles.small}>{say('why')}</p>
      <div className={styles.choices} role="group" aria-label={say('answer')}>
        {question.choices.map((choice) => (
          <Button
            key={choice}
            aria-pressed={question.answer === choice}
            busy={busy}
            cannot={locked && question.answer !== choice && say('done')}
            onClick={() => onAnswer({ [question.id]: choice })}
            icon={question.answer === choice ? 'check' : undefined}
          >
            {choiceText(
              choice,
              question,
              language,
              (message, candidate) => intl.formatMessage({ id: message, defaultMessage: message }, { candidate }) as string,
            )}
          </Button>
        ))}
        {question.remembered && <Tag>{say('remembered')}</Tag>}
      </div>
    </section>
  );
}

function choiceText(
  choice: string,
  { candidates }: ImportQuestion,
  language: 'en' | 'zh',
  format: (message: string, candidate: string) => string,
): string {
  const at = choice.indexOf(':');
  const kind = (at < 0 ? choice : choice.slice(0, at)) as keyof (typeof importChoiceWords)['en'];
  const candidate = candidates.find(({ id }) => id === choice.slice(at + 1))?.legalName ?? '';
  return format(importChoiceWords[language][kind], candidate);
}
