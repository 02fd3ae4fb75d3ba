import type { StudyDetail, StudyStanding } from '@caseboard/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../platform/api';
import { addDays } from '../platform/calendar';
import { useDays } from '../platform/day-text';
import { useMay, useSession } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Button, IconButton } from '../ui/button';
import { DayField } from '../ui/day-field';
import { TextField } from '../ui/field';
import { ErrorNote, faultText } from '../ui/note';
import { PageFrame, PageHead } from '../ui/page-frame';
import { Suggest } from '../ui/suggest';
import { CustomerChoice } from './customer-choice';
import { CouldSupport } from './could-support';
import { useServiceOptions } from './services-editor';
import { useCustomer, useSettled } from './study.queries';
import styles from './new-study.module.css';

const words = defineWords(
  {
    title: 'New study',
    studies: 'Studies',
    lead: 'Three facts are enough to see what it could be worth. Everything else comes later, section by section.',
    day: 'Go-live day',
    holder: '“{title}” is its active study. This one can take its place later; one of a legal entity is active at a time.',
    counts: 'counts through {day}',
    services: 'AWS services',
    service: 'Service {n}',
    add: 'Add a service',
    remove: 'Remove {name}',
    placeholder: 'Amazon EKS, Lambda…',
    name: 'Working title',
    nameHelp: 'What was done, in a few words. You can change it at any time.',
    create: 'Create the draft',
    cannot: 'Give at least one of the three facts, or a title.',
    mayNot: 'Your role reads studies. A manager or contributor writes them.',
  },
  {
    title: '新建案例',
    studies: '案例',
    lead: '三项事实就能看出它的价值，其余内容可以之后逐节填写。',
    day: '上线日期',
    holder: '“{title}”是其启用中的案例。本案例之后可以替换它；每个法人同时只有一个启用。',
    counts: '有效至 {day}',
    services: 'AWS 服务',
    service: '服务 {n}',
    add: '添加服务',
    remove: '移除 {name}',
    placeholder: 'Amazon EKS、Lambda…',
    name: '暂定标题',
    nameHelp: '用几个词说明做了什么，随时可以修改。',
    create: '创建草稿',
    cannot: '请至少填写三项事实之一，或标题。',
    mayNot: '您的角色只能阅读案例，由经理或撰写人撰写。',
  },
);

/** A study from three facts: customer, go-live day, services; what it could support shows while they are typed. */
export function Page() {
  const say = useWords(words);
  const { day } = useDays();
  const may = useMay();
  const { person } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const search = useSearch({ strict: false }) as { for?: string; customer?: string };
  const [customer, setCustomer] = useState<string | null>(search.customer ?? null);
  const [deployedOn, setDeployedOn] = useState('');
  const [services, setServices] = useState<readonly string[]>(['']);
  const [title, setTitle] = useState('');
  const [linked, setLinked] = useState<readonly string[]>(search.for ? [search.for] : []);
  const { data: chosen } = useCustomer(customer);
  const holder = chosen?.studiesList.find(({ status }) => status === 'active');
  const named = services.map((name) => name.trim()).filter(Boolean);
  const facts = {
    customer,
    title: title.trim(),
    deployedOn: deployedOn || null,
    stage: deployedOn ? 'production' : null,
    services: named.map((name) => ({ name, usage: '' })),
    owner: person.email,
    applications: linked.map((specialization) => ({ specialization, relevance: '' })),
  };
  const isEmpty = customer === null && deployedOn === '' && named.length === 0 && title.trim() === '';
  const standing = useFirstStanding(facts, isEmpty);
  const create = useMutation({
    mutationFn: () => post<StudyDetail>('/api/studies', facts),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries();
      await navigate({ to: '/studies/$id', params: { id } });
    },
  });
  const cannot = !may('study.edit') ? say('mayNot') : isEmpty ? say('cannot') : undefined;
  return (
    <PageFrame
      title={say('title')}
      crumbs={[{ label: say('studies'), link: { to: '/studies' } }]}
      aside={
        <CouldSupport
          standing={standing}
          isEmpty={isEmpty}
          linked={linked}
          onLink={(code, on) => setLinked(on ? [...linked, code] : linked.filter((each) => each !== code))}
        />
      }
    >
      <PageHead title={say('title')}>{say('lead')}</PageHead>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!cannot) create.mutate();
        }}
      >
        <CustomerChoice
          value={customer}
          onChange={setCustomer}
          error={faultText(create.error, 'customer')}
          help={holder && say('holder', { title: holder.title })}
        />
        <DayField
          label={say('day')}
          value={deployedOn}
          onChange={setDeployedOn}
          consequence={deployedOn && standing?.expiresOn ? say('counts', { day: day(addDays(standing.expiresOn, -1)) }) : undefined}
          error={faultText(create.error, 'deployedOn')}
        />
        <ServiceNames names={services} onChange={setServices} />
        <TextField
          label={say('name')}
          optional
          help={say('nameHelp')}
          value={title}
          maxLength={255}
          onChange={(event) => setTitle(event.target.value)}
          error={faultText(create.error, 'title')}
        />
        {create.error ? <ErrorNote error={create.error} shownPaths={['customer', 'deployedOn', 'title']} /> : null}
        <div className={styles.buttons}>
          <Button type="submit" look="strong" busy={create.isPending} cannot={cannot}>
            {say('create')}
          </Button>
        </div>
      </form>
    </PageFrame>
  );
}

function ServiceNames({ names, onChange }: { names: readonly string[]; onChange: (names: readonly string[]) => void }) {
  const say = useWords(words);
  const options = useServiceOptions();
  const change = (index: number, name: string) => onChange(names.map((each, at) => (at === index ? name : each)));
  return (
    <fieldset className={styles.services}>
      <legend>{say('services')}</legend>
      {names.map((name, index) => (
        <div key={index} className={styles.serviceRow}>
          <Suggest
            label={say('service', { n: index + 1 })}
            bare
            text={name}
            placeholder={say('placeholder')}
            options={options}
            onText={(text) => change(index, text)}
            onChoose={(option) => change(index, option.label)}
          />
          {names.length > 1 && (
            <IconButton
              icon="close"
              label={say('remove', { name: name || say('service', { n: index + 1 }) })}
              onClick={() => onChange(names.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      <Button size="small" look="quiet" icon="plus" onClick={() => onChange([...names, ''])}>
        {say('add')}
      </Button>
    </fieldset>
  );
}

/** How a study of these facts would stand, a moment after the last key. */
function useFirstStanding(facts: unknown, isEmpty: boolean): StudyStanding | undefined {
  const settled = useSettled(JSON.stringify(facts), 300);
  const { data } = useQuery({
    queryKey: ['study', 'new', 'standing', settled],
    queryFn: () => post<StudyStanding>('/api/studies/preview', { study: JSON.parse(settled) as unknown }),
    enabled: !isEmpty,
    placeholderData: (before) => before,
    retry: false,
  });
  return isEmpty ? undefined : data;
}
