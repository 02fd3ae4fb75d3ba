import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { ButtonLink } from '../ui/button';
import { Note } from '../ui/note';
import { useJobs } from './jobs.queries';
import { jobsWords } from './jobs.words';
import styles from './jobs.module.css';

/** Raised when no sweep ran for 26 hours. Only for those who look after the jobs. */
export default function SweepAlarm({ here = false }: { here?: boolean }) {
  const say = useWords(jobsWords);
  const { moment } = useDays();
  const { data } = useJobs();
  if (!data?.sweep.late) return null;
  const { endedAt } = data.sweep;
  return (
    <div className={styles.alarm}>
      <Note
        tone="refused"
        icon="warning"
        live
        actions={
          !here && (
            <ButtonLink size="small" to="/jobs">
              {say('lateLink')}
            </ButtonLink>
          )
        }
      >
        <b>{endedAt ? say('late', { when: moment(endedAt) }) : say('never')}</b> {say('lateHelp')}
      </Note>
    </div>
  );
}
