import type { ReportView } from '@caseboard/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ErrorNote } from '../ui/note';
import { useIssue, useReports, type DraftDays } from './report.queries';
import { reportScreenWords } from './report.words';

/** Issued is issued, so it asks once; then the report's own page shows how far it is. */
export function IssueButton({ days, draft }: { days: DraftDays; draft: ReportView }) {
  const say = useWords(reportScreenWords);
  const { day } = useDays();
  const navigate = useNavigate();
  const issue = useIssue();
  const [open, setOpen] = useState(false);
  const last = useReports({ size: 1 }).data;
  const name = last ? say('issueNumbered', { number: (last.items[0]?.number ?? 0) + 1 }) : say('issue');
  const go = () =>
    issue.mutate(days, { onSuccess: ({ number }) => void navigate({ to: '/reports/$number', params: { number: String(number) } }) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{name}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={name}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{say('cancel')}</Button>
            <Button look="strong" busy={issue.isPending} onClick={go}>
              {say('issueIt')}
            </Button>
          </>
        }
      >
        <p>{say('issueText', { from: day(draft.from), to: day(draft.to) })}</p>
        {issue.error && <ErrorNote error={issue.error} />}
      </Dialog>
    </>
  );
}
