import { useQuery } from '@tanstack/react-query';
import type { ReadinessAnswer } from '@caseboard/contracts';
import { useState } from 'react';
import { get } from '../platform/api';
import { useAsOf } from '../platform/as-of';
import { addMonths, dayOf, daysInMonth, partsOf, readDay, weekday } from '../platform/calendar';
import { useDays, weekdays } from '../platform/day-text';
import { isLoss, useFlips } from '../platform/flips';
import { specializationName } from '../platform/specialization-name';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { IconButton } from '../ui/button';
import { DayField } from '../ui/day-field';
import { Mark } from '../ui/mark';
import styles from './as-of-picker.module.css';

const words = defineWords(
  {
    today: 'Today',
    submission: '{name} submission',
    changes: 'Days on which something changes',
    quiet: 'Nothing changes by itself in the next 18 months.',
    lost: '{name} lost',
    risk: '{name} at risk',
    ready: '{name} ready',
    type: 'Or type a day',
    previous: 'Previous month',
    next: 'Next month',
    lossDay: '{day}, {count, plural, one {# specialization} other {# specializations}} lost',
    range: 'Any day from 2000 to 2099.',
  },
  {
    today: '今天',
    submission: '{name} 申报',
    changes: '有变化的日期',
    quiet: '今后 18 个月内没有自行发生的变化。',
    lost: '失去 {name}',
    risk: '{name} 有风险',
    ready: '{name} 就绪',
    type: '或输入日期',
    previous: '上个月',
    next: '下个月',
    lossDay: '{day}，失去 {count} 项',
    range: '2000 至 2099 年间的任意日期。',
  },
);

/** Presets, a month with loss days marked, the days that matter, and a field for any other. */
export default function AsOfPicker({ onChoose }: { onChoose: (day: string) => void }) {
  const say = useWords(words);
  const { day: chosen, today } = useAsOf();
  const [typed, setTyped] = useState('');
  const { day, distance } = useDays();
  const planned = usePlanned();
  const flips = useFlips().filter((flip) => flip.on > today);
  const important = flips.filter((flip) => flip.target || flip.held || isLoss(flip));
  const reading = readDay(typed);
  const inRange = !reading.ok || (reading.day >= '2000-01-01' && reading.day <= '2099-12-31');
  return (
    <div className={styles.picker}>
      <div className={styles.presets}>
        <button type="button" className={styles.preset} aria-pressed={chosen === today} onClick={() => onChoose(today)}>
          <b>{say('today')}</b>
        </button>
        {planned.map((plan) => (
          <button
            key={plan.code}
            type="button"
            className={styles.preset}
            aria-pressed={chosen === plan.on}
            onClick={() => onChoose(plan.on)}
          >
            <b>{day(plan.on)}</b> {say('submission', { name: specializationName(plan.name) })}
          </button>
        ))}
      </div>
      <div className={styles.halves}>
        <Month chosen={chosen} onChoose={onChoose} />
        <div className={styles.right}>
          <h3>{say('changes')}</h3>
          {important.length === 0 && <p className={styles.quiet}>{say('quiet')}</p>}
          <ul>
            {important.slice(0, 6).map((flip) => (
              <li key={`${flip.on} ${flip.code}`}>
                <button type="button" onClick={() => onChoose(flip.on)}>
                  <Mark of={flip.to} label="" size={14} />
                  <span className={styles.on}>{day(flip.on, flip.on.slice(0, 4) === today.slice(0, 4) ? 'short' : 'plain')}</span>
                  <span>
                    {say(flip.to === 'not-ready' ? 'lost' : flip.to === 'at-risk' ? 'risk' : 'ready', {
                      name: specializationName(flip.name),
                    })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (reading.ok && inRange) onChoose(reading.day);
            }}
          >
            <DayField
              label={say('type')}
              value={reading.ok ? reading.day : ''}
              onChange={setTyped}
              error={inRange ? undefined : say('range')}
              consequence={reading.ok ? distance(today, reading.day) : undefined}
            />
          </form>
        </div>
      </div>
    </div>
  );
}

function Month({ chosen, onChoose }: { chosen: string; onChoose: (day: string) => void }) {
  const say = useWords(words);
  const { day } = useDays();
  const language = useLanguage();
  const { today } = useAsOf();
  const [first, setFirst] = useState(`${chosen.slice(0, 7)}-01`);
  const losses = new Map<string, number>();
  for (const flip of useFlips()) if (isLoss(flip)) losses.set(flip.on, (losses.get(flip.on) ?? 0) + 1);
  const { year, month } = partsOf(first);
  const all = Array.from({ length: daysInMonth(year, month) }, (_, index) => dayOf({ year, month, day: index + 1 }));
  return (
    <div className={styles.month}>
      <div className={styles.monthHead}>
        <IconButton icon="left" size="small" label={say('previous')} onClick={() => setFirst(addMonths(first, -1))} />
        <b aria-live="polite">{day(first, 'long-month')}</b>
        <IconButton icon="right" size="small" label={say('next')} onClick={() => setFirst(addMonths(first, 1))} />
      </div>
      <div className={styles.days}>
        {weekdays[language].map((name) => (
          <span key={name} className={styles.weekday} aria-hidden>
            {language === 'zh' ? name.slice(1) : name.slice(0, 2)}
          </span>
        ))}
        {all.map((one, index) => (
          <button
            key={one}
            type="button"
            style={index === 0 ? { gridColumnStart: weekday(one) + 1 } : undefined}
            className={losses.has(one) ? styles.loss : undefined}
            aria-pressed={one === chosen}
            aria-current={one === today ? 'date' : undefined}
            aria-label={losses.has(one) ? say('lossDay', { day: day(one, 'full'), count: losses.get(one) }) : day(one, 'full')}
            onClick={() => onChoose(one)}
          >
            {index + 1}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Submissions that are planned and still ahead, one chip a day at most, soonest first. */
function usePlanned(): { code: string; name: string; on: string }[] {
  const { today } = useAsOf();
  const { data } = useQuery({
    queryKey: ['readiness', 'list', null],
    queryFn: ({ signal }) => get<ReadinessAnswer>('/api/readiness', undefined, signal),
  });
  return (data?.specializations ?? [])
    .flatMap(({ code, name, target }) => (target?.submitOn && target.submitOn >= today ? [{ code, name, on: target.submitOn }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, 4);
}
