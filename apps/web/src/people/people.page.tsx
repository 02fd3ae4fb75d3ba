import { roleWords, type Language } from '@caseboard/wording';
import type { Person } from '@caseboard/contracts';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { useMay, useSession } from '../platform/session';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button, IconButton } from '../ui/button';
import { DataTable, type Column } from '../ui/data-table';
import { ErrorNote } from '../ui/note';
import { PageFrame, PageHead, TextLink } from '../ui/page-frame';
import { Menu, type MenuPart } from '../ui/popover';
import { Avatar, Tag } from '../ui/tag';
import { useToast } from '../ui/toast';
import { InviteDialog } from './invite-dialog';
import { LinkDialog } from './link-dialog';
import { useChangePerson, useNewLink, usePeople, type HandedLink, type PersonChange } from './people.queries';
import { RoleDialog } from './role-dialog';
import styles from './people.module.css';

const words = defineWords(
  {
    title: 'People',
    lead: '{count, plural, one {# person} other {# people}} can sign in. What each may do follows from the role.',
    invite: 'Invite somebody',
    cannotInvite: 'Only an administrator can invite people.',
    name: 'Name',
    role: 'Role',
    state: 'State',
    seen: 'Last here',
    studies: 'Studies',
    you: 'you',
    invited: 'Invited',
    active: 'Active',
    inactive: 'Deactivated',
    bounced: 'Mail came back {when}: {error}',
    never: 'never',
    anonymous: 'Sees anonymous names',
    change: 'Change the role…',
    link: 'Make a new link…',
    allow: 'Allow anonymous customers’ names',
    forbid: 'Hide anonymous customers’ names',
    deactivate: 'Deactivate',
    activate: 'Activate again',
    actions: 'Actions for {name}',
    deactivated: '{name} can no longer sign in',
    activated: '{name} can sign in again',
    allowed: '{name} now sees anonymous customers’ names',
    forbidden: '{name} no longer sees anonymous customers’ names',
  },
  {
    title: '成员',
    lead: '{count} 人可以登录。各人的权限由角色决定。',
    invite: '邀请成员',
    cannotInvite: '只有管理员可以邀请成员。',
    name: '姓名',
    role: '角色',
    state: '状态',
    seen: '最近登录',
    studies: '案例',
    you: '您',
    invited: '已邀请',
    active: '正常',
    inactive: '已停用',
    bounced: '邮件于 {when}被退回：{error}',
    never: '从未',
    anonymous: '可见匿名客户名称',
    change: '更改角色…',
    link: '生成新链接…',
    allow: '允许查看匿名客户名称',
    forbid: '隐藏匿名客户名称',
    deactivate: '停用账户',
    activate: '重新启用',
    actions: '{name} 的操作',
    deactivated: '{name} 已无法登录',
    activated: '{name} 可以重新登录',
    allowed: '{name} 现在可以看到匿名客户的名称',
    forbidden: '{name} 不再看到匿名客户的名称',
  },
);

export function Page() {
  const say = useWords(words);
  const may = useMay();
  const people = usePeople();
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<HandedLink | null>(null);
  const [changing, setChanging] = useState<Person | null>(null);
  const actions = usePersonActions(setLink, setChanging);
  const columns = useColumns(may('people.manage') ? actions.entries : null);
  return (
    <PageFrame title={say('title')}>
      <PageHead
        title={say('title')}
        actions={
          <Button look="strong" icon="plus" cannot={!may('people.manage') && say('cannotInvite')} onClick={() => setInviting(true)}>
            {say('invite')}
          </Button>
        }
      >
        {people.data && say('lead', { count: people.data.filter((person) => person.active).length })}
      </PageHead>
      {actions.error && <ErrorNote error={actions.error} />}
      <DataTable
        label={say('title')}
        columns={columns}
        rows={people.data}
        rowId={(person) => person.id}
        error={people.error}
        retry={() => void people.refetch()}
        tall
      />
      <InviteDialog open={inviting} onClose={() => setInviting(false)} onInvited={setLink} />
      <RoleDialog person={changing} onClose={() => setChanging(null)} />
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </PageFrame>
  );
}

