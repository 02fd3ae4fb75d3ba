import type { Standing } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { specializationName } from '../platform/specialization-name';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Mark } from '../ui/mark';
import { StrokeRows } from '../ui/skeleton';
import { useFindingText } from './finding-text';
import { Outlook } from './outlook';
import { useStudy } from './study-context';
import { effortOf, isGap, type Gap } from './study-places';
import styles from './worth-panel.module.css';

const words = defineWords(
  {
    panel: 'What this study is worth',
    gaps: '{count, plural, one {# gap to close} other {# gaps to close}}',
    noGaps: 'No gap',
    noGapsActive: 'Every blocking check is met.',
    noGapsDraft: 'It counts once it is active.',
    effort: 'effort {points}',
    of: 'for {names}',
    linked: 'Linked',
    could: 'Could support',
    advice: 'Advice, blocks nothing',
    gapCount: '{count, plural, one {# gap} other {# gaps}}',
    counts: 'counts',
    expired: 'expired',
    also: 'Also: {things}.',
    link: 'Link it',
    more: 'Show {count} more',
    glue: ', ',
    notLinked: 'Not linked to any specialization yet.',
  },
  {
    panel: '此案例的价值',
    gaps: '{count} 处缺项待补',
    noGaps: '没有缺项',
    noGapsActive: '全部必要检查均已满足。',
    noGapsDraft: '启用后即有效。',
    effort: '工作量 {points}',
    of: '{names} 要求',
    linked: '已关联',
    could: '可支持',
    advice: '建议，不影响结果',
    gapCount: '{count} 处缺项',
    counts: '有效',
    expired: '已过期',
    also: '另需：{things}。',
    link: '关联',
    more: '再显示 {count} 项',
    glue: '、',
    notLinked: '尚未关联任何专业认证。',
  },
);

/** At the right of the study: the gaps first, then for each specialization what closing them gives. */
export function WorthPanel() {
  const say = useWords(words);
  const text = useFindingText();
  const { standing, gaps, draft, mayEdit, edit } = useStudy();
  const [all, setAll] = useState(false);
  if (!standing) return <StrokeRows rows={6} label={say('panel')} />;
  const advice = standing.general.filter(({ kind, outcome }) => kind === 'advice' && outcome !== 'met');
  const could = all ? standing.could : standing.could.slice(0, 5);
  const link = (code: string) =>
    edit((now) => ({ ...now, applications: [...now.applications, { specialization: code, relevance: '', category: null, history: [] }] }));
  return (
    <div className={styles.panel}>
      <GapsCard gaps={gaps} isDraft={draft.status !== 'active'} />
      <section>
        <h2>{say('linked')}</h2>
        {standing.linked.length === 0 && <p className={styles.nothing}>{say('notLinked')}</p>}
        <ul>
          {standing.linked.map((each) => (
            <Line key={each.code} standing={each} gaps={gaps} />
          ))}
        </ul>
      </section>
      {could.length > 0 && (
        <section>
          <h2>{say('could')}</h2>
          <ul>
            {could.map((each) => (
              <Line key={each.code} standing={each} gaps={gaps} onLink={mayEdit ? () => link(each.code) : undefined} />
            ))}
          </ul>
          {standing.could.length > could.length && (
            <Button look="link" onClick={() => setAll(true)}>
              {say('more', { count: standing.could.length - could.length })}
            </Button>
          )}
        </section>
      )}
      {advice.length > 0 && (
        <section>
          <h2>{say('advice')}</h2>
          <ul className={styles.advice}>
            {advice.map((finding) => (
              <li key={finding.code}>
                <Mark of="advice" label="" />
                <span>{text.sentence(finding)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function GapsCard({ gaps, isDraft }: { gaps: readonly Gap[]; isDraft: boolean }) {
  const say = useWords(words);
  const text = useFindingText();
  const { goTo, standing } = useStudy();
  const nameOf = (code: string) => specializationName(standing?.linked.find((each) => each.code === code)?.name ?? code);
  if (gaps.length === 0) {
    return (
      <section className={styles.card} aria-live="polite">
        <h2 className={styles.cardHead}>
          <Mark of="met" label="" /> {say('noGaps')}
        </h2>
        <p className={styles.note}>{say(isDraft ? 'noGapsDraft' : 'noGapsActive')}</p>
      </section>
    );
  }
  return (
    <section className={styles.card}>
      <h2 className={styles.cardHead}>
        <span aria-live="polite">{say('gaps', { count: gaps.length })}</span>
        <small>{say('effort', { points: effortOf(gaps) })}</small>
      </h2>
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.finding.code} ${gap.of.join()}`}>
            <button type="button" className={styles.gap} onClick={() => goTo(gap.place)}>
              <Mark of={gap.finding.outcome === 'unmet' ? 'unmet' : 'unanswered'} />
              <span>
                {text.sentence(gap.finding, { places: gap.places })}
                {gap.of.length > 0 && <em>{say('of', { names: gap.of.map(nameOf).join(say('glue')) })}</em>}
              </span>
              <span className={styles.points}>{gap.finding.effort}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ standing, gaps, onLink }: { standing: Standing; gaps: readonly Gap[]; onLink?: () => void }) {
  const say = useWords(words);
  const text = useFindingText();
  const language = useLanguage();
  const name = specializationName(standing.name);
  const listed = new Set(gaps.map(({ finding }) => finding.code));
  const also = onLink
    ? standing.findings.filter((finding) => isGap(finding) && !listed.has(finding.code)).map(({ code }) => text.label(code))
    : [];
  return (
    <li className={styles.line}>
      <Mark of={standing.state} gaps={undefined} />
      <div className={styles.lineText}>
        <p className={styles.lineHead}>
          <Link to="/specializations/$code" params={{ code: standing.code }} className={styles.name}>
            {name}
          </Link>
          <StateWord standing={standing} />
        </p>
        {also.length > 0 && (
          <p className={styles.note}>
            {say('also', {
              things: also.map((label) => (language === 'en' ? label.charAt(0).toLowerCase() + label.slice(1) : label)).join(say('glue')),
            })}
          </p>
        )}
        <Outlook standing={standing} name={name} />
        {onLink && (
          <Button look="link" size="small" onClick={onLink} aria-label={`${say('link')}: ${name}`}>
            {say('link')}
          </Button>
        )}
      </div>
    </li>
  );
}

function StateWord({ standing: { state, gaps } }: { standing: Standing }) {
  const say = useWords(words);
  if (state === 'counts' || state === 'would-count') return null;
  if (state === 'expires-soon') return null;
  if (state === 'expired') return <span className={styles.grey}>{say('expired')}</span>;
  return (
    <span className={state === 'could-support' ? styles.could : state === 'blocked' ? styles.blocked : styles.grey}>
      {say('gapCount', { count: gaps })}
    </span>
  );
}
