import { useParams } from '@tanstack/react-router';
import type { StudyDetail } from '@caseboard/contracts';
import { ProblemError, type Tagged } from '../platform/api';
import { defineWords, useWords } from '../platform/words';
import { ButtonLink } from '../ui/button';
import { EmptyState, ErrorNote } from '../ui/note';
import { PageFrame } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { useStoredStudy } from './study.queries';
import { StudyWorkspace } from './study-workspace';

const words = defineWords(
  {
    studies: 'Studies',
    study: 'Study',
    gone: 'There is no study {id}',
    goneWhy: 'It was removed, or the address is mistyped.',
    all: 'All studies',
  },
  { studies: '案例', study: '案例', gone: '没有案例 {id}', goneWhy: '可能已被移除，或地址有误。', all: '全部案例' },
);

export function Page() {
  const say = useWords(words);
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useStoredStudy(id);
  if (data) return <StudyWorkspace key={id} tagged={data as Tagged<StudyDetail>} />;
  const isGone = error instanceof ProblemError && error.status === 404;
  return (
    <PageFrame title={say('study')} crumbs={[{ label: say('studies'), link: { to: '/studies' } }]} hiddenHeading>
      {isGone && (
        <EmptyState title={say('gone', { id })} actions={<ButtonLink to="/studies">{say('all')}</ButtonLink>}>
          {say('goneWhy')}
        </EmptyState>
      )}
      {error && !isGone ? <ErrorNote error={error} retry={() => void refetch()} /> : null}
      {!error && <StrokeRows rows={8} height={40} label={say('study')} />}
    </PageFrame>
  );
}
