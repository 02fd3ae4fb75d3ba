import type { Standing, StudyStanding } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { specializationName } from '../platform/specialization-name';
import { defineWords, useWords } from '../platform/words';
import { Mark } from '../ui/mark';
import { Section } from '../ui/page-frame';
import { useFindingText } from './finding-text';
import styles from './new-study.module.css';

const words = defineWords(
  {
    title: 'What it could support',
    begin: 'Name the customer, the day or a service, and the specializations it fits appear here.',
    none: 'Nothing in the catalog fits yet. A service or the customer’s industry makes the difference.',
    asks: 'still asks {gaps, plural, one {1 thing} other {# things}}, effort {points}',
    asksOnly: 'still asks {gaps, plural, one {1 thing} other {# things}}',
    have: '{have} of {needs}',
    more: 'and {count} more',
  },
  {
    title: '可以支持',
    begin: '填写客户、日期或服务后，适合的专业认证会显示在这里。',
    none: '目录中暂无适合的项。填写服务或客户的行业会有所不同。',
    asks: '还要求 {gaps} 项，工作量 {points}',
    asksOnly: '还要求 {gaps} 项',
    have: '{have}/{needs}',
    more: '另有 {count} 项',
  },
);

const mostShown = 12;

/** The specializations a new study is linked to or fits, targets first, each with what it still asks. */
export function CouldSupport({ standing, isEmpty }: { standing: StudyStanding | undefined; isEmpty: boolean }) {
  const say = useWords(words);
  const all = [...(standing?.linked ?? []), ...(standing?.could ?? [])].sort(
    (a, b) => Number(b.target) - Number(a.target) || a.gaps - b.gaps,
  );
  return (
    <Section title={say('title')} count={isEmpty ? undefined : all.length}>
      {isEmpty ? (
        <p className={styles.hint}>{say('begin')}</p>
      ) : (
        standing && all.length === 0 && <p className={styles.hint}>{say('none')}</p>
      )}
      <ul className={styles.could}>
        {all.slice(0, mostShown).map((each) => (
          <One key={each.code} standing={each} />
        ))}
      </ul>
      {all.length > mostShown && <p className={styles.hint}>{say('more', { count: all.length - mostShown })}</p>}
    </Section>
  );
}

function One({ standing }: { standing: Standing }) {
  const say = useWords(words);
  const finding = useFindingText();
  const { code, name, state, gaps, effort, readiness, findings } = standing;
  const open = findings.filter(({ kind, outcome }) => kind === 'blocking' && outcome !== 'met');
  return (
    <li>
      <Mark of={state} />
      <details>
        <summary>
          <b>{specializationName(name)}</b>
          <small>{effort === null ? say('asksOnly', { gaps }) : say('asks', { gaps, points: effort })}</small>
        </summary>
        <ul>
          {open.map((each) => (
            <li key={each.code}>{finding.label(each.code)}</li>
          ))}
        </ul>
      </details>
      <Link to="/specializations/$code" params={{ code }} className={styles.have}>
        {say('have', { have: readiness.supporting, needs: readiness.needs })}
      </Link>
    </li>
  );
}
