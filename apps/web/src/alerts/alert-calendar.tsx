import type { CalendarEntry } from '@caseboard/contracts';
import { addMonths } from '../platform/calendar';
import { useSession } from '../platform/session';
import { useLanguage, useWords } from '../platform/words';
import { FilterChip } from '../ui/choose';
import { choicesOf, isChosen } from '../ui/choices';
import { ErrorNote } from '../ui/note';
import { StrokeRows } from '../ui/skeleton';
import { useCalendar } from './alert.queries';
import type { AlertListState } from './alerts.page';
import { CalendarMark } from './calendar-entry';
import { CalendarMonth } from './calendar-month';
import { calendarWords, entryKindWords } from './calendar.words';
import styles from './calendar.module.css';

const months = 18;

/** What happens by itself in the coming 18 months, month by month: the days marked, and what each of them brings. */
export default function AlertCalendar({ state }: { state: AlertListState }) {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const { today, person } = useSession();
  const { filters, set } = state;
  const from = `${today.slice(0, 7)}-01`;
  const owner = filters.owner || undefined;
  const { data, error, refetch } = useCalendar({ from: today, to: addMonths(today, months), owner });
  const entries = (data?.entries ?? []).filter(({ what }) => isChosen(filters.what, what));
  return (
    <>
      <div className={styles.bar}>
        <FilterChip
          name={say('what')}
          value={filters.what}
          options={choicesOf(entryKindWords[language])}
          onChange={(what) => set({ what })}
        />
        <FilterChip
          name={say('owner')}
          value={filters.owner}
          options={[{ value: 'me', label: say('me', { name: person.name }) }]}
          single
          onChange={(value) => set({ owner: value })}
        />
        <Legend />
      </div>
      {error && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && !error && <StrokeRows rows={10} label={say('loading')} />}
      {data &&
        Array.from({ length: months + 1 }, (_, index) => addMonths(from, index)).map((first) => (
          <CalendarMonth key={first} first={first} today={today} entries={entries.filter(({ day }) => day.startsWith(first.slice(0, 7)))} />
        ))}
    </>
  );
}

const legend: readonly CalendarEntry['what'][] = ['loss', 'expiry', 'start-by'];

function Legend() {
  const kind = useWords(entryKindWords);
  return (
    <ul className={styles.legend}>
      {legend.map((what) => (
        <li key={what}>
          <CalendarMark of={what} /> {kind(what)}
        </li>
      ))}
    </ul>
  );
}
