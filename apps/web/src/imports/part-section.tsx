import { useState, type ReactNode } from 'react';
import { Icon } from '../ui/icon';
import type { Part } from './import-parts';
import styles from './import.module.css';

interface Props {
  of: Part;
  title: ReactNode;
  /** Beside the title: how many of what. */
  note?: ReactNode;
  /** At the right of the title. */
  beside?: ReactNode;
  children: ReactNode;
}

/** One part of the dry run; the jumps at the top of the page lead to it by its id. */
export function PartSection({ of, title, note, beside, children }: Props) {
  return (
    <section id={of} className={styles.part} aria-labelledby={`${of}-title`}>
      <header className={styles.partHead}>
        <h2 id={`${of}-title`} tabIndex={-1}>
          {title}
        </h2>
        {note && <span className={styles.partNote}>{note}</span>}
        {beside && <span className={styles.partBeside}>{beside}</span>}
      </header>
      {children}
    </section>
  );
}

/** A part that is folded until somebody asks for it; what it holds is drawn only then. */
export function FoldedPart({ of, title, note, isOpen = false, children }: Omit<Props, 'beside'> & { isOpen?: boolean }) {
  const [open, setOpen] = useState(isOpen);
  return (
    <section id={of} className={styles.folded} aria-labelledby={`${of}-title`}>
      <h2 id={`${of}-title`}>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'down' : 'right'} size={14} />
          {title}
          {note && <span className={styles.partNote}>{note}</span>}
        </button>
      </h2>
      {open && <div className={styles.foldedBody}>{children}</div>}
    </section>
  );
}
