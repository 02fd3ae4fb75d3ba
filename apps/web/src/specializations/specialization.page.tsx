import type { SpecializationPage } from '@caseboard/contracts';
import { useParams } from '@tanstack/react-router';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { ErrorNote } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { StrokeRows } from '../ui/skeleton';
import { Tag } from '../ui/tag';
import { Asks } from './asks';
import { Candidates } from './candidates';
import { Facts } from './facts';
import { specializationWords } from './specialization.words';
import { useSpecializationPage } from './specialization.queries';
import { StatusSentence } from './status-sentence';
import { StepsOver } from './steps-over';
import { Supporting } from './supporting';

export function Page() {
  const say = useWords(specializationWords);
  const { code = '' } = useParams({ strict: false });
  const { data: page, error, refetch } = useSpecializationPage(code);
  const name = page ? specializationName(page.entry.name) : code;
  return (
    <PageFrame
      title={name}
      crumbs={[{ label: say('specializations'), link: { to: '/specializations' } }]}
      asOf
      aside={page && <Asks page={page} />}
    >
      {error ? <ErrorNote error={error} retry={() => void refetch()} /> : page ? <Content page={page} /> : <StrokeRows rows={8} />}
    </PageFrame>
  );
}

function Content({ page }: { page: SpecializationPage }) {
  return (
    <>
      <PageHead title={page.entry.name.replace(/ - (services|software)$/, '')} beside={<Tags page={page} />}>
        <StatusSentence page={page} />
      </PageHead>
      <Facts page={page} />
      <StepsOver page={page} />
      <Supporting page={page} />
      <Candidates page={page} />
    </>
  );
}

function Tags({ page: { entry } }: { page: SpecializationPage }) {
  const say = useWords(specializationWords);
  return (
    <>
      {(entry.path === 'services' || entry.path === 'software') && <Tag>{say(entry.path)}</Tag>}
      {entry.held && <Tag icon="check">{say('held')}</Tag>}
      {entry.target && <Tag outlined>{say('weight', { weight: entry.target.weight })}</Tag>}
    </>
  );
}
