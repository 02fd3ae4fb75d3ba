import type { AlertDetail } from '@caseboard/contracts';
import { isAboutStudy } from '@caseboard/domain';
import { useState } from 'react';
import { useMay, useSession } from '../platform/session';
import { useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { ErrorNote } from '../ui/note';
import { useToast } from '../ui/toast';
import { isOpen, subjectLink } from './alert-text';
import { alertDetailWords } from './alert.words';
import { useActOnAlert, useFollow, useFollowing } from './alert.queries';
import { HandOverDialog } from './hand-over-dialog';
import { SnoozeDialog } from './snooze-dialog';
import styles from './alert.module.css';

/** What a person can do about an alert; a button that cannot work says why. */
export function AlertActions({ alert }: { alert: AlertDetail }) {
  const say = useWords(alertDetailWords);
  const may = useMay();
  const toast = useToast();
  const { today } = useSession();
  const [dialog, setDialog] = useState<'snooze' | 'hand-over' | null>(null);
  const act = useActOnAlert(alert.id);
  const mayNot = !may('alert.act') ? say('mayNot') : !alert.canAct && say('notYours');
  const settled = !isOpen(alert.state) && say('settled');
  const aboutStudy = isAboutStudy(alert.kind);
  return (
    <div className={styles.actions}>
      <Button
        icon="check"
        cannot={mayNot || settled}
        busy={act.isPending}
        onClick={() => act.mutate({ act: 'acknowledge' }, { onSuccess: () => toast({ text: say('acknowledged') }) })}
      >
        {say('acknowledge')}
      </Button>
      <Button cannot={mayNot || (alert.day <= today && say('dayHasCome'))} onClick={() => setDialog('snooze')}>
        {say('snooze')}
      </Button>
      {aboutStudy && (
        <Button cannot={mayNot} onClick={() => setDialog('hand-over')}>
          {say('handOver')}
        </Button>
      )}
      {aboutStudy && <Follow study={alert.subject.id} />}
      <ButtonLink {...subjectLink(alert)}>{say(aboutStudy ? 'openStudy' : 'openSpecialization')}</ButtonLink>
      {act.error && (
        <div className={styles.refusal}>
          <ErrorNote error={act.error} />
        </div>
      )}
      {dialog === 'snooze' && <SnoozeDialog alert={alert} onClose={() => setDialog(null)} />}
      {dialog === 'hand-over' && <HandOverDialog alert={alert} onClose={() => setDialog(null)} />}
    </div>
  );
}

function Follow({ study }: { study: string }) {
  const say = useWords(alertDetailWords);
  const toast = useToast();
  const { data } = useFollowing(study);
  const follow = useFollow(study);
  const isFollowing = data?.following ?? false;
  return (
    <Button
      icon={isFollowing ? 'check' : 'plus'}
      aria-pressed={isFollowing}
      busy={follow.isPending}
      onClick={() => follow.mutate(!isFollowing, { onSuccess: () => toast({ text: say(isFollowing ? 'unfollowed' : 'followed') }) })}
    >
      {say(isFollowing ? 'unfollow' : 'follow')}
    </Button>
  );
}
