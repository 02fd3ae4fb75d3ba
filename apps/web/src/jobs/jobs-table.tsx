import type { JobsAnswer } from '@caseboard/contracts';
import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { DataTable, type Column } from '../ui/data-table';
import { EmptyState, ErrorNote } from '../ui/note';
import { Section } from '../ui/page-frame';
import { Tag } from '../ui/tag';
import { useToast } from '../ui/toast';
import { useJobName } from './job-name';
import { useRetryJob } from './jobs.queries';
import { jobStateWords, jobsWords } from './jobs.words';
import styles from './jobs.module.css';

type Job = JobsAnswer['recent'][number];

/** Jobs with how they went; failed ones can be tried again by hand. */
export function JobsTable({ title, none, jobs, retry = false }: { title: string; none: string; jobs: readonly Job[]; retry?: boolean }) {
  const say = useWords(jobsWords);
  const state = useWords(jobStateWords);
  const name = useJobName();
  const { moment } = useDays();
  const toast = useToast();
  const again = useRetryJob();
  const columns: Column<Job>[] = [
    {
      id: 'job',
      head: say('job'),
      cell: (job) => (
        <span className={styles.job}>
          {name(job.name)}
          {job.error && <small>{job.error}</small>}
        </span>
      ),
    },
    {
      id: 'state',
      head: say('state'),
      width: 120,
      cell: (job) => (
        <Tag dot tone={job.state === 'failed' ? 'not' : 'neutral'}>
          {state(job.state)}
        </Tag>
      ),
    },
    { id: 'attempts', head: say('attempts'), align: 'end', width: 88, wide: true, cell: (job) => job.attempts },
    {
      id: 'ended',
      head: say('ended'),
      align: 'end',
      width: 160,
      cell: (job) => (job.finishedAt ? moment(job.finishedAt) : job.at ? moment(job.at) : say('none')),
    },
    ...(retry
      ? [
          {
            id: 'retry',
            head: '',
            align: 'end',
            width: 96,
            cell: (job: Job) => (
              <Button
                look="link"
                aria-label={say('retryOf', { name: name(job.name) })}
                onClick={() => again.mutate(job.id, { onSuccess: () => toast({ text: say('retried') }) })}
              >
                {say('retry')}
              </Button>
            ),
          } as const,
        ]
      : []),
  ];
  return (
    <Section title={title} count={retry && jobs.length > 0 ? jobs.length : undefined}>
      {again.error && <ErrorNote error={again.error} />}
      <DataTable label={title} columns={columns} rows={jobs} rowId={(job) => job.id} empty={<EmptyState small title={none} />} />
    </Section>
  );
}
