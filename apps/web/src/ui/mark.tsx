import { cellWords, checkWords, readinessWords } from '@caseboard/wording';
import { defineWords, useWords, type Words } from '../platform/words';
import styles from './mark.module.css';

/** The status vocabulary: circles are specializations, squares are studies, bare marks are checks. */
export type MarkOf =
  | 'ready'
  | 'at-risk'
  | 'not-ready'
  | 'counts'
  | 'expires-soon'
  | 'blocked'
  | 'expired'
  | 'would-count'
  | 'would-be-blocked'
  | 'could-support'
  | 'none'
  | 'met'
  | 'unmet'
  | 'unanswered'
  | 'advice';

const gapWords = defineWords({ gaps: '{gaps, plural, one {# gap} other {# gaps}}' }, { gaps: '{gaps} 处缺项' });
const words: Words<MarkOf | 'gaps'> = {
  en: { ...readinessWords.en, ...cellWords.en, ...checkWords.en, ...gapWords.en },
  zh: { ...readinessWords.zh, ...cellWords.zh, ...checkWords.zh, ...gapWords.zh },
};

interface Props {
  of: MarkOf;
  /** Writes the word beside the shape. Without it the word is the shape's name for screen readers. */
  word?: boolean;
  /** Another word than the vocabulary's, such as "Ready through 11 Dec". `''` hides the shape: words nearby say it. */
  label?: string;
  /** A specialization that is no target: not-ready is grey, since nothing was promised. */
  soft?: boolean;
  /** In the matrix a blocked study shows how many gaps. */
  gaps?: number;
  size?: 12 | 14 | 16 | 20 | 24;
}

/** One status as shape, colour and word. */
export function Mark({ of, word, label, soft, gaps, size = 16 }: Props) {
  const say = useWords(words);
  const name = label ?? (gaps ? `${say(of)}, ${say('gaps', { gaps })}` : say(of));
  const hidden = word || name === '';
  const isTile = size >= 20 && of in tiles;
  const shape = (
    <svg
      className={`${styles.mark} ${styles[tone(of, soft)]} ${isTile ? styles.tile : ''}`}
      width={size}
      height={size}
      viewBox={isTile ? '1.25 1.25 13.5 13.5' : '0 0 16 16'}
      role={hidden ? undefined : 'img'}
      aria-label={hidden ? undefined : name}
      aria-hidden={hidden || undefined}
    >
      {gaps !== undefined && (of === 'blocked' || of === 'would-be-blocked') ? numbered(of, gaps) : isTile ? tiles[of] : shapes[of]}
    </svg>
  );
  if (!word) return shape;
  return (
    <span className={styles.worded}>
      {shape}
      <span>{name}</span>
    </span>
  );
}

/** The vocabulary's word alone, for sentences and for `aria-label`s of larger things. */
export function useStatusWord(): (of: MarkOf) => string {
  return useWords(words);
}

type Tone = 'ready' | 'risk' | 'not' | 'grey' | 'could' | 'faint' | 'plain';

const tones: { readonly [M in MarkOf]: Tone } = {
  ready: 'ready',
  'at-risk': 'risk',
  'not-ready': 'not',
  counts: 'ready',
  'expires-soon': 'risk',
  blocked: 'not',
  expired: 'grey',
  'would-count': 'could',
  'would-be-blocked': 'grey',
  'could-support': 'could',
  none: 'faint',
  met: 'ready',
  unmet: 'not',
  unanswered: 'not',
  advice: 'plain',
};

function tone(of: MarkOf, soft?: boolean): Tone {
  return soft && (of === 'not-ready' || of === 'blocked') ? 'grey' : tones[of];
}

const square = { x: 2.25, y: 2.25, width: 11.5, height: 11.5, rx: 2.5 } as const;

const shapes: { readonly [M in MarkOf]: React.ReactNode } = {
  ready: (
    <>
      <circle className={styles.full} cx="8" cy="8" r="6.75" />
      <path className={styles.tick} d="m5 8.2 2.100 2.100 4-4.300" />
    </>
  ),
  'at-risk': (
    <>
      <circle className={styles.line} cx="8" cy="8" r="6" />
      <path className={styles.full} d="M4.200 8.300h7.600a3.800 3.800 0 0 1-7.600 0z" />
    </>
  ),
  'not-ready': <circle className={styles.line} cx="8" cy="8" r="6" />,
  counts: (
    <>
      <rect className={styles.full} x="1.500" y="1.500" width="13" height="13" rx="3" />
      <path className={styles.tick} d="m5 8.200 2.100 2.100 4-4.300" />
    </>
  ),
  'expires-soon': (
    <>
      <rect className={styles.line} {...square} />
      <path className={styles.full} d="M4.300 8.300h7.400v2.400a1 1 0 0 1-1 1H5.300a1 1 0 0 1-1-1z" />
    </>
  ),
  blocked: (
    <>
      <rect className={styles.line} {...square} />
      <path className={styles.line} d="m6 6 4 4M10 6l-4 4" />
    </>
  ),
  expired: (
    <>
      <rect className={styles.line} {...square} />
      <path className={styles.line} d="m3.600 12.400 8.800-8.800" />
    </>
  ),
  'would-count': (
    <>
      <rect className={styles.dashed} {...square} />
      <path className={styles.line} d="m5.300 8.200 1.900 1.900 3.500-3.800" />
    </>
  ),
  'would-be-blocked': (
    <>
      <rect className={styles.dashed} {...square} />
      <path className={styles.line} d="m6 6 4 4M10 6l-4 4" />
    </>
  ),
  'could-support': (
    <>
      <rect className={styles.dashed} {...square} />
      <path className={styles.line} d="M8 5.500v5M5.500 8h5" />
    </>
  ),
  none: <circle className={styles.full} cx="8" cy="8" r="1.250" />,
  met: <path className={styles.bare} d="m2.800 8.600 3.300 3.300 7-7.500" />,
  unmet: <path className={styles.bare} d="m4 4 8 8M12 4l-8 8" />,
  unanswered: <circle className={styles.ring} cx="8" cy="8" r="6" />,
  advice: (
    <>
      <circle className={styles.line} cx="8" cy="8" r="6" />
      <path className={styles.line} d="M8 7.300v3.600M8 5.100h.01" />
    </>
  ),
};

/** In the matrix squares fill their cell: the same shapes, cropped close, with strokes that do not grow. */
const tiles: { readonly [M in MarkOf]?: React.ReactNode } = {
  counts: shapes.counts,
  'expires-soon': (
    <>
      <rect className={styles.pale} {...square} />
      <path className={styles.full} d="M2.250 8h11.500v3.250a2.500 2.500 0 0 1-2.500 2.500h-6.500a2.500 2.500 0 0 1-2.500-2.500z" />
    </>
  ),
  blocked: shapes.blocked,
  expired: shapes.expired,
  'would-count': shapes['would-count'],
  'would-be-blocked': shapes['would-be-blocked'],
  'could-support': shapes['could-support'],
};

function numbered(of: MarkOf, gaps: number) {
  return (
    <>
      <rect className={of === 'blocked' ? styles.line : styles.dashed} {...square} />
      <text className={styles.number} x="8" y="10.800" textAnchor="middle">
        {gaps > 9 ? '9+' : gaps}
      </text>
    </>
  );
}
