import { Fragment } from 'react';
import { defineWords, useWords } from '../platform/words';
import styles from './text-diff.module.css';

const words = defineWords({ removed: 'Removed:', added: 'Added:' }, { removed: '删除：', added: '新增：' });

interface Props {
  before: string;
  after: string;
  /** Only one of the two versions, with what the other lacks marked. */
  side?: 'both' | 'before' | 'after';
}

/** Two versions of a text in one: what went is struck, what came is underlined. Colour and line both say it. */
export function Difference({ before, after, side = 'both' }: Props) {
  const say = useWords(words);
  return differenceOf(before, after).map(({ kind, text }, index) => {
    if (kind === 'same') return <Fragment key={index}>{text}</Fragment>;
    if (side !== 'both' && (kind === 'removed') !== (side === 'before')) return null;
    const Line = kind === 'removed' ? 'del' : 'ins';
    return (
      <Line key={index} className={kind === 'removed' ? styles.removed : styles.added}>
        <span className={styles.spoken}>{say(kind)} </span>
        {text}
      </Line>
    );
  });
}

export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Above this many words on both sides together only the differing middle is replaced as one. */
const most = 3000;

/** The fewest words to take out and put in; Han characters are words of their own. */
export function differenceOf(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ kind: 'same', text: before }] : [];
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  const middle = [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)] as const;
  const pieces: Piece[] = [
    { kind: 'same', text: old.slice(0, start).join('') },
    ...(middle[0].length * middle[1].length > most * most
      ? replaced(middle[0].join(''), middle[1].join(''))
      : between(middle[0], middle[1])),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ];
  return joined(pieces);
}

/** Longest common subsequence, by the table. */
function between(old: readonly string[], fresh: readonly string[]): Piece[] {
  const width = fresh.length + 1;
  const table = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      table[i * width + j] =
        old[i] === fresh[j] ? table[(i + 1) * width + j + 1]! + 1 : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      pieces.push({ kind: 'same', text: old[i]! });
      i++;
      j++;
    } else if (j >= fresh.length || (i < old.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!))
      pieces.push({ kind: 'removed', text: old[i++]! });
    else pieces.push({ kind: 'added', text: fresh[j++]! });
  }
  return pieces;
}

/** A word takes the space after it along, so that differences read as words; lines and parts of an address stand alone. */
function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}/]+(?:\/+|[^\S\n]*)|\/+|\n+|[^\S\n]+/gu) ?? [];
}

const replaced = (old: string, fresh: string): Piece[] => [
  { kind: 'removed', text: old },
  { kind: 'added', text: fresh },
];

function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const last = runs.at(-1);
    if (last?.kind === piece.kind) runs[runs.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
}
