import type { AlertDetail } from '@caseboard/contracts';
import { isAboutStudy } from '@caseboard/domain';
import { useParams } from '@tanstack/react-router';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { useWords } from '../platform/words';
import { ErrorNote, Note } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { AlertActions } from './alert-actions';
import { StateOf } from './alert-columns';
import { AlertHistory } from './alert-history';
import { AlertSteps } from './alert-steps';
import { subjectName } from './alert-text';
import { alertDetailWords } from './alert.words';
import { AlertTold } from './alert-told';
import { useAlert, useFollowing } from './alert.queries';
import { Falls } from './falls';
import { WayOutSection } from './way-out';

/** One warning: the day, what it costs, the way out, and what has been done about it. */
export function Page() {
  const say = useWords(alertDetailWords);
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useAlert(id);
  const crumbs = [{ label: say('alerts'), link: { to: '/alerts' } as const }];
  if (data) return <Detail alert={data} crumbs={crumbs} />;
  return (
    <PageFrame title={say('loading')} crumbs={crumbs} hiddenHeading>
      {error ? <ErrorNote error={error} retry={() => void refetch()} /> : <StrokeRows rows={8} label={say('loading')} />}
    </PageFrame>
  );
}

function Detail({ alert, crumbs }: { alert: AlertDetail; crumbs: React.ComponentProps<typeof PageFrame>['crumbs'] }) {
  const say = useWords(alertDetailWords);
  const { day, distance } = useDays();
  const { today } = useSession();
  const name = subjectName(alert);
  const isPast = alert.day < today;
  const isSnoozedInVain = alert.snoozedUntil !== null && alert.snoozedUntil > today && alert.consequence.costsReadiness;
  const title = say(isPast ? `${alert.kind}-past` : alert.kind, { name, day: day(alert.day) });
  return (
    <PageFrame
      title={name}
      crumbs={crumbs}
      aside={
        <>
          <AlertSteps alert={alert} />
          <AlertTold told={alert.told} />
        </>
      }
    >
      <PageHead title={title} beside={<StateOf row={alert} />}>
        {say('lead', { distance: capital(distance(today, alert.day)), step: alert.step })} <Owner alert={alert} />
      </PageHead>
      {isSnoozedInVain && <Note tone="warning">{say('snoozedInVain', { day: day(alert.snoozedUntil ?? '') })}</Note>}
      <AlertActions alert={alert} />
      <Falls consequence={alert.consequence} kind={alert.kind} isPast={isPast} />
      <WayOutSection alert={alert} />
      <AlertHistory events={alert.events} />
    </PageFrame>
  );
}

function Owner({ alert }: { alert: AlertDetail }) {
  const say = useWords(alertDetailWords);
  const { data } = useFollowing(isAboutStudy(alert.kind) ? alert.subject.id : null);
  if (!isAboutStudy(alert.kind)) return null;
  const followers = data?.followers.map(({ name }) => name) ?? [];
  return (
    <>
      {alert.owner ? say('owner', { name: alert.owner }) : say('noOwner')}{' '}
      {followers.length > 0 && say('followers', { names: followers.join(', ') })}
    </>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
