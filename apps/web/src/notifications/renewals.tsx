import type { AlertSettings } from '@caseboard/contracts';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { useCatalogNames } from '../settings/settings.queries';
import { DayField } from '../ui/day-field';
import { TextLink } from '../ui/page-frame';
import { alertSettingsWords } from './alert-settings.words';
import styles from './notifications.module.css';

interface Props {
  settings: AlertSettings;
  held: readonly string[];
  onChange: (part: Partial<AlertSettings>) => void;
  readOnly: boolean;
}

/** A day for each specialization that is held; each change is saved at once. */
export function Renewals({ settings, held, onChange, readOnly }: Props) {
  const say = useWords(alertSettingsWords);
  const days = useDays();
  const { today } = useSession();
  const { data: catalog = [] } = useCatalogNames();
  const { renewals } = settings;
  const put = (specialization: string, on: string) => {
    const others = renewals.filter((renewal) => renewal.specialization !== specialization);
    onChange({ renewals: on ? [...others, { specialization, on }] : others });
  };
  return (
    <div className={styles.renewals}>
      <h3>{say('renewals')}</h3>
      <p className={styles.help}>{say(held.length > 0 ? 'renewalsHelp' : 'noHeld')}</p>
      <ul>
        {held.map((code) => {
          const name = specializationName(catalog.find((entry) => entry.code === code)?.name ?? code);
          const on = renewals.find(({ specialization }) => specialization === code)?.on ?? '';
          return (
            <li key={code}>
              <TextLink to="/specializations/$code" params={{ code }}>
                {name}
              </TextLink>
              {readOnly ? (
                <span>{on ? days.day(on) : say('noDay')}</span>
              ) : (
                <DayField
                  bare
                  label={say('renewalOf', { name })}
                  value={on}
                  placeholder={say('noDay')}
                  consequence={on && days.distance(today, on)}
                  onChange={(day) => day !== on && put(code, day)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
