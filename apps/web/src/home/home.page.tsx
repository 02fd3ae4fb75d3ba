import type { HomeAnswer } from '@caseboard/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { get } from '../platform/api';
import { useAsOf } from '../platform/as-of';
import { useDays } from '../platform/day-text';
import { useMay, useSession } from '../platform/session';
import { useWords } from '../platform/words';
import { ButtonLink } from '../ui/button';
import { ErrorNote } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { homeWords } from './home.words';
import { LatestChanges } from './latest-changes';
import { aMorning, NeedsList } from './needs-list';
import { NextLosses } from './next-losses';
import { PortfolioCounts } from './portfolio-counts';
import { TargetsTable } from './targets-table';

/** Loaded only for those whom they concern, after the page itself. */
const Beginning = lazy(() => import('./beginning'));
const SweepAlarm = lazy(() => import('../jobs/sweep-alarm'));
const LeaderReport = lazy(() => import('../reports/report.page').then(({ Page: Report }) => ({ default: Report })));
const StandingAlerts = lazy(() => import('../alerts/standing-alerts'));

/** Leaders have the report for a home. */
export function Page() {
  const { portfolioIsEmpty, person } = useSession();
  if (!portfolioIsEmpty && person.role !== 'leader') return <Home />;
  return <Suspense>{portfolioIsEmpty ? <Beginning /> : <LeaderReport />}</Suspense>;
}

function Home() {
  const say = useWords(homeWords);
  const asOf = useAsOf();
  const may = useMay();
  const home = useQuery({
    queryKey: ['home', asOf.query],
    queryFn: ({ signal }) => get<HomeAnswer>('/api/home', asOf.query, signal),
  });
  return (
    <PageFrame
      title={say('name')}
      asOf
      aside={
        <>
          <NextLosses losses={home.data?.losses} from={asOf.day} />
          <LatestChanges changes={home.data?.changes} />
          <PortfolioCounts studies={home.data?.studies} />
        </>
      }
    >
      {may('jobs.manage') && (
        <Suspense>
          <SweepAlarm />
        </Suspense>
      )}
      {home.error ? <ErrorNote error={home.error} retry={() => void home.refetch()} /> : <Answer home={home.data} />}
    </PageFrame>
  );
}

/** The title is the answer; then exactly that many rows, the most urgent ones first; then the targets. */
function Answer({ home }: { home: HomeAnswer | undefined }) {
  const say = useWords(homeWords);
  const { person } = useSession();
  if (!home) {
    return (
      <>
        <PageHead title={' '}> </PageHead>
        <StrokeRows rows={3} />
      </>
    );
  }
  return (
    <>
      <PageHead title={home.needs.length > 0 ? say('need', { count: home.needs.length }) : say('nothing')}>
        <Lead home={home} />
      </PageHead>
      <NeedsList needs={home.needs} asOf={home.asOf} />
      {(person.role === 'manager' || person.role === 'administrator') && (
        <Suspense>
          <StandingAlerts />
        </Suspense>
      )}
      <TargetsTable home={home} />
    </>
  );
}

function Lead({ home }: { home: HomeAnswer }) {
  const say = useWords(homeWords);
  const { day } = useDays();
  const may = useMay();
  const all = home.counts.ready + home.counts.atRisk + home.counts.notReady;
  const on = home.nextDay && day(home.nextDay, 'full');
  if (home.needs.length > aMorning) return <>{say('first', { count: aMorning })}</>;
  if (home.needs.length > 0) return <>{on ? say('elseWaits', { day: on }) : say('elseWaitsOpen')}</>;
  if (!home.targets.some(({ target }) => target)) {
    return (
      <>
        {say('quietNoTarget')}{' '}
        {may('settings.edit') && (
          <ButtonLink to="/settings" size="small">
            {say('chooseTargets')}
          </ButtonLink>
        )}
      </>
    );
  }
  const ready = home.counts.ready + home.counts.atRisk;
  return <>{on ? say('quiet', { ready, all, day: on }) : say('quietOpen', { ready, all })}</>;
}
