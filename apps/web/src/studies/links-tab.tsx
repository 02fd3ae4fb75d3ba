import type { SpecializationRow, Standing } from '@caseboard/contracts';
import { applicationWords, requirementWords } from '@caseboard/wording';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useDays } from '../platform/day-text';
import { programmeName, specializationName } from '../platform/specialization-name';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { IconButton } from '../ui/button';
import { SelectField } from '../ui/field';
import { Mark } from '../ui/mark';
import { EmptyState } from '../ui/note';
import { ProseField } from '../ui/prose-field';
import { Suggest } from '../ui/suggest';
import { useToast } from '../ui/toast';
import { Check } from './check';
import { useFindingText } from './finding-text';
import { useStudy } from './study-context';
import { isGap } from './study-places';
import { useCatalog } from './study.queries';
import styles from './links.module.css';

const words = defineWords(
  {
    title: 'Specializations it is linked to',
    relevance: 'Why it is relevant',
    relevanceOf: 'Why it is relevant to {name}',
    category: 'Category',
    noCategory: 'Not chosen',
    unlink: 'Unlink {name}',
    unlinked: 'Unlinked from {name}',
    none: 'Not linked yet',
    noneWhy: 'A study counts for a specialization once it is linked to it and tells why it is relevant.',
    add: 'Link a specialization',
    find: 'Name of the specialization',
    software: 'software path',
    asks: 'Asks',
    studies: '{n, plural, one {# study} other {# studies}}',
    publicOnes: '{n} public',
    services: 'with {list}',
    more: 'Also open: {things}',
    history: '{state} on {day}',
    or: ' or ',
    glue: ', ',
  },
  {
    title: '已关联的专业认证',
    relevance: '相关性',
    relevanceOf: '与 {name} 的相关性',
    category: '类别',
    noCategory: '未选择',
    unlink: '取消关联 {name}',
    unlinked: '已取消与 {name} 的关联',
    none: '尚未关联',
    noneWhy: '案例关联到专业认证并说明相关性后才会计入。',
    add: '关联专业认证',
    find: '专业认证名称',
    software: '软件路径',
    asks: '要求',
    studies: '{n} 个案例',
    publicOnes: '{n} 个公开',
    services: '使用 {list}',
    more: '另有缺项：{things}',
    history: '{day}{state}',
    or: ' 或 ',
    glue: '、',
  },
);

/** The specializations a study is put forward for: why, in which category, and what became of it. */
export function LinksTab() {
  const say = useWords(words);
  const { draft, edit, mayEdit } = useStudy();
  const { data: catalog } = useCatalog();
  return (
    <div className={styles.links}>
      <h2>{say('title')}</h2>
      {draft.applications.length === 0 && (
        <EmptyState small title={say('none')}>
          {say('noneWhy')}
        </EmptyState>
      )}
      {draft.applications.map((application, index) => (
        <Application
          key={application.specialization}
          index={index}
          entry={catalog?.find(({ code }) => code === application.specialization)}
        />
      ))}
      {mayEdit && (
        <AddLink
          catalog={catalog ?? []}
          onAdd={(code) =>
            edit((now) => ({
              ...now,
              applications: [...now.applications, { specialization: code, relevance: '', category: null, history: [] }],
            }))
          }
        />
      )}
    </div>
  );
}

