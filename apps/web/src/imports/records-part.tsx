import type { ImportAnswer, ImportedRecord } from '@caseboard/contracts';
import { placeWords } from '@caseboard/wording';
import { Link } from '@tanstack/react-router';
import { useLanguage, useWords } from '../platform/words';
import { EmptyState } from '../ui/note';
import { importWords } from './import.words';
import styles from './import.module.css';

/** Field by field what changes: removed struck, added underlined. */
export function ChangedPart({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const language = useLanguage();
  const records = answer.records.filter(({ outcome }) => outcome === 'changed');
  if (answer.counts.changed === 0) return <EmptyState small title={say('noChanges')} />;
  return (
    <>
      {records.map((record, index) => (
        <details key={`${record.kind} ${record.id}`} className={styles.record} open={index < 5}>
          <summary>
            <b>{record.title || record.id}</b>
            <span>{record.id}</span>
            <small>{say('field', { count: record.changes.length })}</small>
          </summary>
          <dl>
            {record.changes.map((change) => (
              <div key={change.path}>
                <dt>{placeWords(change.path, language, record.kind === 'customer' ? 'customer' : 'study')}</dt>
                <dd>
                  <Difference before={text(change.before)} after={text(change.after)} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
      <Rest shown={records.length} all={answer.counts.changed} />
    </>
  );
}

export function RecordsPart({ answer, outcome }: { answer: ImportAnswer; outcome: 'created' | 'unchanged' }) {
  const say = useWords(importWords);
  const records = answer.records.filter((record) => record.outcome === outcome);
  if (answer.counts[outcome] === 0) return <EmptyState small title={say(outcome === 'created' ? 'noCreated' : 'noUnchanged')} />;
  return (
    <>
      <ul className={styles.records}>
        {records.map((record) => (
          <li key={`${record.kind} ${record.id}`}>
            <small>{say(record.kind)}</small>
            <Name record={record} stored={outcome === 'unchanged' || answer.state === 'committed'} />
            <span>{record.id}</span>
            <small>{record.where}</small>
          </li>
        ))}
      </ul>
      <Rest shown={records.length} all={answer.counts[outcome]} />
    </>
  );
}

function Name({ record: { kind, id, title }, stored }: { record: ImportedRecord; stored: boolean }) {
  if (stored && kind === 'study')
    return (
      <Link to="/studies/$id" params={{ id }}>
        {title || id}
      </Link>
    );
  if (stored && kind === 'customer')
    return (
      <Link to="/customers/$id" params={{ id }}>
        {title || id}
      </Link>
    );
  return <b>{title || id}</b>;
}

function Rest({ shown, all }: { shown: number; all: number }) {
  const say = useWords(importWords);
  return shown < all ? <p className={styles.small}>{say('more', { count: all - shown })}</p> : null;
}

/** What both share stands once; between, the old struck and the new underlined. */
function Difference({ before, after }: { before: string; after: string }) {
  const say = useWords(importWords);
  if (before === '' || after === '') {
    return (
      <>
        {before === '' ? <i>{say('empty')}</i> : <del>{before}</del>} → {after === '' ? <i>{say('empty')}</i> : <ins>{after}</ins>}
      </>
    );
  }
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return (
    <>
      {clipped(before.slice(0, start), 'end')}
      {before.length - end > start && <del>{before.slice(start, before.length - end)}</del>}
      {after.length - end > start && <ins>{after.slice(start, after.length - end)}</ins>}
      {clipped(end === 0 ? '' : before.slice(-end), 'start')}
    </>
  );
}

/** Long common text keeps only what stands next to the difference. */
function clipped(text: string, keep: 'start' | 'end'): string {
  if (text.length <= 80) return text;
  return keep === 'end' ? `…${text.slice(-70)}` : `${text.slice(0, 70)}…`;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join('\n\n');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
