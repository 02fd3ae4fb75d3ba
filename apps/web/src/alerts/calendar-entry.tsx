import type { CalendarEntry } from '@caseboard/contracts';
import type { LinkProps } from '@tanstack/react-router';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { Icon, type IconName } from '../ui/icon';
import { Mark } from '../ui/mark';
import { calendarWords } from './calendar.words';
import styles from './calendar.module.css';

type What = CalendarEntry['what'];

const icons: { readonly [W in Exclude<What, 'loss' | 'expiry'>]: IconName } = {
  'start-by': 'clock',
  'consent-end': 'people',
  'applications-close': 'lock',
  'programme-end': 'badge',
  renewal: 'seal',
};

/** The red circle for a loss of readiness, a square for a study, a picture for the other days. */
export function CalendarMark({ of }: { of: What }) {
  if (of === 'loss') return <Mark of="not-ready" label="" size={14} />;
  if (of === 'expiry') return <Mark of="expires-soon" label="" size={14} />;
  return (
    <span className={styles.icon}>
      <Icon name={icons[of]} size={14} />
    </span>
  );
}

/** What happens, as a sentence without its day. */
export function useEntryText(): (entry: CalendarEntry) => string {
  const say = useWords(calendarWords);
  return (entry) => say(entry.what, { name: nameOf(entry) });
}

export function entryLink({ alert, study, specialization }: CalendarEntry): LinkProps {
  if (alert) return { to: '/alerts/$id', params: { id: alert } };
  if (study) return { to: '/studies/$id', params: { id: study.id } };
  return { to: '/specializations/$code', params: { code: specialization?.code ?? '' } };
}

function nameOf({ what, study, specialization }: CalendarEntry): string {
  const ofStudy = study && (study.customer ?? (study.title || study.id));
  const ofSpecialization = specialization && specializationName(specialization.name);
  const first = what === 'expiry' || what === 'consent-end' ? (ofStudy ?? ofSpecialization) : (ofSpecialization ?? ofStudy);
  return first ?? '';
}
