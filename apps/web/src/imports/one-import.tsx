import type { ImportAnswer } from '@caseboard/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../platform/words';
import { ButtonLink } from '../ui/button';
import { EmptyState, ErrorNote } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { CommitAside } from './commit-aside';
import { ColumnsStep } from './columns-step';
import { FaultsPart } from './faults-part';
import { countsOf, parts, type Part } from './import-parts';
import { importWords, type ImportWord } from './import.words';
import { useImport } from './import.queries';
import { Jumps } from './jumps';
import { NotesPart } from './notes-part';
import { QuestionsPart } from './questions-part';
import { ChangedPart, RecordsPart } from './records-part';
import { Steps } from './steps';

/** One import: its columns, its dry run, and what became of it. */
export function OneImport({ id }: { id: string }) {
  const say = useWords(importWords);
  const { data, error, refetch } = useImport(id);
  const { step } = useSearch({ strict: false }) as { step?: string };
  const atColumns = step === 'columns' && data?.state === 'dry-run' && data.tables.length > 0;
  return (
    <PageFrame
      title={data?.name || say('dryRun')}
      crumbs={[{ label: say('title'), link: { to: '/import', search: { id: undefined, step: undefined } as never } }]}
      aside={data && !atColumns && <CommitAside answer={data} />}
    >
      {error && !data ? <ErrorNote error={error} retry={() => void refetch()} /> : null}
      {!data && !error && <StrokeRows rows={6} />}
      {data && (atColumns ? <Columns answer={data} /> : <DryRun answer={data} />)}
    </PageFrame>
  );
}

function Columns({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const navigate = useNavigate();
  const unmatched = answer.tables.flatMap(({ headings }) => headings).filter(({ column }) => column === null).length;
  return (
    <>
      <PageHead title={say('columns')} actions={<Steps answer={answer} at="columns" />}>
        {say('columnsLead', { unmatched })}
      </PageHead>
      <ColumnsStep answer={answer} onDone={() => void navigate({ to: '/import', search: { id: answer.id, step: undefined } as never })} />
    </>
  );
}

function DryRun({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const counts = countsOf(answer);
  const isOpen = answer.state === 'dry-run' || answer.state === 'failed';
  const title = titleOf(answer);
  const shown = parts.filter((part) => counts[part] > 0 || (part === 'questions' && answer.questions.length > 0 && isOpen));
  return (
    <>
      <PageHead title={say(title)} actions={<Steps answer={answer} at={isOpen ? 'check' : 'done'} />}>
        <Lead answer={answer} />
      </PageHead>
      {title === 'nothing' && (
        <EmptyState title={say('nothingTitle')} actions={<ButtonLink to="/readiness">{say('toReadiness')}</ButtonLink>}>
          {say('nothingNext')}
        </EmptyState>
      )}
      {shown.length > 0 && <Jumps answer={answer} shown={shown} />}
      {shown.map((part) => (
        <PartOf key={part} part={part} answer={answer} />
      ))}
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
    case 'notes':
      return <NotesPart answer={answer} />;
  }
}

function titleOf({ state, counts, faults, questions }: ImportAnswer): ImportWord {
  if (state === 'committed') return 'done';
  if (state === 'undone') return 'undone';
  if (state === 'committing') return 'committing';
  return counts.created + counts.changed + faults.length + questions.filter(({ answer }) => answer === null).length === 0
    ? 'nothing'
    : 'dryRun';
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
  const rows = answer.tables.reduce((sum, table) => sum + table.rows, 0);
  return <>{say('dryLead', { rows, sheets: answer.tables.length, hidden: hidden.join(', ') || 'none' })}</>;
}
