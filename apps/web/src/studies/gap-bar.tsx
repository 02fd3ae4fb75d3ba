import { specializationName } from '../platform/specialization-name';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Mark } from '../ui/mark';
import { useStudy } from './study-context';
import styles from './study-page.module.css';

const words = defineWords(
  { gaps: '{count, plural, one {# gap to close} other {# gaps to close}}', blocked: '{names} blocked', next: 'Next gap', glue: ', ' },
  { gaps: '{count} 处缺项待补', blocked: '{names} 受阻', next: '下一处缺项', glue: '、' },
);

/** Where there is no room for the panel: how many gaps, what they block, and the way to the next. */
export function GapBar({ onNext }: { onNext: () => void }) {
  const say = useWords(words);
  const { gaps, standing } = useStudy();
  const blocked = (standing?.linked ?? []).filter(({ state }) => state === 'blocked').map(({ name }) => specializationName(name));
  return (
    <div className={styles.bar}>
      <div className={styles.barText}>
        <b>{say('gaps', { count: gaps.length })}</b>
        {blocked.length > 0 && (
          <span className={styles.barBlocked}>
            <Mark of="blocked" label="" size={14} />
            <span>{say('blocked', { names: blocked.join(say('glue')) })}</span>
          </span>
        )}
      </div>
      <Button look="strong" onClick={onNext}>
        {say('next')}
      </Button>
    </div>
  );
}
