import type { JobsAnswer } from '@caseboard/contracts';
import { useDays } from '../platform/day-text';
import { useMay } from '../platform/session';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState, ErrorNote, Note } from '../ui/note';
import { PageFrame, PageHead, Section } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { useToast } from '../ui/toast';
import { JobsTable } from './jobs-table';
import { useJobName } from './job-name';
import { useJobs, useSweepNow } from './jobs.queries';
import { jobStateWords, jobsWords } from './jobs.words';
import SweepAlarm from './sweep-alarm';
import styles from './jobs.module.css';

/** What the product does by itself: counts, schedules, what failed, and the sweep by hand. */
export function Page() {
  const say = useWords(jobsWords);
  const may = useMay();
  if (!may('jobs.manage')) {
    return (
      <PageFrame title={say('title')}>
        <PageHead title={say('title')} />
        <Note>{say('mayNot')}</Note>
      </PageFrame>
    );
  }
  return <Jobs />;
}

function Jobs() {
  const say = useWords(jobsWords);
  const { data, error, refetch } = useJobs(15_000);
  return (
    <PageFrame title={say('title')}>
      <PageHead title={say('title')} actions={<SweepNow />}>
        {say('lead')}
      </PageHead>
      {error && <ErrorNote error={error} retry={() => void refetch()} />}
      {!data && !error && <StrokeRows rows={8} label={say('title')} />}
      {data && (
        <div className={styles.parts}>
          <SweepAlarm here />
          <div>
            <Counts counts={data.counts} />
            <p className={styles.sweep}>
              <Sweep sweep={data.sweep} /> {say('backend', { name: say(data.backend) })}
            </p>
          </div>
          <Schedules scheduled={data.scheduled} />
          <JobsTable title={say('failed')} none={say('noFailed')} jobs={data.failed} retry />
          <JobsTable title={say('recent')} none={say('noRecent')} jobs={data.recent} />
        </div>
      )}
    </PageFrame>
  );
}

function SweepNow() {
  const say = useWords(jobsWords);
  const toast = useToast();
  const sweep = useSweepNow();
  return (
    <>
      <Button
        look="strong"
        busy={sweep.isPending}
        onClick={() => sweep.mutate(undefined, { onSuccess: () => toast({ text: say('swept') }) })}
      >
        {say('sweepNow')}
      </Button>
      {sweep.error && <ErrorNote error={sweep.error} />}
    </>
  );
}

const states = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;

function Counts({ counts }: { counts: JobsAnswer['counts'] }) {
  const say = useWords(jobsWords);
  const state = useWords(jobStateWords);
  return (
    <dl className={styles.counts} aria-label={say('counts')}>
      {states.map((each) => (
        <div key={each} data-bad={each === 'failed' && counts.failed > 0 ? true : undefined}>
          <dt>{state(each)}</dt>
          <dd>{counts[each]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sweep({ sweep }: { sweep: JobsAnswer['sweep'] }) {
  const say = useWords(jobsWords);
  const { moment, day } = useDays();
  const { endedAt, sweptOn } = sweep;
  if (!endedAt) return <>{say('noSweep')}</>;
  return <>{say('lastSweep', { when: moment(endedAt), day: sweptOn ? day(sweptOn, 'full') : say('none') })}</>;
}

type Schedule = JobsAnswer['scheduled'][number];

function Schedules({ scheduled }: { scheduled: readonly Schedule[] }) {
  const say = useWords(jobsWords);
  const name = useJobName();
  const { moment } = useDays();
  const columns: Column<Schedule>[] = [
    { id: 'job', head: say('job'), cell: (row) => name(row.name) },
    { id: 'when', head: say('when'), cell: (row) => <When of={row} /> },
    { id: 'next', head: say('next'), align: 'end', cell: (row) => (row.nextAt ? moment(row.nextAt) : say('none')) },
  ];
  return (
    <Section title={say('schedules')}>
      <DataTable
        label={say('schedules')}
        columns={columns}
        rows={scheduled}
        rowId={(row) => `${row.name} ${row.pattern ?? row.every ?? ''}`}
        empty={<EmptyState small title={say('noSchedules')} />}
      />
    </Section>
  );
}

/** Daily schedules and intervals in words; any other pattern as it is. */
function When({ of: { pattern, every } }: { of: Schedule }) {
  const say = useWords(jobsWords);
  const daily = /^(\d+) (\d+) \* \* \*$/.exec(pattern ?? '');
  if (daily) return <>{say('daily', { time: `${(daily[2] ?? '').padStart(2, '0')}:${(daily[1] ?? '').padStart(2, '0')}` })}</>;
  if (pattern) return <code>{pattern}</code>;
  return <>{every ? say('every', { minutes: Math.round(every / 60_000) }) : say('none')}</>;
}
