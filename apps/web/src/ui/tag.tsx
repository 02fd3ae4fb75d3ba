import { provenanceWords } from '@caseboard/wording';
import type { ReactNode } from 'react';
import { useWords } from '../platform/words';
import { Icon, type IconName } from './icon';
import styles from './tag.module.css';

interface TagProps {
  children: ReactNode;
  icon?: IconName;
  /** Neutral unless it is a judgement. A life cycle (draft, active, retired) is none: `dot`. */
  tone?: 'neutral' | 'ready' | 'risk' | 'not' | 'could';
  dot?: boolean;
  outlined?: boolean;
}

export function Tag({ children, icon, tone = 'neutral', dot, outlined }: TagProps) {
  return (
    <span className={`${styles.tag} ${styles[tone]} ${outlined ? styles.outlined : ''}`}>
      {dot && <span className={styles.dot} aria-hidden />}
      {icon && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

/** Initials of a person; the colour follows the name, so one person looks the same everywhere. */
export function Avatar({ name, label, size = 24 }: { name: string; label?: string; size?: 24 | 32 }) {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 5, 0);
  return (
    <span
      className={`${styles.avatar} ${styles[`hue${hue}`]} ${size === 32 ? styles.large : ''}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      title={label}
    >
      {initials(name)}
    </span>
  );
}

/** "Mia Lindqvist" → ML; 林澜 → 林; an address → its first letter. */
function initials(name: string): string {
  const plain = name.includes('@') ? (name.split('@')[0] ?? name).replace(/[._-]+/g, ' ') : name;
  const parts = plain.trim().split(/\s+/);
  const first = [...(parts[0] ?? '?')][0] ?? '?';
  if (/\p{Script=Han}/u.test(first)) return first;
  const last = parts.length > 1 ? ([...(parts.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** The states of a figure in the catalog (contracts: figureState). */
export type Origin = 'read' | 'assumed' | 'confirmed' | 'edited' | 'unsourced';
const originIcons: { readonly [O in Origin]: IconName } = {
  read: 'seal',
  assumed: 'question',
  confirmed: 'check',
  edited: 'edit',
  unsourced: 'page',
};

/** Where a figure comes from. Assumed ones ask to be confirmed: put the buttons beside it as children. */
export function Provenance({ of, children }: { of: Origin; children?: ReactNode }) {
  const say = useWords(provenanceWords);
  return (
    <span className={`${styles.provenance} ${of === 'assumed' ? styles.assumed : ''}`}>
      <Icon name={originIcons[of]} size={14} />
      <span>{say(of)}</span>
      {children}
    </span>
  );
}

/** One key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>;
}

/** A combination as the reader's keyboard writes it: `<Shortcut keys="mod+k" />` is ⌘K or Ctrl K. */
export function Shortcut({ keys }: { keys: string }) {
  const mac = /mac|iphone|ipad/i.test(navigator.platform);
  const names: Record<string, string> = {
    mod: mac ? '⌘' : 'Ctrl ',
    alt: mac ? '⌥' : 'Alt ',
    shift: '⇧',
    enter: '↵',
    esc: 'Esc',
    up: '↑',
    down: '↓',
  };
  return (
    <Kbd>
      {keys
        .split('+')
        .map((key) => names[key] ?? key.toUpperCase())
        .join('')}
    </Kbd>
  );
}
