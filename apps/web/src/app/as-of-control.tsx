import { lazy, Suspense, useState } from 'react';
import { useAsOf, useSetAsOf } from '../platform/as-of';
import { useDays } from '../platform/day-text';
import { useFlips } from '../platform/flips';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Popover } from '../ui/popover';
import styles from './as-of-control.module.css';

/** Loaded on the way to it: the first screen need not wait for it. */
const load = () => import('./as-of-picker');
const AsOfPicker = lazy(load);

const words = defineWords(
  {
    asOf: 'As of',
    today: 'today',
    choose: 'Choose the day this page is about',
    previous: 'Previous day on which something changes',
    next: 'Next day on which something changes',
    back: 'Back to today',
    noMore: 'Nothing changes before that',
    noNext: 'Nothing changes after that',
  },
  {
    asOf: '截至',
    today: '今天',
    choose: '选择此页所依据的日期',
    previous: '上一个有变化的日期',
    next: '下一个有变化的日期',
    back: '回到今天',
    noMore: '此前没有变化',
    noNext: '此后没有变化',
  },
);

/** The day the page is about. ‹ › jump to days on which something flips; any other day than today turns it blue. */
export function AsOfControl() {
  const say = useWords(words);
  const days = useDays();
  const { day, today, isToday } = useAsOf();
  const setDay = useSetAsOf();
  const [open, setOpen] = useState(false);
  const flips = useFlips();
  const stops = [...new Set([...flips.map((flip) => flip.on), today])].sort();
  const previous = stops.findLast((stop) => stop < day);
  const next = stops.find((stop) => stop > day);
  const choose = (chosen: string) => {
    setOpen(false);
    setDay(chosen);
  };
  return (
    <>
      {!isToday && (
        <span className={styles.back}>
          <Button look="link" onClick={() => setDay(today)}>
            {say('back')}
          </Button>
        </span>
      )}
      <div className={`${styles.control} ${isToday ? '' : styles.then}`} role="group" aria-label={say('choose')}>
        <button
          type="button"
          className={styles.jump}
          aria-label={say('previous')}
          aria-disabled={!previous || undefined}
          title={previous ? days.day(previous, 'full') : say('noMore')}
          onClick={() => previous && setDay(previous)}
        >
          <Icon name="left" />
        </button>
        <Popover
          open={open}
          onChange={setOpen}
          label={say('choose')}
          position="bottom-end"
          target={
            <button
              type="button"
              className={styles.day}
              onPointerEnter={() => void load()}
              onFocus={() => void load()}
              onClick={() => setOpen(!open)}
              aria-expanded={open}
            >
              <Icon name="calendar" />
              <span>
                <span className={styles.asOf}>{say('asOf')}</span>{' '}
                {isToday ? (
                  <>
                    <b>{say('today')}</b>
                    <span className={styles.full}>, {days.day(day, 'full')}</span>
                  </>
                ) : (
                  <>
                    <b>{days.day(day)}</b>
                    <span className={styles.full}>, {days.distance(today, day)}</span>
                  </>
                )}
              </span>
              <Icon name="down" size={14} />
            </button>
          }
        >
          <Suspense fallback={<div className={styles.room} />}>
            <AsOfPicker onChoose={choose} />
          </Suspense>
        </Popover>
        <button
          type="button"
          className={styles.jump}
          aria-label={say('next')}
          aria-disabled={!next || undefined}
          title={next ? days.day(next, 'full') : say('noNext')}
          onClick={() => next && setDay(next)}
        >
          <Icon name="right" />
        </button>
      </div>
    </>
  );
}
