import type { AlertSettings } from '@caseboard/contracts';
import { useState } from 'react';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { useToast } from '../ui/toast';
import { alertSettingsWords } from './alert-settings.words';
import { LadderField } from './ladder-field';
import { RulesFields } from './rules-fields';
import styles from './notifications.module.css';

interface Props {
  settings: AlertSettings;
  onChange: (part: Partial<AlertSettings>, done?: () => void) => void;
  readOnly: boolean;
  busy: boolean;
}

const hours = Array.from({ length: 13 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));

/** What is saved together: the ladder, the morning, the pace of work and the team's default. */
export function AlertSettingsForm({ settings, onChange, readOnly, busy }: Props) {
  const say = useWords(alertSettingsWords);
  const toast = useToast();
  const [draft, setDraft] = useState(settings);
  const set = (part: Partial<AlertSettings>) => setDraft({ ...draft, ...part });
  const { ladder, morningHour, daysPerPoint, defaultRules } = draft;
  const isClean = JSON.stringify(draft) === JSON.stringify(settings);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ ladder, morningHour, daysPerPoint, defaultRules }, () => toast({ text: say('saved') }));
      }}
    >
      <LadderField ladder={ladder} onChange={(next) => set({ ladder: next })} readOnly={readOnly} />
      <div className={styles.two}>
        <SelectField
          label={say('morningHour')}
          help={say('morningHelp')}
          value={String(morningHour)}
          choices={hours}
          disabled={readOnly}
          onChange={(hour) => set({ morningHour: Number(hour) })}
        />
        <TextField
          label={say('daysPerPoint')}
          help={say('daysPerPointHelp')}
          type="number"
          min={0}
          max={20}
          required
          value={daysPerPoint}
          readOnly={readOnly}
          onChange={(event) => set({ daysPerPoint: Math.trunc(Number(event.target.value)) })}
        />
      </div>
      <div>
        <h3>{say('team')}</h3>
        <p className={styles.help}>{say('teamHelp')}</p>
        <RulesFields rules={defaultRules} ladder={ladder} onChange={(rules) => set({ defaultRules: rules })} readOnly={readOnly} losses />
      </div>
      {!readOnly && (
        <div>
          <Button type="submit" busy={busy} cannot={isClean && say('clean')}>
            {say('save')}
          </Button>
        </div>
      )}
    </form>
  );
}