function Application({ index, entry }: { index: number; entry: SpecializationRow | undefined }) {
  const say = useWords(words);
  const language = useLanguage();
  const text = useFindingText();
  const { day } = useDays();
  const toast = useToast();
  const { draft, edit, set, standing, mayEdit } = useStudy();
  const application = draft.applications[index];
  if (!application) return null;
  const code = application.specialization;
  const own = standing?.linked.find((each) => each.code === code);
  const name = specializationName(entry?.name ?? own?.name ?? code);
  const finding = (of: string) => own?.findings.find((each) => each.code === of);
  const others =
    own?.findings
      .filter((each) => isGap(each) && each.code !== 'relevance' && each.code !== 'category')
      .map((each) => text.label(each.code)) ?? [];
  const change = (part: Partial<typeof application>) =>
    set(
      'applications',
      draft.applications.map((each, at) => (at === index ? { ...each, ...part } : each)),
    );
  const unlink = () => {
    edit((now) => ({ ...now, applications: now.applications.filter(({ specialization }) => specialization !== code) }));
    toast({
      text: say('unlinked', { name }),
      undo: () =>
        edit((now) => ({ ...now, applications: [...now.applications.slice(0, index), application, ...now.applications.slice(index)] })),
    });
  };
  const categories = entry?.requires.categories ?? [];
  const offered = application.category && !categories.includes(application.category) ? [application.category, ...categories] : categories;
  return (
    <section className={styles.link} data-place={`applications.${code}`}>
      <header className={styles.head}>
        {own && <Mark of={own.state} />}
        <h3>
          <Link to="/specializations/$code" params={{ code }}>
            {name}
          </Link>
        </h3>
        {entry && <Asks entry={entry} />}
        {mayEdit && <IconButton icon="close" size="small" label={say('unlink', { name })} onClick={unlink} />}
      </header>
      <div className={styles.body}>
        <div>
          <p className={styles.label} aria-hidden>
            {say('relevance')}
          </p>
          <ProseField
            value={application.relevance}
            aria-label={say('relevanceOf', { name })}
            placeholder={requirementWords[language].relevance.hint}
            readOnly={!mayEdit}
            onChange={(event) => change({ relevance: event.target.value })}
          />
          {offered.length > 0 && (
            <div className={styles.category}>
              <SelectField
                label={say('category')}
                optional={!entry?.requires.categoryPerStudy}
                disabled={!mayEdit}
                value={application.category ?? ''}
                choices={[{ value: '', label: say('noCategory') }, ...offered.map((value) => ({ value, label: value }))]}
                onChange={(value) => change({ category: value || null })}
              />
            </div>
          )}
          {application.history.length > 0 && (
            <ul className={styles.history}>
              {application.history.map(({ state, on }) => (
                <li key={`${state} ${on}`}>{say('history', { state: applicationWords[language][state], day: day(on) })}</li>
              ))}
            </ul>
          )}
        </div>
        <div>
          <Check finding={finding('relevance')} values={{ specialization: name }} />
          <Check finding={finding('category')} quiet />
          <Check finding={finding('not-used-before')} quiet />
          {others.length > 0 && <p className={styles.others}>{say('more', { things: others.join(say('glue')) })}</p>}
        </div>
      </div>
    </section>
  );
}

function Asks({ entry: { requires } }: { entry: SpecializationRow }) {
  const say = useWords(words);
  const parts = [
    say('studies', { n: requires.studies }),
    requires.public > 0 && say('publicOnes', { n: requires.public }),
    ...requires.services
      .slice(0, 1)
      .map((group) => say('services', { list: group.slice(0, 3).join(say('or')) + (group.length > 3 ? '…' : '') })),
  ];
  return (
    <span className={styles.asks}>
      {say('asks')} {parts.filter(Boolean).join(say('glue'))}
    </span>
  );
}

function AddLink({ catalog, onAdd }: { catalog: readonly SpecializationRow[]; onAdd: (code: string) => void }) {
  const say = useWords(words);
  const language = useLanguage();
  const { draft, standing } = useStudy();
  const [text, setText] = useState('');
  const options = useMemo(() => {
    const linked = new Set(draft.applications.map(({ specialization }) => specialization));
    const could = new Map<string, Standing>((standing?.could ?? []).map((each) => [each.code, each]));
    const rank = ({ code, target }: SpecializationRow) => (could.has(code) ? 0 : 2) + (target ? 0 : 1);
    return catalog
      .filter(({ code }) => !linked.has(code))
      .sort((one, other) => rank(one) - rank(other))
      .map(({ code, name, programme }) => ({
        value: code,
        label: specializationName(name),
        beside: programmeName(programme, language) || undefined,
      }));
  }, [catalog, draft.applications, standing, language]);
  return (
    <div className={styles.add} data-place="applications">
      <Suggest
        label={say('add')}
        text={text}
        placeholder={say('find')}
        options={options}
        onText={setText}
        onChoose={({ value }) => {
          setText('');
          onAdd(value);
        }}
      />
    </div>
  );
}
