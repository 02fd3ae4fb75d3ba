import type { ReactNode } from 'react';
import { Mark } from '../ui/mark';
import type { WritePart } from './study-places';
import styles from './write.module.css';

/** One part of the text under its own heading, reached from the list at the left. */
export function WriteSection({
  part,
  title,
  beside,
  bare,
  children,
}: {
  part: WritePart;
  title: string;
  beside?: ReactNode;
  /** Its fields carry the labels. */ bare?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} data-part={part} aria-label={title}>
      <h2 className={bare ? styles.spoken : styles.sectionTitle}>
        {title}
        {beside && <span>{beside}</span>}
      </h2>
      {children}
    </section>
  );
}

interface RowProps {
  /** Path of what is written here, so that a gap can lead to it. */
  place?: string;
  margin?: ReactNode;
  /** The API's own sentence about this value. */
  fault?: string;
  children?: ReactNode;
}

/** What is written at the left, what is said about it at the right, level with it. */
export function WriteRow({ place, margin, fault, children }: RowProps) {
  return (
    <div className={styles.row} data-place={place}>
      <div className={styles.text}>
        {children}
        {fault && (
          <p className={styles.fault} role="alert">
            <Mark of="unmet" label="" size={14} />
            {fault}
          </p>
        )}
      </div>
      <div className={styles.margin}>{margin}</div>
    </div>
  );
}
