import type { ReactNode } from 'react';
import styles from './paper.module.css';

/** A list under its heading, or what is said instead. */
export function Lines({ heading, none: said, children }: { heading: string; none: string | null; children: ReactNode }) {
  return (
    <section className={styles.block}>
      <h3>{heading}</h3>
      {said === null ? <ul className={styles.plainList}>{children}</ul> : <p className={styles.quiet}>{said}</p>}
    </section>
  );
}
