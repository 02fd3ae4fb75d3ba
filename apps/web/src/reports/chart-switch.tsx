import { useWords } from '../platform/words';
import { Icon } from '../ui/icon';
import { reportScreenWords } from './report.words';
import styles from './paper.module.css';

export type ChartView = 'chart' | 'table';

/** A chart's heading, and the table it can be switched to; on paper the heading alone. */
export function ChartSwitch({ heading, view, onChange }: { heading: string; view: ChartView; onChange: (view: ChartView) => void }) {
  const say = useWords(reportScreenWords);
  const other = view === 'chart' ? 'table' : 'chart';
  return (
    <header className={styles.chartHead}>
      <h3>{heading}</h3>
      <button
        type="button"
        className={styles.switch}
        onClick={() => onChange(other)}
        aria-label={`${heading}: ${say(other)}`}
        title={say(other)}
      >
        <Icon name={other} size={14} />
      </button>
    </header>
  );
}