function useColumns(entries: ((person: Person) => MenuPart[]) | null): Column<Person>[] {
  const say = useWords(words);
  const days = useDays();
  const language: Language = useLanguage();
  const { person: me } = useSession();
  const columns: Column<Person>[] = [
    {
      id: 'name',
      head: say('name'),
      value: (person) => person.name,
      cell: (person) => (
        <span className={styles.person}>
          <Avatar name={person.name} size={32} />
          <span>
            <b>{person.name}</b> {person.id === me.id && <Tag>{say('you')}</Tag>}
            <small>{person.email}</small>
          </span>
        </span>
      ),
    },
    {
      id: 'role',
      head: say('role'),
      value: (person) => person.role,
      cell: (person) => (
        <span className={styles.role}>
          {roleWords[language][person.role]}
          {person.role === 'leader' && person.seesAnonymousNames && <small>{say('anonymous')}</small>}
        </span>
      ),
    },
    {
      id: 'state',
      head: say('state'),
      value: (person) => Number(person.active),
      cell: (person) => (
        <span className={styles.role}>
          <Tag dot>{say(!person.active ? 'inactive' : person.invited ? 'invited' : 'active')}</Tag>
          {person.mailBounce && (
            <small>{say('bounced', { when: days.moment(person.mailBounce.at), error: person.mailBounce.error })}</small>
          )}
        </span>
      ),
    },
    {
      id: 'seen',
      head: say('seen'),
      value: (person) => person.lastSeenAt ?? '',
      cell: (person) => (person.lastSeenAt ? days.moment(person.lastSeenAt) : say('never')),
    },
    {
      id: 'studies',
      head: say('studies'),
      align: 'end',
      wide: true,
      value: (person) => person.studiesOwned ?? 0,
      cell: (person) =>
        person.studiesOwned ? (
          <TextLink to="/studies" search={{ owner: person.email }}>
            {person.studiesOwned}
          </TextLink>
        ) : (
          '–'
        ),
    },
  ];
  if (!entries) return columns;
  return [
    ...columns,
    {
      id: 'actions',
      head: '',
      align: 'end',
      width: 48,
      cell: (person) => (
        <Menu entries={entries(person)} target={<IconButton icon="more" label={say('actions', { name: person.name })} size="small" />} />
      ),
    },
  ];
}

/** What an administrator can do with a person, and its last refusal. */
function usePersonActions(onLink: (link: HandedLink) => void, onRole: (person: Person) => void) {
  const say = useWords(words);
  const toast = useToast();
  const change = useChangePerson();
  const newLink = useNewLink();
  const apply = (person: Person, part: PersonChange, done: 'deactivated' | 'activated' | 'allowed' | 'forbidden', back: PersonChange) =>
    change.mutate(
      { id: person.id, change: part },
      { onSuccess: () => toast({ text: say(done, { name: person.name }), undo: () => change.mutate({ id: person.id, change: back }) }) },
    );
  const entries = (person: Person): MenuPart[] => [
    { label: say('change'), icon: 'edit', onClick: () => onRole(person) },
    ...(person.active
      ? [{ label: say('link'), icon: 'link', onClick: () => newLink.mutate(person.id, { onSuccess: onLink }) } as const]
      : []),
    ...(person.role === 'leader'
      ? [
          person.seesAnonymousNames
            ? ({
                label: say('forbid'),
                icon: 'mask',
                onClick: () => apply(person, { seesAnonymousNames: false }, 'forbidden', { seesAnonymousNames: true }),
              } as const)
            : ({
                label: say('allow'),
                icon: 'mask',
                onClick: () => apply(person, { seesAnonymousNames: true }, 'allowed', { seesAnonymousNames: false }),
              } as const),
        ]
      : []),
    'line',
    person.active
      ? {
          label: say('deactivate'),
          icon: 'lock',
          danger: true,
          onClick: () => apply(person, { active: false }, 'deactivated', { active: true }),
        }
      : { label: say('activate'), icon: 'undo', onClick: () => apply(person, { active: true }, 'activated', { active: false }) },
  ];
  return { entries, error: change.error ?? newLink.error };
}
