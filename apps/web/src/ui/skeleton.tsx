import { useEffect, useState } from 'react';
import styles from './skeleton.module.css';

/** True after 300 ms: what comes faster needs no sign that it is coming. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), 300);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  return waiting && slow;
}

/** A grey stroke where a value will stand. It keeps its room from the start and shows itself after 300 ms. */
export function Stroke({ width = 96 }: { width?: number | string }) {
  const slow = useSlow(true);
  return <span className={slow ? styles.stroke : styles.room} style={{ width }} aria-hidden />;
}

/** Rows of strokes with the height of what will come. */
export function StrokeRows({ rows = 5, height = 36, label }: { rows?: number; height?: number; label?: string }) {
  return (
    <div role="status" aria-busy="true" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row} style={{ height }}>
          <Stroke width={[96, 132, 78, 112][index % 4]} />
        </div>
      ))}
    </div>
  );
}
