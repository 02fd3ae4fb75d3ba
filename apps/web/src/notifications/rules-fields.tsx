import type { AlertKind, NotificationRules } from '@caseboard/contracts';
import { alertKindMeanings, alertKindWords } from '@caseboard/wording';
import { useLanguage, useWords } from '../platform/words';
import { choicesOf } from '../ui/choices';
import { Check, SelectField } from '../ui/field';
import { rulesWords } from './notification.words';
import styles from './notifications.module.css';

/** Earlier than any step can be (contracts: notificationRules): whatever the ladder begins with. */
const fromTheFirst = 730;

interface Props {
  rules: NotificationRules;
  ladder: readonly number[];
  onChange: (rules: NotificationRules) => void;
  readOnly?: boolean;
  /** Whether they may concern managers, who alone get the mail on losses. */
  losses: boolean;
}

/** What somebody wants to be told, how early, and whether by mail. */
export function RulesFields({ rules, ladder, onChange, readOnly = false, losses }: Props) {
  const say = useWords(rulesWords);
  const language = useLanguage();
  const set = (part: Partial<NotificationRules>) => onChange({ ...rules, ...part });
  return (
    <fieldset className={styles.rules} disabled={readOnly}>
      <Check label={say('mail')} help={say('mailHelp')} checked={rules.mail} onChange={(event) => set({ mail: event.target.checked })} />
      {losses && (
        <Check
          label={say('losses')}
          help={say('lossesHelp')}
          checked={rules.losses}
          disabled={!rules.mail}
          onChange={(event) => set({ losses: event.target.checked })}
        />
      )}
      <Kinds kinds={rules.kinds} onChange={(kinds) => set({ kinds })} meanings={alertKindMeanings[language]} />
      <div className={styles.earliest}>
        <SelectField
          label={say('earliest')}
          help={say('earliestHelp')}
          value={String(shownEarliest(rules.earliest, ladder))}
          choices={earliestChoices(rules.earliest, ladder).map((days) => ({
            value: String(days),
            label: days === fromTheFirst ? say('fromFirst', { days: Math.max(...ladder) }) : say('from', { days }),
          }))}
          onChange={(value) => set({ earliest: Number(value) })}
        />
      </div>
    </fieldset>
  );
}

function Kinds({
  kinds,
  onChange,
  meanings,
}: {
  kinds: readonly AlertKind[];
  onChange: (kinds: AlertKind[]) => void;
  meanings: Readonly<Record<AlertKind, string>>;
}) {
  const say = useWords(rulesWords);
  const language = useLanguage();
  const all = choicesOf(alertKindWords[language]) as { value: AlertKind; label: string }[];
  return (
    <fieldset className={styles.kinds}>
      <legend>{say('kinds')}</legend>
      {all.map(({ value, label }) => (
        <Check
          key={value}
          label={label}
          help={meanings[value]}
          checked={kinds.includes(value)}
          onChange={() =>
            onChange(all.map((each) => each.value).filter((kind) => (kind === value ? !kinds.includes(kind) : kinds.includes(kind))))
          }
        />
      ))}
    </fieldset>
  );
}

function shownEarliest(earliest: number, ladder: readonly number[]): number {
  return earliest >= Math.max(...ladder) ? fromTheFirst : earliest;
}

function earliestChoices(earliest: number, ladder: readonly number[]): number[] {
  const first = Math.max(...ladder);
  const later = [...new Set([...ladder, earliest])].filter((days) => days < first).sort((a, b) => b - a);
  return [fromTheFirst, ...later];
}
