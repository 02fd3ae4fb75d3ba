import { useState, type ReactNode } from 'react';
import { readDay, type DayReading } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { defineWords, useWords } from '../platform/words';
import { TextField } from './field';
import styles from './day-field.module.css';

const words = defineWords(
  {
    example: '30 Jun 2025, 2025-06-30 or 2025年6月30日',
    notADay: 'This is not read as a day. Write it like {example}.',
    noSuchDay: '{month} has {days} days.',
    outOfRange: 'Years run from 1900 to 2199.',
    twoReadings: 'Two readings. Which day is meant?',
  },
  {
    example: '2025年6月30日、2025-06-30 或 30 Jun 2025',
    notADay: '无法读作日期，请写成 {example}。',
    noSuchDay: '{month}只有 {days} 天。',
    outOfRange: '年份须在 1900 至 2199 之间。',
    twoReadings: '有两种读法，是哪一天？',
  },
);

interface Props {
  label: ReactNode;
  /** `YYYY-MM-DD`, or '' for none. */
  value: string;
  /** Called with a day, or '' once the field is empty. What cannot be read is kept on screen and not handed on. */
  onChange: (day: string) => void;
  /** Added after the weekday: "counts through 30 Dec 2026". */
  consequence?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  bare?: boolean;
  disabled?: boolean;
  placeholder?: string;
}

/** A day typed in any usual way; shows back what it understood, with the weekday. A form is not sent before it can be read. */
export function DayField({ value, onChange, consequence, error, label, ...rest }: Props) {
  const say = useWords(words);
  const days = useDays();
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const reading: DayReading | null = typed ? readDay(typed) : null;
  const understood = typed === null ? value : reading?.ok ? reading.day : '';

  const change = (text: string) => {
    setTyped(text);
    setLeft(false);
    if (text.trim() === '') return onChange('');
    const next = readDay(text);
    if (next.ok) onChange(next.day);
  };
  const fault =
    reading && !reading.ok && (left || reading.reason === 'no-such-day' || reading.reason === 'two-readings') ? sentence(reading) : null;

  function sentence(bad: Extract<DayReading, { ok: false }>): string {
    if (bad.reason === 'no-such-day')
      return say('noSuchDay', { month: days.day(`${bad.year}-${String(bad.month).padStart(2, '0')}-01`, 'long-month'), days: bad.days });
    if (bad.reason === 'two-readings') return say('twoReadings');
    return bad.reason === 'out-of-range' ? say('outOfRange') : say('notADay', { example: say('example') });
  }

  return (
    <div>
      <TextField
        {...rest}
        label={label}
        value={typed ?? (value ? days.day(value) : '')}
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          if (reading?.ok || typed === '') setTyped(null);
          else setLeft(true);
        }}
        ref={(input) => input?.setCustomValidity(reading && !reading.ok ? sentence(reading) : '')}
        onInvalid={(event) => {
          event.preventDefault();
          event.currentTarget.focus();
          setLeft(true);
        }}
        autoComplete="off"
        error={fault ?? error}
        help={understood ? <Understood day={days.day(understood, 'full')} consequence={consequence} /> : undefined}
      />
      {reading && !reading.ok && reading.reason === 'two-readings' && (
        <div className={styles.readings}>
          {reading.readings.map((day) => (
            <button key={day} type="button" onClick={() => (onChange(day), setTyped(null))}>
              {days.day(day)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Understood({ day, consequence }: { day: string; consequence?: ReactNode }) {
  return (
    <>
      {day}
      {consequence && <> · {consequence}</>}
    </>
  );
}
