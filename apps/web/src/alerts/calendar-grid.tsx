import type { CalendarEntry } from '@caseboard/contracts';
import { useState, type KeyboardEvent } from 'react';
import { dayOf, daysInMonth, partsOf, weekday } from '../platform/calendar';
import { useDays, weekdays } from '../platform/day-text';
import { useLanguage, useWords } from '../platform/words';
import { useEntryText } from './calendar-entry';
import { calendarWords } from './calendar.words';
import styles from './calendar.module.css';

interface Props {
  first: string;
  today: string;
  entries: readonly CalendarEntry[];
  onChoose: (day: string) => void;
}

/** The days of a month. Those that bring something are buttons behind one tab stop: arrows move between them, Enter leads to the lines. */
export function CalendarGrid({ first, today, entries, onChoose }: Props) {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const { day } = useDays();
  const text = useEntryText();
  const marked = [...new Set(entries.map((entry) => entry.day))];
  const [stop, setStop] = useState<string | null>(null);
  const tabStop = stop && marked.includes(stop) ? stop : marked[0];
  const { year, month } = partsOf(first);
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => dayOf({ year, month, day: index + 1 }));
  return (
    <div
      className={styles.grid}
      role="group"
      aria-label={say('count', { count: marked.length })}
      onKeyDown={(event) => move(event, setStop)}
    >
      {weekdays[language].map((name) => (
        <span key={name} className={styles.weekday} aria-hidden>
          {language === 'zh' ? name.slice(1) : name.slice(0, 2)}
        </span>
      ))}
      {days.map((one, index) => {
        const place = index === 0 ? { gridColumnStart: weekday(one) + 1 } : undefined;
        const those = entries.filter((entry) => entry.day === one);
        const isToday = one === today ? ('date' as const) : undefined;
        if (those.length === 0)
          return (
            <span key={one} style={place} className={styles.plainDay} aria-current={isToday} aria-hidden>
              {index + 1}
            </span>
          );
        return (
          <button
            key={one}
            type="button"
            style={place}
            data-marked={one}
            data-look={lookOf(those)}
            tabIndex={one === tabStop ? 0 : -1}
            aria-current={isToday}
            aria-label={say('dayLabel', { day: day(one, 'full'), things: those.map(text).join(say('glue')) })}
            title={those.map(text).join(say('glue'))}
            onClick={() => onChoose(one)}
          >
            {index + 1}
          </button>
        );
      })}
    </div>
  );
}

function lookOf(those: readonly CalendarEntry[]): 'loss' | 'expiry' | 'other' {
  if (those.some(({ what }) => what === 'loss')) return 'loss';
  return those.some(({ what }) => what === 'expiry') ? 'expiry' : 'other';
}

function move(event: KeyboardEvent<HTMLElement>, onMove: (day: string) => void) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-marked]')];
  const next = buttons[buttons.indexOf(document.activeElement as HTMLElement) + step];
  if (!next?.dataset.marked) return;
  event.preventDefault();
  onMove(next.dataset.marked);
  next.focus();
}
