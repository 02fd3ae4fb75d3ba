import type { SpecializationPage } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { specializationName } from '../platform/specialization-name';
import { useWords } from '../platform/words';
import { useFindingText } from '../studies/finding-text';
import { Button, ButtonLink } from '../ui/button';
import { Mark } from '../ui/mark';
import { EmptyState } from '../ui/note';
import { Section } from '../ui/page-frame';
import { Tag } from '../ui/tag';
import { specializationWords } from './specialization.words';
import styles from './specialization.module.css';

type Candidate = SpecializationPage['candidates'][number];
const firstShown = 6;

/** Studies that do not count yet, best first: what each asks, what it costs, what it gains and what it would cost elsewhere. */
export function Candidates({ page }: { page: SpecializationPage }) {
  const say = useWords(specializationWords);
  const [all, setAll] = useState(false);
  const shown = all ? page.candidates : page.candidates.slice(0, firstShown);
  const cheapest = page.withCheapestFix?.wayOut.study;
  return (
    <Section title={say('candidates')} count={page.candidates.length} beside={page.candidates.length > 1 && say('bestFirst')}>
      {page.candidates.length === 0 ? (
        <EmptyState
          small
          title={say('noCandidates')}
          actions={
            <ButtonLink to="/studies/new" search={{ for: page.entry.code }}>
              {say('newStudy')}
            </ButtonLink>
          }
        />
      ) : (
        <ol className={styles.candidates}>
          {shown.map((candidate) => (
            <CandidateRow key={candidate.id} candidate={candidate} page={page} isCheapest={candidate.id === cheapest} />
          ))}
        </ol>
      )}
      {!all && page.candidates.length > firstShown && (
        <Button look="link" onClick={() => setAll(true)}>
          {say('more', { count: page.candidates.length - firstShown })}
        </Button>
      )}
    </Section>
  );
}

function CandidateRow({ candidate, page, isCheapest }: { candidate: Candidate; page: SpecializationPage; isCheapest: boolean }) {
  const say = useWords(specializationWords);
  const finding = useFindingText();
  const { id, title, customerName, state, findings, heldBy } = candidate;
  const name = specializationName(page.entry.name);
  const blocking = findings.filter(({ kind }) => kind === 'blocking');
  return (
    <li>
      <Mark of={state} label="" />
      <div className={styles.candidateText}>
        <h3>
          <Link to="/studies/$id" params={{ id }} search={{ for: page.entry.code }}>
            {customerName ?? title}
          </Link>
          {customerName && <span>{title}</span>}
          {isCheapest && <Tag tone="could">{say('cheapest')}</Tag>}
        </h3>
        <Mark of={state} word />
        {(blocking.length > 0 || heldBy) && (
          <ul>
            {heldBy && <li>{say('heldBy', { title: heldBy.title })}</li>}
            {blocking.map((each) => (
              <li key={each.code}>{finding.sentence(each, { specialization: name })}</li>
            ))}
          </ul>
        )}
      </div>
      <Gain candidate={candidate} page={page} />
      <ButtonLink
        to="/studies/$id"
        params={{ id }}
        search={{ for: page.entry.code, tab: state === 'could-support' ? 'links' : undefined }}
        className={styles.candidateDo}
      >
        {say(heldBy ? 'compare' : state === 'could-support' ? 'link' : blocking.length > 0 ? 'close' : 'open', { gaps: blocking.length })}
      </ButtonLink>
    </li>
  );
}

function Gain({ candidate: { effort, then, sideEffects }, page }: { candidate: Candidate; page: SpecializationPage }) {
  const say = useWords(specializationWords);
  const { day } = useDays();
  return (
    <div className={styles.gain}>
      <span>{effort === null ? say('unfixable') : effort === 0 ? say('noEffort') : say('effort', { points: effort })}</span>
      {then && (
        <small>
          {then.readyThrough === 'open'
            ? say('holdsOpen')
            : then.readyThrough
              ? say('holds', { day: day(then.readyThrough, 'plain') })
              : say('stillShort', { have: then.supporting, needs: page.readiness.needs.studies })}
        </small>
      )}
      {sideEffects.map((effect) => (
        <small key={effect.code} className={styles.cost}>
          <Mark of="not-ready" label="" size={12} />{' '}
          {say('swapCosts', { name: specializationName(effect.name), day: day(effect.on, 'plain') })}
        </small>
      ))}
    </div>
  );
}
