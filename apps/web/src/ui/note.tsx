import { placeWords } from '@caseboard/wording';
import type { ReactNode } from 'react';
import { ProblemError, UnreachableError } from '../platform/api';
import { useOnline } from '../platform/connection';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button } from './button';
import { Icon, type IconName } from './icon';
import { Mark } from './mark';
import styles from './note.module.css';

type Tone = 'neutral' | 'refused' | 'warning' | 'could' | 'done';
const icons: { readonly [T in Tone]: IconName } = { neutral: 'info', refused: 'close', warning: 'warning', could: 'info', done: 'check' };

/** A sentence that stands out: refused, a conflict, something assumed. Says what, by whose hand, and the way out. */
export function Note({
  tone = 'neutral',
  icon,
  children,
  actions,
  live,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
  actions?: ReactNode;
  live?: boolean;
}) {
  return (
    <div className={`${styles.note} ${styles[tone]}`} role={live ? 'alert' : undefined}>
      <Icon name={icon ?? icons[tone]} />
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

const words = defineWords(
  {
    offline: 'No connection. What is on screen stays; try again when you are back.',
    unreachable: 'Caseboard does not answer. It may be starting up.',
    unexpected: 'Something went wrong on this page.',
    retry: 'Try again',
    moreFaults: '{count, plural, one {# more} other {# more}}',
  },
  {
    offline: '没有网络连接。屏幕上的内容会保留，恢复后请重试。',
    unreachable: 'Caseboard 没有响应，可能正在启动。',
    unexpected: '此页面出现了问题。',
    retry: '重试',
    moreFaults: '另有 {count} 处',
  },
);

interface ErrorProps {
  error: unknown;
  retry?: () => void;
  /** Paths already shown under their own fields; the others are listed here. */
  shownPaths?: readonly string[];
}

/** Any error of the API in the reader's language: title, detail, and each fault with its place. */
export function ErrorNote({ error, retry, shownPaths = [] }: ErrorProps) {
  const say = useWords(words);
  const online = useOnline();
  const language = useLanguage();
  const again = retry && (
    <Button size="small" onClick={retry}>
      {say('retry')}
    </Button>
  );
  if (!(error instanceof ProblemError)) {
    const text = error instanceof UnreachableError ? say(online ? 'unreachable' : 'offline') : say('unexpected');
    return (
      <Note tone="refused" live actions={again}>
        {text}
      </Note>
    );
  }
  const faults = error.faults.filter((fault) => !shownPaths.includes(fault.path));
  return (
    <Note tone="refused" live actions={again}>
      <b>{error.problem.title}</b> {error.problem.detail !== error.problem.title && error.problem.detail}
      {faults.length > 0 && (
        <ul className={styles.faults}>
          {faults.slice(0, 8).map((fault, index) => (
            <li key={`${fault.path} ${index}`}>
              <Mark of="unmet" label="" size={12} />
              <span>
                <b>{placeWords(fault.path, language)}</b>: {fault.message ?? fault.reason}
              </span>
            </li>
          ))}
          {faults.length > 8 && <li>{say('moreFaults', { count: faults.length - 8 })}</li>}
        </ul>
      )}
    </Note>
  );
}

/** The sentence of a field's fault out of a refusal, for `error=` of a field. */
export function faultText(error: unknown, path: string): string | undefined {
  const fault = error instanceof ProblemError ? error.faultsAt(path)[0] : undefined;
  return fault && (fault.message ?? fault.reason);
}

interface EmptyProps {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Without the dashed frame and the drawing: inside a section or a table. */
  small?: boolean;
}

/** Nothing here yet: what to do next, and the buttons to do it. */
export function EmptyState({ title, children, actions, small }: EmptyProps) {
  return (
    <div className={small ? styles.emptySmall : styles.empty}>
      {!small && <EmptyDrawing />}
      {small ? <p className={styles.emptyTitle}>{title}</p> : <h2>{title}</h2>}
      {children && <p>{children}</p>}
      {actions && <div className={styles.emptyActions}>{actions}</div>}
    </div>
  );
}

function EmptyDrawing() {
  const cells = Array.from({ length: 18 }, (_, index) => index);
  return (
    <svg width="112" height="54" viewBox="0 0 112 54" aria-hidden className={styles.drawing}>
      {cells.map((index) => (
        <rect
          key={index}
          className={index === 8 ? styles.cellFull : styles.cell}
          x={1 + (index % 6) * 19}
          y={1 + Math.floor(index / 6) * 18}
          width="15"
          height="15"
          rx="3"
        />
      ))}
    </svg>
  );
}
