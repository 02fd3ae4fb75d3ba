import type { ReportView } from '@caseboard/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useDays } from '../platform/day-text';
import { useMay, useSession } from '../platform/session';
import { useWords, type Language } from '../platform/words';
import { Button } from '../ui/button';
import { DayField } from '../ui/day-field';
import { Icon } from '../ui/icon';
import { TextLink } from '../ui/page-frame';
import { Popover } from '../ui/popover';
import { IssueButton } from './issue-button';
import { LanguageSwitch } from './language-switch';
import type { DraftDays } from './report.queries';
import { reportScreenWords } from './report.words';
import styles from './report.module.css';

interface Props {
  days: DraftDays;
  draft: ReportView | undefined;
  language: Language;
}

/** Above the paper: which days it compares, where the issued ones are, and issuing it. */
export function DraftTools({ days, draft, language }: Props) {
  const say = useWords(reportScreenWords);
  const may = useMay();
  const { today } = useSession();
  const { day } = useDays();
  return (
    <div className={styles.tools}>
      <DaysChoice
        key={`${days.from} ${days.to}`}
        days={days}
        label={
          draft
            ? draft.to === today
              ? say('spanToday', { from: day(draft.from) })
              : say('span', { from: day(draft.from), to: day(draft.to) })
            : say('days')
        }
        shown={draft}
      />
      <span className={styles.narrowOnly}>
        <LanguageSwitch value={language} />
      </span>
      <span className={styles.toolLinks}>
        <TextLink to="/reports">{say('issued')}</TextLink>
        <TextLink to="/known">{say('known')}</TextLink>
        {may('report.settings') && (
          <TextLink to="/settings" hash="report">
            {say('settings')}
          </TextLink>
        )}
      </span>
      {may('report.issue') && draft && <IssueButton days={days} draft={draft} />}
    </div>
  );
}

function DaysChoice({ days, label, shown }: { days: DraftDays; label: string; shown: ReportView | undefined }) {
  const say = useWords(reportScreenWords);
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(days.from ?? '');
  const [to, setTo] = useState(days.to ?? '');
  const go = (next: DraftDays) => {
    setOpen(false);
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, from: next.from, to: next.to }) });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    go({ from: from || undefined, to: to || undefined });
  };
  return (
    <Popover
      open={open}
      onChange={setOpen}
      label={say('days')}
      target={
        <Button onClick={() => setOpen(!open)} aria-expanded={open} icon="calendar">
          {label}
          <Icon name="down" size={14} />
        </Button>
      }
    >
      <form className={styles.days} onSubmit={send}>
        <DayField label={say('from')} value={from || (shown?.from ?? '')} onChange={setFrom} />
        <DayField label={say('to')} value={to || (shown?.to ?? '')} onChange={setTo} />
        <div className={styles.dayButtons}>
          <Button onClick={() => go({})}>{say('sinceLast')}</Button>
          <Button type="submit" look="strong">
            {say('apply')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
