import type { ReadinessAnswer, SpecializationReadiness } from '@caseboard/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../platform/api';
import { addDays, readDay } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { useMissingText } from '../platform/missing-text';
import { useSession } from '../platform/session';
import { specializationName } from '../platform/specialization-name';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { DayField } from '../ui/day-field';
import { Mark } from '../ui/mark';
import { Meter } from '../ui/meter';
import { EmptyState, ErrorNote } from '../ui/note';
import { PageFrame, PageHead, TextLink } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { reportScreenWords } from './report.words';
import styles from './report.module.css';

const words = defineWords(
  {
    title: 'What was known on a day',
    lead: 'Readiness as it was known at the end of a past day, beside the portfolio of today looked at on that day. What was corrected, activated or retired since changes only the second.',
    day: 'Past day',
    show: 'Show',
    caption: 'Readiness on {day}: {count, plural, =0 {nothing differs} one {# specialization differs} other {# specializations differ}}',
    specialization: 'Specialization',
    then: 'Known on that day',
    now: 'Known today',
    same: 'Then and now say the same of {count, plural, one {# specialization} other {# specializations}}.',
    absent: 'not in the catalog',
    none: 'No specialization had a study or was a target on that day.',
  },
  {
    title: '某日所知的情况',
    lead: '左列是当日日终所知的就绪情况，右列是按今天的案例库回看同一天。之后的更正、启用或停用只影响右列。',
    day: '过去的某日',
    show: '显示',
    caption: '{day}的就绪情况：{count, plural, =0 {没有差异} other {{count} 项专业认证有差异}}',
    specialization: '专业认证',
    then: '当日所知',
    now: '今日所知',
    same: '两者对 {count} 项专业认证的结论相同。',
    absent: '不在目录中',
    none: '当日没有专业认证有案例或列为目标。',
  },
);

interface Pair {
  code: string;
  name: string;
  then: SpecializationReadiness | undefined;
  now: SpecializationReadiness | undefined;
}

/** Two questions of one past day: what did we know then, and what do we know now. */
export function Page() {
  const say = useWords(words);
  const report = useWords(reportScreenWords);
  const { day } = useDays();
  const on = useChosenDay();
  const { data, error, refetch } = useQuery({
    queryKey: ['readiness', 'known', on],
    queryFn: async ({ signal }) => {
      const ask = (query: { knownOn?: string }) => get<ReadinessAnswer>('/api/readiness', { asOf: on, ...query }, signal);
      return pairsOf(await ask({ knownOn: on }), await ask({}));
    },
  });
  return (
    <PageFrame title={say('title')} crumbs={[{ label: report('name'), link: { to: '/report' } }]}>
      <PageHead title={say('title')}>{say('lead')}</PageHead>
      <DayForm key={on} on={on} />
      {error ? (
        <ErrorNote error={error} retry={() => void refetch()} />
      ) : !data ? (
        <StrokeRows rows={8} height={40} />
      ) : data.length === 0 ? (
        <EmptyState small title={say('none')} />
      ) : (
        <>
          <h2>{say('caption', { day: day(on, 'full'), count: data.filter(isDifferent).length })}</h2>
          <Table pairs={data} />
        </>
      )}
    </PageFrame>
  );
}

/** The day of the address, else yesterday. */
function useChosenDay(): string {
  const { today } = useSession();
  const { on = '' } = useSearch({ strict: false }) as { on?: string };
  const reading = readDay(on);
  return reading.ok ? reading.day : addDays(today, -1);
}

function DayForm({ on }: { on: string }) {
  const say = useWords(words);
  const navigate = useNavigate();
  const [day, setDay] = useState(on);
  return (
    <form
      className={styles.knownBar}
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, on: day }) });
      }}
    >
      <DayField label={say('day')} value={day} onChange={setDay} />
      <Button type="submit">{say('show')}</Button>
    </form>
  );
}

function Table({ pairs }: { pairs: readonly Pair[] }) {
  const say = useWords(words);
  const same = pairs.filter((pair) => !isDifferent(pair)).length;
  return (
    <>
      <table className={styles.knownTable}>
        <thead>
          <tr>
            <th scope="col">{say('specialization')}</th>
            <th scope="col">{say('then')}</th>
            <th scope="col">{say('now')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={pair.code} className={isDifferent(pair) ? styles.differs : undefined}>
              <th scope="row">
                <TextLink to="/specializations/$code" params={{ code: pair.code }}>
                  {specializationName(pair.name)}
                </TextLink>
              </th>
              <td data-head={say('then')}>
                <Standing of={pair.then} />
              </td>
              <td data-head={say('now')}>
                <Standing of={pair.now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {same > 0 && <p className={styles.note}>{say('same', { count: same })}</p>}
    </>
  );
}

function Standing({ of }: { of: SpecializationReadiness | undefined }) {
  const say = useWords(words);
  const missingText = useMissingText();
  if (!of) return <>{say('absent')}</>;
  const soft = of.target === null;
  return (
    <span className={styles.standing}>
      <Mark of={of.status} soft={soft} word />
      <Meter have={of.supporting.length} needs={of.needs.studies} status={of.status} soft={soft} />
      {of.status === 'not-ready' && <small>{missingText(of.missing)}</small>}
    </span>
  );
}

/** Those that matter on either side; what differs first, then targets, then by name. */
function pairsOf(then: ReadinessAnswer, now: ReadinessAnswer): Pair[] {
  const past = new Map(then.specializations.map((each) => [each.code, each]));
  const present = new Map(now.specializations.map((each) => [each.code, each]));
  const isShown = (each: SpecializationReadiness | undefined) => each && (each.target !== null || each.held || each.linked > 0);
  return [...new Set([...past.keys(), ...present.keys()])]
    .map((code): Pair => {
      const pair = { then: past.get(code), now: present.get(code) };
      return { code, name: (pair.now ?? pair.then)?.name ?? code, ...pair };
    })
    .filter((pair) => isShown(pair.then) || isShown(pair.now))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

const rank = (pair: Pair): number => (isDifferent(pair) ? 0 : pair.now?.target ? 1 : 2);

function isDifferent({ then, now }: Pair): boolean {
  const key = (each: SpecializationReadiness | undefined) =>
    each && [each.status, each.supporting.join(), each.needs.studies, each.readyThrough].join(' ');
  return key(then) !== key(now);
}
