import type { ImportAnswer } from '@caseboard/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../platform/words';
import { ButtonLink } from '../ui/button';
import { TabPanel, Tabs } from '../ui/choose';
import { ErrorNote } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { CommitAside } from './commit-aside';
import { ColumnsPart } from './columns-part';
import { FaultsPart } from './faults-part';
import { importWords, type ImportWord } from './import.words';
import { useImport } from './import.queries';
import { NotesPart } from './notes-part';
import { QuestionsPart } from './questions-part';
import { ChangedPart, RecordsPart } from './records-part';
import styles from './import.module.css';

const parts = ['questions', 'refused', 'changed', 'created', 'unchanged', 'columns', 'notes'] as const;
type Part = (typeof parts)[number];

/** One import: questions first, then what is refused, then field by field what changes. */
export function OneImport({ id }: { id: string }) {
  const say = useWords(importWords);
  const { data, error, refetch } = useImport(id);
  return (
    <PageFrame
      title={data?.name || say('dryRun')}
      crumbs={[{ label: say('title'), link: { to: '/import', search: { id: undefined } as never } }]}
      aside={data && <CommitAside answer={data} />}
    >
      {error ? <ErrorNote error={error} retry={() => void refetch()} /> : data ? <Answer answer={data} /> : <StrokeRows rows={6} />}
    </PageFrame>
  );
}

function Answer({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { part?: string };
  const counts = countsOf(answer);
  const part = parts.find((each) => each === search.part) ?? parts.find((each) => counts[each] > 0) ?? 'unchanged';
  const shown = parts.filter((each) => counts[each] > 0 || each === 'questions' || each === 'refused' || each === part);
  return (
    <>
      <PageHead
        title={say(titleOf(answer))}
        actions={answer.state !== 'dry-run' && <ButtonLink to="/readiness">{say('toReadiness')}</ButtonLink>}
      >
        <Lead answer={answer} />
      </PageHead>
      <Tabs
        label={say('parts')}
        value={part}
        onChange={(next) =>
          void navigate({ to: '.', search: (old: Record<string, string | undefined>) => ({ ...old, part: next }), replace: true })
        }
        options={shown.map((each) => ({ value: each, label: say(each), beside: <span className={styles.count}>{counts[each]}</span> }))}
      />
      <TabPanel of={part} className={styles.part}>
        <PartOf part={part} answer={answer} />
      </TabPanel>
    </>
  );
}

function PartOf({ part, answer }: { part: Part; answer: ImportAnswer }) {
  switch (part) {
    case 'questions':
      return <QuestionsPart answer={answer} />;
    case 'refused':
      return <FaultsPart answer={answer} />;
    case 'changed':
      return <ChangedPart answer={answer} />;
    case 'created':
    case 'unchanged':
      return <RecordsPart answer={answer} outcome={part} />;
    case 'columns':
      return <ColumnsPart answer={answer} />;
    case 'notes':
      return <NotesPart answer={answer} />;
  }
}

function countsOf({ counts, questions, faults, tables, notes }: ImportAnswer): { [P in Part]: number } {
  return {
    questions: questions.length,
    refused: faults.length,
    changed: counts.changed,
    created: counts.created,
    unchanged: counts.unchanged,
    columns: tables.reduce((sum, { headings }) => sum + headings.length, 0),
    notes: notes.length,
  };
}

function titleOf({ state, counts, faults, questions }: ImportAnswer): ImportWord {
  if (state === 'committed') return 'done';
  if (state === 'undone') return 'undone';
  if (state === 'committing') return 'committing';
  return counts.created + counts.changed + faults.length + questions.length === 0 ? 'nothing' : 'dryRun';
}

function Lead({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const { created, changed, unchanged } = answer.counts;
  const title = titleOf(answer);
  if (title === 'done') return <>{say(answer.undoable ? 'doneLead' : 'doneOver', { created, changed, unchanged })}</>;
  if (title === 'undone') return <>{say('undoneLead')}</>;
  if (title === 'committing') return <>{say('leave')}</>;
  if (title === 'nothing') return <>{say('nothingLead')}</>;
  const hidden = answer.notes.filter(({ code }) => code === 'hidden-sheet').map(({ value }) => String(value));
  return <>{say('dryLead', { rows: answer.tables.reduce((sum, { rows }) => sum + rows, 0), hidden: hidden.join(', ') || 'none' })}</>;
}
