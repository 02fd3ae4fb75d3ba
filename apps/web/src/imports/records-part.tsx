import type { ImportAnswer, ImportedRecord } from '@caseboard/contracts';
import { formatCount } from '@caseboard/wording';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Difference } from '../ui/text-diff';
import { usePlaceText } from './place-text';
import { useChangeText } from './change-text';
import { openQuestions } from './import-parts';
import { importWords } from './import.words';
import { FoldedPart, PartSection } from './part-section';
import styles from './records.module.css';

const kinds = ['study', 'customer', 'specialization', 'partner'] as const;
const openAtFirst = 3;
const shownAtFirst = 8;
const step = 50;

/** Field by field what changes: as it was, as it will be; removed struck, added underlined. */
export function ChangedPart({ answer }: { answer: ImportAnswer }) {
  const say = useWords(importWords);
  const [shown, setShown] = useState(shownAtFirst);
  const records = kinds.flatMap((kind) => answer.records.filter((record) => record.outcome === 'changed' && record.kind === kind));
  const fields = records.reduce((sum, { changes }) => sum + changes.length, 0);
  const note = say('changedNote', { count: answer.counts.changed, fields });
  return (
    <PartSection
      of="changed"
      title={say('changed')}
      note={records.length === answer.counts.changed ? note : formatCount(answer.counts.changed)}
    >
      <div className={styles.cards}>
        {records.slice(0, shown).map((record, index) => (
          <ChangedRecord key={`${record.kind} ${record.id}`} record={record} isOpen={index < openAtFirst} />
        ))}
      </div>
      <More left={records.length - shown} hidden={answer.counts.changed - records.length} onMore={() => setShown(shown + step)} />
    </PartSection>
  );
}

function ChangedRecord({ record, isOpen }: { record: ImportedRecord; isOpen: boolean }) {
  const say = useWords(importWords);
  const text = useChangeText();
  const [open, setOpen] = useState(isOpen);
  const { kind, changes, id } = record;
  return (
    <article className={styles.card}>
      <h3>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'down' : 'right'} size={14} />
          <span className={styles.name}>
            <b>{record.title || id}</b> {kind === 'study' ? id : say(kind)}
          </span>
          <small>{say('field', { count: changes.length })}</small>
        </button>
      </h3>
      {open && (
        <dl>
          {changes.map(({ path, before, after }) => (
            <div key={path}>
              <dt>{text.field(kind, path)}</dt>
              <Values before={text.value(kind, path, before)} after={text.value(kind, path, after)} />
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}

/** Long texts are shown once with both marks; short values stand side by side. */
function Values({ before, after }: { before: string; after: string }) {
  const say = useWords(importWords);
  const empty = <i>{say('empty')}</i>;
  if (before.length > 160 && after.length > 160)
    return (
      <dd className={styles.whole}>
        <Difference before={before} after={after} />
      </dd>
    );
  return (
    <>
      <dd>{before === '' ? empty : <Difference before={before} after={after} side="before" />}</dd>
      <dd className={styles.after}>
        <Icon name="arrow" size={14} label={say('becomesWord')} />
        <span>{after === '' ? empty : <Difference before={before} after={after} side="after" />}</span>
      </dd>
    </>
  );
}

/** What is created, or stays as it is: folded, a line each. */
export function RecordsPart({ answer, outcome }: { answer: ImportAnswer; outcome: 'created' | 'unchanged' }) {
  const say = useWords(importWords);
  const place = usePlaceText();
  const [shown, setShown] = useState(2 * step);
  const records = answer.records.filter((record) => record.outcome === outcome);
  const all = answer.counts[outcome];
  const counts = kinds.flatMap((kind) => {
    const count = records.filter((record) => record.kind === kind).length;
    return count > 0 ? [say(countOf[kind], { count })] : [];
  });
  const isAllThereIs = outcome === 'created' && answer.counts.changed + answer.counts.refused + openQuestions(answer) === 0;
  const isStored = outcome === 'unchanged' || answer.state === 'committed';
  return (
    <FoldedPart
      of={outcome}
      title={say(outcome)}
      note={records.length === all ? counts.join(say('comma')) : formatCount(all)}
      isOpen={isAllThereIs}
    >
      <ul className={styles.records}>
        {records.slice(0, shown).map((record) => (
          <li key={`${record.kind} ${record.id}`}>
            <small>{say(record.kind)}</small>
            <Name record={record} isStored={isStored} />
            <small>{record.where && place(record.where)}</small>
          </li>
        ))}
      </ul>
      <More left={records.length - shown} hidden={all - records.length} onMore={() => setShown(shown + 5 * step)} />
    </FoldedPart>
  );
}

const countOf = { study: 'nStudies', customer: 'nCustomers', specialization: 'nSpecializations', partner: 'nPartner' } as const;

function Name({ record: { kind, id, title }, isStored }: { record: ImportedRecord; isStored: boolean }) {
  const name = (
    <>
      {title || id} {kind === 'study' && title && <span>{id}</span>}
    </>
  );
  if (isStored && kind === 'study')
    return (
      <Link to="/studies/$id" params={{ id }}>
        {name}
      </Link>
    );
  if (isStored && kind === 'customer')
    return (
      <Link to="/customers/$id" params={{ id }}>
        {name}
      </Link>
    );
  return <b>{name}</b>;
}

/** `left` can be shown here; `hidden` did not travel, since a dry run brings the first 2,000 only. */
function More({ left, hidden, onMore }: { left: number; hidden: number; onMore: () => void }) {
  const say = useWords(importWords);
  if (left > 0)
    return (
      <p className={styles.more}>
        <Button look="link" onClick={onMore}>
          {say('more', { count: left + hidden })}
        </Button>
      </p>
    );
  return hidden > 0 ? <p className={styles.more}>{say('notShown', { count: hidden })}</p> : null;
}
