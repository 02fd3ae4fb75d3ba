import type { Figure, PageMark } from '@caseboard/wording';
import { Mark } from '../ui/mark';
import { Count } from './counted';
import styles from './paper.module.css';

export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>
            <PaperMark of={figure.mark} /> {figure.label}
          </dt>
          <dd>
            <Count of={figure.now} className={styles.figure} />
            {figure.before && <Count of={figure.before} className={styles.beside} />}
            {figure.of && <Count of={figure.of} className={styles.beside} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `unready` is grey: nothing was promised. */
export function PaperMark({ of, named = false }: { of: PageMark; named?: boolean }) {
  return of === 'unready' ? (
    <Mark of="not-ready" soft label={named ? undefined : ''} size={14} />
  ) : (
    <Mark of={of} label={named ? undefined : ''} size={14} />
  );
}
