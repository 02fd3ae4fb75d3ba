import { useState } from 'react';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Icon } from '../ui/icon';
import { alertSettingsWords } from './alert-settings.words';
import styles from './notifications.module.css';

const mostSteps = 12;

/** The steps as chips, the earliest first; the day itself cannot be taken out. */
export function LadderField({
  ladder,
  onChange,
  readOnly,
}: {
  ladder: readonly number[];
  onChange: (ladder: number[]) => void;
  readOnly: boolean;
}) {
  const say = useWords(alertSettingsWords);
  const [typed, setTyped] = useState('');
  const days = Number(typed);
  const cannot =
    ladder.length >= mostSteps
      ? say('fullLadder')
      : (!Number.isInteger(days) || days < 1 || days > 730 || ladder.includes(days)) && say('noStep');
  const add = () => {
    onChange([...ladder, days].sort((a, b) => b - a));
    setTyped('');
  };
  return (
    <div role="group" aria-label={say('ladder')}>
      <p className={styles.label}>{say('ladder')}</p>
      <ul className={styles.ladder}>
        {ladder.map((step) => (
          <li key={step}>
            {say('dayBefore', { days: step })}
            {!readOnly && step !== 0 && (
              <button
                type="button"
                aria-label={say('removeStep', { days: step })}
                onClick={() => onChange(ladder.filter((each) => each !== step))}
              >
                <Icon name="close" size={14} />
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.note}>{say('ladderHelp')}</p>
      {!readOnly && (
        <div className={styles.addStep}>
          <TextField
            label={say('addStep')}
            placeholder={say('addStepHelp')}
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (!cannot) add();
            }}
          />
          <Button cannot={cannot} onClick={add}>
            {say('addIt')}
          </Button>
        </div>
      )}
    </div>
  );
}
