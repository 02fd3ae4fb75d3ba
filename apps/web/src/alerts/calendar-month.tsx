import type { CalendarEntry } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { CalendarGrid } from './calendar-grid';
import { CalendarMark, entryLink, useEntryText } from './calendar-entry';
import { calendarWords } from './calendar.words';
import styles from './calendar.module.css';

const mostShown = 12;

/** A month: its days at the left, what they bring at the right; a day of the left leads to its lines at the right. */
export function CalendarMonth({ first, today, entries }: { first: string; today: string; entries: readonly CalendarEntry[] }) {
  const say = useWords(calendarWords);
  const { day, distance } = useDays();
  const text = useEntryText();
  const list = useRef<HTMLUListElement>(null);
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, mostShown);
  const goTo = (on: string) => {
    setAll(true);
    // After the lines that were folded away have been drawn.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-day="${on}"] a`)?.focus());
  };
  return (
    <section className={styles.month} data-empty={entries.length === 0 || undefined} aria-label={day(first, 'long-month')}>
      <div className={styles.left}>
        <h2>{day(first, 'long-month')}</h2>
        <CalendarGrid first={first} today={today} entries={entries} onChoose={goTo} />
      </div>
      <div>
        {entries.length === 0 && <p className={styles.nothing}>{say('nothing')}</p>}
        <ul ref={list} className={styles.entries}>
          {shown.map((entry, index) => (
            <li
              key={`${entry.day} ${entry.what} ${entry.study?.id ?? ''} ${entry.specialization?.code ?? ''} ${index}`}
              data-day={entry.day}
              data-loss={entry.what === 'loss' || undefined}
            >
              <span className={styles.on}>{entry.day !== shown[index - 1]?.day && day(entry.day, 'week')}</span>
              <CalendarMark of={entry.what} />
              <Link {...entryLink(entry)}>{text(entry)}</Link>
              <small>{distance(today, entry.day)}</small>
            </li>
          ))}
        </ul>
        {shown.length < entries.length && (
          <Button look="link" onClick={() => setAll(true)}>
            {say('more', { count: entries.length - shown.length })}
          </Button>
        )}
      </div>
    </section>
  );
}
