import type { Standing, StudyStanding } from '@caseboard/contracts';
import { Link } from '@tanstack/react-router';
import { specializationName } from '../platform/specialization-name';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Section } from '../ui/page-frame';
import { useFindingText } from './finding-text';
import { Outlook } from './outlook';
import { isGap } from './study-places';
import styles from './new-study.module.css';

const words = defineWords(
  {
    title: 'What it could support',
    begin: 'Name the customer, the day or a service, and the specializations it fits appear here.',
    none: 'Nothing in the catalog fits yet. A service or the customer’s industry makes the difference.',
    all: 'Each of them still asks {gaps, plural, one {1 thing} other {# things}}, effort {points}',
    also: 'Also asks: {things}',
    nothing: 'Asks nothing more',
    link: 'Link it to {name}',
    tick: 'Tick those that the study should be linked to from the start.',
    more: 'and {count} more, on the study’s page',
    glue: ', ',
  },
  {
    title: '可以支持',
    begin: '填写客户、日期或服务后，适合的专业认证会显示在这里。',
    none: '目录中暂无适合的项。填写服务或客户的行业会有所不同。',
    all: '每项都还要求 {gaps} 项，工作量 {points}',
    also: '另需：{things}',
    nothing: '别无要求',
    link: '关联到 {name}',
    tick: '勾选一开始就要关联的认证。',
    more: '另有 {count} 项，见案例页面',
    glue: '、',
  },
);

const mostShown = 12;

interface Props {
  standing: StudyStanding | undefined;
  isEmpty: boolean;
  linked: readonly string[];
  onLink: (code: string, on: boolean) => void;
}

/** The specializations a new study fits, targets first: what all of them ask once, and what each asks besides. */
export function CouldSupport({ standing, isEmpty, linked, onLink }: Props) {
  const say = useWords(words);
  const text = useFindingText();
  const all = [...(standing?.linked ?? []), ...(standing?.could ?? [])].sort(
    (one, other) =>
      Number(other.target) - Number(one.target) ||
      (one.effort ?? Infinity) - (other.effort ?? Infinity) ||
      one.name.localeCompare(other.name, 'en'),
  );
  const common = (standing?.general ?? []).filter(isGap);
  const shared = new Set(common.map(({ code }) => code));
  return (
    <Section title={say('title')} count={isEmpty || !standing ? undefined : all.length}>
      <div aria-live="polite">
        {isEmpty && <p className={styles.hint}>{say('begin')}</p>}
        {!isEmpty && standing && all.length === 0 && <p className={styles.hint}>{say('none')}</p>}
      </div>
      {all.length > 0 && common.length > 0 && (
        <details className={styles.common}>
          <summary>{say('all', { gaps: common.length, points: common.reduce((sum, { effort }) => sum + (effort ?? 0), 0) })}</summary>
          <ul>
            {common.map(({ code, effort }) => (
              <li key={code}>
                {text.label(code)} <small>{effort}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ul className={styles.could}>
        {all.slice(0, mostShown).map((each) => (
          <One key={each.code} standing={each} shared={shared} isLinked={linked.includes(each.code)} onLink={onLink} />
        ))}
      </ul>
      {all.length > mostShown && <p className={styles.hint}>{say('more', { count: all.length - mostShown })}</p>}
      {all.length > 0 && <p className={styles.hint}>{say('tick')}</p>}
    </Section>
  );
}

interface OneProps {
  standing: Standing;
  shared: ReadonlySet<string>;
  isLinked: boolean;
  onLink: (code: string, on: boolean) => void;
}

function One({ standing, shared, isLinked, onLink }: OneProps) {
  const say = useWords(words);
  const language = useLanguage();
  const text = useFindingText();
  const name = specializationName(standing.name);
  const own = standing.findings.filter((finding) => isGap(finding) && !shared.has(finding.code)).map(({ code }) => text.label(code));
  const things = own.map((label) => (language === 'en' ? label.charAt(0).toLowerCase() + label.slice(1) : label)).join(say('glue'));
  return (
    <li>
      <input
        type="checkbox"
        aria-label={say('link', { name })}
        checked={isLinked}
        onChange={(event) => onLink(standing.code, event.target.checked)}
      />
      <div>
        <Link to="/specializations/$code" params={{ code: standing.code }} className={styles.name}>
          {name}
        </Link>
        <p className={styles.hint}>{own.length > 0 ? say('also', { things }) : say('nothing')}</p>
        <Outlook standing={standing} name={name} />
      </div>
    </li>
  );
}
