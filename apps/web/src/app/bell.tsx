import { lazy, Suspense, useState } from 'react';
import { useBell } from '../alerts/bell.queries';
import { defineWords, useWords } from '../platform/words';
import { Icon } from '../ui/icon';
import { Popover } from '../ui/popover';
import styles from './bell.module.css';

/** Loaded on the way to it: the first screen need not wait for it. */
const load = () => import('../alerts/bell-list');
const BellList = lazy(load);

const words = defineWords(
  {
    alerts: 'Alerts',
    open: '{total, plural, =0 {Alerts, none open} one {# open alert} other {# open alerts}}{losses, plural, =0 {} one {, # costs a readiness} other {, # cost a readiness}}',
  },
  {
    alerts: '提醒',
    open: '{total, plural, =0 {提醒，没有待处理的} other {{total} 条待处理提醒}}{losses, plural, =0 {} other {，{losses} 条导致失去就绪}}',
  },
);

/** How many alerts are open for the reader, red where one costs a readiness; the worst of them on a click. */
export function Bell() {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  const { data } = useBell();
  const total = data?.total ?? 0;
  const name = say('open', { total, losses: data?.losses ?? 0 });
  return (
    <Popover
      open={open}
      onChange={setOpen}
      label={say('alerts')}
      position="bottom-end"
      target={
        <button
          type="button"
          className={styles.bell}
          aria-label={name}
          title={name}
          aria-expanded={open}
          onPointerEnter={() => void load()}
          onFocus={() => void load()}
          onClick={() => setOpen(!open)}
        >
          <Icon name="bell" />
          {total > 0 && (
            <span className={styles.count} data-loss={data && data.losses > 0 ? true : undefined} aria-hidden>
              {total > 99 ? '99+' : total}
            </span>
          )}
        </button>
      }
    >
      <Suspense fallback={<div className={styles.room} />}>
        <BellList onLeave={() => setOpen(false)} />
      </Suspense>
    </Popover>
  );
}
