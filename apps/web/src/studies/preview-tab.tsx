import { placeWords } from '@caseboard/wording';
import type { StudyDetail } from '@caseboard/contracts';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { EmptyState } from '../ui/note';
import { Marked } from '../ui/prose-field';
import { NameRepair } from './name-card';
import { textAt } from './name-repair';
import { publishedPlaces } from './published-places';
import { useStudy } from './study-context';
import { useCustomer } from './study.queries';
import styles from './preview.module.css';

const words = defineWords(
  {
    anonymous:
      'This is all that AWS’s solutions finder publishes about an anonymous study: title, short description and address. Names in red would give the customer away.',
    public:
      'This is what AWS’s solutions finder publishes about a public study: title, short description and address, with the customer named.',
    privateTitle: 'Nothing is published',
    private: 'A private study is read by AWS with the application only. This is how it would look.',
    asPublic: 'As the public sees it',
    behind: 'On the page behind it',
    noTitle: 'No title yet',
    noSummary: 'No short description yet',
    noUrl: 'No address yet',
    proof: 'Proof that the name is gone',
    gone: 'None of {total} published texts holds it',
    still: '{count} of {total} published texts still hold it',
    where: 'Where',
    found: 'Found',
    edit: 'Edit',
    sought: 'Searched for',
    tooShort: 'too short to look for: please check by eye',
    checked: 'Checked as you type, in {texts}.',
    noCustomer: 'Without a customer there is no name to look for.',
    withheld: 'The names are withheld from you, so the proof is too.',
    texts:
      'title, short description, address, anonymous description, {sections, plural, one {# paragraph} other {# paragraphs}} of text, {usages, plural, one {# service usage} other {# service usages}}, {outcomes, plural, one {# outcome} other {# outcomes}} and the support told',
  },
  {
    anonymous: 'AWS 解决方案查找页面对匿名案例只发布这些：标题、简短描述和网址。红色的名称会暴露客户。',
    public: 'AWS 解决方案查找页面对公开案例发布这些：标题、简短描述和网址，并写明客户。',
    privateTitle: '不公开发布',
    private: '私有案例仅随申请提交给 AWS。若公开则如下所示。',
    asPublic: '公众所见',
    behind: '其后的页面',
    noTitle: '尚无标题',
    noSummary: '尚无简短描述',
    noUrl: '尚无网址',
    proof: '名称已不出现的证明',
    gone: '{total} 处发布文字均不含客户名称',
    still: '{total} 处发布文字中仍有 {count} 处含客户名称',
    where: '位置',
    found: '出现',
    edit: '编辑',
    sought: '查找的名称',
    tooShort: '过短，无法查找：请人工确认',
    checked: '随输入检查：{texts}。',
    noCustomer: '尚无客户，没有可查找的名称。',
    withheld: '名称不向您显示，因此也不显示证明。',
    texts: '标题、简短描述、网址、匿名描述、正文 {sections} 段、服务用途 {usages} 条、成效 {outcomes} 项及支持说明',
  },
);

/** What the world sees of the study, and where the customer's name still stands in it (journey 7). */
export function PreviewTab() {
  const say = useWords(words);
  const { draft, marksAt } = useStudy();
  const { data: customer } = useCustomer(draft.customerWithheld ? null : draft.customer);
  const isAnonymous = draft.visibility === 'anonymous';
  const behind = isAnonymous
    ? publishedPlaces(draft).filter(
        (path) => !['title', 'summary', 'url'].includes(path) && marksAt(path, textAt(draft, path) ?? '').length > 0,
      )
    : [];
  const shown = (path: 'title' | 'summary' | 'url', empty: string) =>
    draft[path].trim() ? (
      <Marked text={path === 'url' ? draft.url : draft[path]} marks={marksAt(path, draft[path])} />
    ) : (
      <span className={styles.missing}>{empty}</span>
    );
  const tags = [customer?.industry, ...draft.services.map(({ name }) => name)]
    .filter((tag): tag is string => Boolean(tag?.trim()))
    .slice(0, 8);
  return (
    <div className={styles.preview}>
      <div className={styles.left}>
        <p className={styles.lead}>{say(draft.visibility === 'private' ? 'private' : draft.visibility)}</p>
        <article className={styles.sheet} data-private={draft.visibility === 'private' || undefined}>
          <p className={styles.kind}>
            <Icon name={draft.visibility === 'private' ? 'lock' : 'globe'} />{' '}
            {say(draft.visibility === 'private' ? 'privateTitle' : 'asPublic')}
          </p>
          {draft.visibility === 'public' && draft.customerName && <p className={styles.customer}>{draft.customerName}</p>}
          {isAnonymous && draft.anonymousDescription.trim() && (
            <p className={styles.customer}>
              <Marked text={draft.anonymousDescription} marks={marksAt('anonymousDescription', draft.anonymousDescription)} />
            </p>
          )}
          <h2>{shown('title', say('noTitle'))}</h2>
          <p className={styles.prose}>{shown('summary', say('noSummary'))}</p>
          <p className={styles.url}>{shown('url', say('noUrl'))}</p>
          {tags.length > 0 && (
            <p className={styles.tags}>
              {tags.map((tag, index) => (
                <span key={index}>{tag}</span>
              ))}
            </p>
          )}
        </article>
        {behind.map((path) => (
          <Behind key={path} path={path} />
        ))}
      </div>
      {isAnonymous && <Proof />}
    </div>
  );
}

