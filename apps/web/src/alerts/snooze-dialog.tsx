import type { AlertDetail } from '@caseboard/contracts';
import { useState } from 'react';
import { addDays } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { useSession } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { DayField } from '../ui/day-field';
import { Dialog } from '../ui/dialog';
import { TextArea } from '../ui/field';
import { ErrorNote, faultText, Note } from '../ui/note';
import { useToast } from '../ui/toast';
import { useActOnAlert } from './alert.queries';
import styles from './alert.module.css';

const words = defineWords(
  {
    title: 'Snooze until a day',
    lead: 'Every warning of {day} waits until then; on that day the most urgent one comes.',
    noHold:
      'It costs a readiness, so its warnings come all the same, to you and to managers. The snooze holds them only once it costs none.',
    until: 'Until',
    quick: 'Quick choices',
    week: 'A week',
    twoWeeks: 'Two weeks',
    month: 'A month',
    day: 'The day itself',
    late: 'The day itself is the last one possible: {day}.',
    early: 'Choose a day after today.',
    reason: 'Why it can wait',
    reasonHelp: 'Everybody who looks at this alert reads it.',
    needs: 'Choose a day and write why it can wait.',
    cancel: 'Cancel',
    snooze: 'Snooze',
    done: 'Snoozed until {day}',
  },
  {
    title: '推迟到某一天',
    lead: '{day} 的所有提醒都等到那时，届时发出最紧急的一条。',
    noHold: '此提醒将导致失去就绪，因此照常通知您和经理；不再造成丧失时，推迟才生效。',
    until: '推迟到',
    quick: '快捷选择',
    week: '一周',
    twoWeeks: '两周',
    month: '一个月',
    day: '到期当天',
    late: '最晚只能推迟到 {day}。',
    early: '请选择今天之后的日期。',
    reason: '推迟的原因',
    reasonHelp: '查看此提醒的人都能看到。',
    needs: '请选择日期并填写推迟的原因。',
    cancel: '取消',
    snooze: '推迟',
    done: '已推迟到 {day}',
  },
);

const quickDays = { week: 7, twoWeeks: 14, month: 30 } as const;

/** Holds every step of this day until another, not after it, with a reason (rules 8.6). */
export function SnoozeDialog({ alert, onClose }: { alert: AlertDetail; onClose: () => void }) {
  const say = useWords(words);
  const toast = useToast();
  const { day } = useDays();
  const { today } = useSession();
  const [until, setUntil] = useState('');
  // A quick choice takes the place of what stands in the field.
  const [picked, setPicked] = useState(0);
  const [reason, setReason] = useState('');
  const snooze = useActOnAlert(alert.id);
  const quick = [
    ...(['week', 'twoWeeks', 'month'] as const).map((name) => ({ name, on: addDays(today, quickDays[name]) })),
    { name: 'day' as const, on: alert.day },
  ].filter(({ name, on }) => (name === 'day' ? on > today : on < alert.day));
  const fault = until && (until > alert.day ? say('late', { day: day(alert.day) }) : until <= today ? say('early') : null);
  const cannot = fault || ((!until || !reason.trim()) && say('needs'));
  const put = () =>
    snooze.mutate(
      { act: 'snooze', until, reason: reason.trim() },
      { onSuccess: () => (onClose(), toast({ text: say('done', { day: day(until) }) })) },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('title')}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button look="strong" cannot={cannot} busy={snooze.isPending} onClick={put}>
            {say('snooze')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {alert.consequence.costsReadiness ? <Note tone="warning">{say('noHold')}</Note> : <p>{say('lead', { day: day(alert.day) })}</p>}
        {snooze.error && <ErrorNote error={snooze.error} shownPaths={['until', 'reason']} />}
        <div className={styles.quick} role="group" aria-label={say('quick')}>
          {quick.map(({ name, on }) => (
            <Button key={name} size="small" aria-pressed={until === on} onClick={() => (setUntil(on), setPicked(picked + 1))}>
              {say(name)}
            </Button>
          ))}
        </div>
        <DayField key={picked} label={say('until')} value={until} onChange={setUntil} error={fault || faultText(snooze.error, 'until')} />
        <TextArea
          label={say('reason')}
          help={say('reasonHelp')}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
          error={faultText(snooze.error, 'reason')}
        />
      </div>
    </Dialog>
  );
}
