import { lifeCycleWords, visibilityWords } from '@caseboard/wording';
import { Link, useNavigate } from '@tanstack/react-router';
import { useAsOf } from '../platform/as-of';
import { addDays, daysBetween } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { useMay, useSession } from '../platform/session';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Tabs } from '../ui/choose';
import type { IconName } from '../ui/icon';
import { Mark } from '../ui/mark';
import { DaysBar } from '../ui/meter';
import { Tag } from '../ui/tag';
import { useStudy } from './study-context';
import { studyTabs, tabOfPlace, type Gap, type StudyTab } from './study-places';
import styles from './study-page.module.css';

const words = defineWords(
  {
    write: 'Write',
    facts: 'Facts',
    links: 'Links',
    preview: 'Public preview',
    'copy-pack': 'Copy pack',
    history: 'History',
    parts: 'Parts of the study',
    left: '{days, plural, =0 {Last day} one {# day left} other {# days left}}',
    through: 'counts through {day}',
    expired: 'Expired',
    since: 'no longer counts since {day}',
    ageless: 'Never ages for what it is linked to',
    noDay: 'No go-live day yet',
    notYet: 'Goes live {day}',
    withheld: 'Customer withheld',
    noCustomer: 'No customer yet',
  },
  {
    write: '撰写',
    facts: '基本信息',
    links: '关联',
    preview: '公开预览',
    'copy-pack': '复制包',
    history: '变更记录',
    parts: '案例各部分',
    left: '{days, plural, =0 {最后一天} other {还有 {days} 天}}',
    through: '有效至 {day}',
    expired: '已过期',
    since: '自 {day}起不再有效',
    ageless: '所关联的认证没有时效要求',
    noDay: '尚无上线日期',
    notYet: '{day}上线',
    withheld: '客户名称不予显示',
    noCustomer: '尚无客户',
  },
);

const visibilityIcons: { readonly [V in 'public' | 'anonymous' | 'private']: IconName } = {
  public: 'globe',
  anonymous: 'mask',
  private: 'lock',
};

/** Whose study it is, how long it still counts, and the way to its parts. */
export function StudyHead({ tab, title }: { tab: StudyTab; title: string }) {
  const say = useWords(words);
  const language = useLanguage();
  const may = useMay();
  const navigate = useNavigate();
  const { draft, standing, gaps } = useStudy();
  const besides: { readonly [T in StudyTab]?: React.ReactNode } = {
    facts: factsMark(gaps),
    links: draft.applications.length > 0 ? draft.applications.length : undefined,
    preview: standing && standing.names.places.length > 0 && draft.visibility === 'anonymous' ? <Mark of="unmet" size={12} /> : undefined,
  };
  const shown = studyTabs.filter((each) => each !== 'history' || may('history.read'));
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        <h1>{title}</h1>
        <div className={styles.tags}>
          {draft.customer !== null && !draft.customerWithheld ? (
            <Link to="/customers/$id" params={{ id: draft.customer }}>
              <Tag outlined icon="building">
                {draft.customerName ?? draft.customer}
              </Tag>
            </Link>
          ) : (
            <Tag outlined icon="building">
              {say(draft.customerWithheld ? 'withheld' : 'noCustomer')}
            </Tag>
          )}
          <Tag outlined dot>
            {lifeCycleWords[language][draft.status]}
          </Tag>
          <Tag outlined icon={visibilityIcons[draft.visibility]}>
            {visibilityWords[language][draft.visibility]}
          </Tag>
          <DaysLeft />
        </div>
      </div>
      <div className={styles.tabs}>
        <Tabs<StudyTab>
          look="segmented"
          label={say('parts')}
          value={tab}
          options={shown.map((value) => ({ value, label: say(value), beside: besides[value] || undefined }))}
          onChange={(value) =>
            void navigate({
              to: '.',
              search: (old: Record<string, unknown>) => ({ ...old, tab: value === 'write' ? undefined : value }),
              resetScroll: false,
            })
          }
        />
      </div>
    </header>
  );
}

/** The worst that is said about a fact: something against it, or something not answered yet. */
function factsMark(gaps: readonly Gap[]) {
  const open = gaps.filter(({ finding, place }) => finding.code !== 'name-withheld' && tabOfPlace(place) === 'facts');
  if (open.length === 0) return null;
  return <Mark of={open.some(({ finding }) => finding.outcome === 'unmet') ? 'unmet' : 'unanswered'} size={12} />;
}

function DaysLeft() {
  const say = useWords(words);
  const { day } = useDays();
  const { day: asOf } = useAsOf();
  const { organisation } = useSession();
  const { draft, standing } = useStudy();
  const expiresOn = standing ? standing.expiresOn : draft.expiresOn;
  if (!draft.deployedOn) return <span className={styles.left}>{say('noDay')}</span>;
  if (draft.deployedOn > asOf) return <span className={styles.left}>{say('notYet', { day: day(draft.deployedOn) })}</span>;
  if (!expiresOn) return <span className={styles.left}>{say('ageless')}</span>;
  const left = daysBetween(asOf, expiresOn);
  if (left <= 0) {
    return (
      <span className={styles.left}>
        <Mark of="expired" label="" />
        <b>{say('expired')}</b> {say('since', { day: day(expiresOn) })}
      </span>
    );
  }
  return (
    <span className={styles.left}>
      <DaysBar left={left} of={daysBetween(draft.deployedOn, expiresOn)} soon={organisation.warningDays} />
      <span>
        <b>{say('left', { days: left - 1 })}</b> · {say('through', { day: day(addDays(expiresOn, -1)) })}
      </span>
    </span>
  );
}
