import { Link } from '@tanstack/react-router';
import type { ImportAnswer } from '@caseboard/contracts';
import { useState } from 'react';
import { specializationName } from '../platform/specialization-name';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Mark, useStatusWord, type MarkOf } from '../ui/mark';
import styles from './aside.module.css';

const words = defineWords(
  {
    unknown: 'Known once nothing is refused any more.',
    none: 'Readiness stays as it is.',
    becomes: '{before} → {after}',
    public: 'public {before} → {after} of {needs}',
    supporting: '{same, select, true {} other {{before} → }}<b>{after}</b>{needs, plural, =0 {} other {/#}}',
    more: '{count, plural, one {# more} other {# more}}',
  },
  {
    unknown: '没有被拒绝的内容后即可得知。',
    none: '就绪情况不变。',
    becomes: '{before} → {after}',
    public: '公开 {before} → {after}，需 {needs}',
    supporting: '{same, select, true {} other {{before} → }}<b>{after}</b>{needs, plural, =0 {} other {/#}}',
    more: '另有 {count} 项',
  },
);

type Effect = ImportAnswer['readiness'][number];
const shownAtFirst = 8;
const ranks: Readonly<Record<string, number>> = { 'not-ready': 0, 'at-risk': 1, ready: 2 };

/** What becomes of each specialization: targets first, and among them what is lost before what is won. */
export function Effects({ answer }: { answer: ImportAnswer }) {
  const say = useWords(words);
  const [isWhole, setWhole] = useState(false);
  const effects = answer.readiness.toSorted((a, b) => weightOf(a) - weightOf(b));
  if (effects.length === 0) return <p className={styles.note}>{say(answer.counts.refused > 0 ? 'unknown' : 'none')}</p>;
  return (
    <>
      <ul className={styles.effects}>
        {effects.slice(0, isWhole ? undefined : shownAtFirst).map((effect) => (
          <EffectRow key={effect.code} effect={effect} />
        ))}
      </ul>
      {effects.length > shownAtFirst && !isWhole && (
        <Button look="link" size="small" onClick={() => setWhole(true)}>
          {say('more', { count: effects.length - shownAtFirst })}
        </Button>
      )}
    </>
  );
}

function EffectRow({ effect }: { effect: Effect }) {
  const say = useWords(words);
  const word = useStatusWord();
  const { code, name, before, after, supportingBefore, supportingAfter, publicBefore, publicAfter, needs, needsPublic, target } = effect;
  const isPublicTold = publicBefore !== publicAfter && needsPublic !== undefined && needsPublic > 0;
  return (
    <li>
      <Mark of={after as MarkOf} soft={target !== true} />
      <span>
        <Link to="/specializations/$code" params={{ code }}>
          {specializationName(name)}
        </Link>
        {before !== after && (
          <small data-for={after}>{say('becomes', { before: word(before as MarkOf), after: word(after as MarkOf) })}</small>
        )}
        {isPublicTold && <small>{say('public', { before: publicBefore, after: publicAfter, needs: needsPublic })}</small>}
      </span>
      <span className={styles.count}>
        {say.rich('supporting', {
          same: String(supportingBefore === supportingAfter),
          before: supportingBefore,
          after: supportingAfter,
          needs: needs ?? 0,
          b: (parts) => <b key="b">{parts}</b>,
        })}
      </span>
    </li>
  );
}

function weightOf({ target, before, after, supportingBefore, supportingAfter }: Effect): number {
  const turn = ((ranks[after] ?? 0) - (ranks[before] ?? 0)) * 100 + (supportingAfter - supportingBefore);
  return (target ? 0 : 1_000_000) + (before === after ? 10_000 : 0) + turn;
}