function Behind({ path }: { path: string }) {
  const say = useWords(words);
  const language = useLanguage();
  const { draft, marksAt } = useStudy();
  const text = textAt(draft, path) ?? '';
  return (
    <article className={styles.sheet}>
      <p className={styles.kind}>
        <Icon name="out" /> {say('behind')}
      </p>
      <p className={styles.customer}>{placeWords(path, language)}</p>
      <p className={styles.prose}>
        <Marked text={text} marks={marksAt(path, text)} />
      </p>
    </article>
  );
}

function Proof() {
  const say = useWords(words);
  const language = useLanguage();
  const { draft, standing, marksAt, goTo, mayEdit } = useStudy();
  const texts = publishedPlaces(draft);
  const total = texts.length;
  const found = texts.map((path) => ({ path, marks: marksAt(path, textAt(draft, path) ?? '') })).filter(({ marks }) => marks.length > 0);
  const names = standing?.names;
  if (draft.customerWithheld || !names || (draft.customer !== null && names.sought.length + names.unsought.length === 0 && !mayEdit)) {
    return (
      <section className={styles.proof}>
        <h2>{say('proof')}</h2>
        <p className={styles.note}>{say('withheld')}</p>
      </section>
    );
  }
  if (draft.customer === null) {
    return (
      <section className={styles.proof}>
        <EmptyState small title={say('proof')}>
          {say('noCustomer')}
        </EmptyState>
      </section>
    );
  }
  return (
    <section className={styles.proof} aria-live="polite">
      <h2>{say('proof')}</h2>
      <p className={found.length > 0 ? styles.bad : styles.good}>
        <Mark of={found.length > 0 ? 'unmet' : 'met'} label="" />
        {found.length > 0 ? say('still', { count: found.length, total }) : say('gone', { total })}
      </p>
      {found.length > 0 && (
        <table className={styles.places}>
          <thead>
            <tr>
              <th scope="col">{say('where')}</th>
              <th scope="col">{say('found')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {found.map(({ path, marks }) => (
              <tr key={path}>
                <th scope="row">{placeWords(path, language)}</th>
                <td>
                  {[...new Set(marks.map(({ name }) => name))].map((name) => (
                    <span key={name} className={styles.name}>
                      <Marked text={name} marks={[{ start: 0, end: name.length }]} />
                    </span>
                  ))}
                </td>
                <td>
                  {path === 'url' || !mayEdit ? (
                    <Button size="small" onClick={() => goTo(path)}>
                      {say('edit')}
                    </Button>
                  ) : (
                    <NameRepair path={path} marks={marks} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{say('sought')}</h3>
      <ul className={styles.sought}>
        {names.sought.map((name) => (
          <li key={name}>
            <Icon name="search" size={14} /> {name}
          </li>
        ))}
        {names.unsought.map((name) => (
          <li key={name}>
            <Icon name="question" size={14} /> {name} <small>{say('tooShort')}</small>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{say('checked', { texts: say('texts', countsOf(draft)) })}</p>
    </section>
  );
}

function countsOf({ sections, services, outcomes }: StudyDetail) {
  return { sections: Object.values(sections).flat().length, usages: services.length, outcomes: outcomes.length };
}
