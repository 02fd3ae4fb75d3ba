import { useState } from 'react';
import { defineWords, useLanguage, useWords, type Language } from '../platform/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { SelectField, TextField } from '../ui/field';
import { ErrorNote, faultText } from '../ui/note';
import { useInvite, type HandedLink, type NewPerson } from './people.queries';
import { RoleChoice } from './role-choice';
import styles from './people.module.css';

const words = defineWords(
  {
    title: 'Invite somebody',
    name: 'Name',
    email: 'E-mail',
    language: 'Language',
    make: 'Make the link',
    cancel: 'Cancel',
    help: 'You get a one-time link to send them yourself.',
  },
  {
    title: '邀请成员',
    name: '姓名',
    email: '邮箱',
    language: '语言',
    make: '生成链接',
    cancel: '取消',
    help: '您会得到一个一次性链接，请自行发给对方。',
  },
);

const languageChoices = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '中文' },
];

export function InviteDialog({ open, onClose, onInvited }: { open: boolean; onClose: () => void; onInvited: (link: HandedLink) => void }) {
  const say = useWords(words);
  const language = useLanguage();
  const blank: NewPerson = { name: '', email: '', role: 'contributor', language, seesAnonymousNames: false };
  const [person, setPerson] = useState(blank);
  const invite = useInvite();
  const close = () => {
    invite.reset();
    onClose();
  };
  const submit = () =>
    invite.mutate(person, {
      onSuccess: (link) => {
        setPerson(blank);
        close();
        onInvited(link);
      },
    });
  return (
    <Dialog open={open} onClose={close} title={say('title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{say('help')}</p>
        {invite.error && <ErrorNote error={invite.error} shownPaths={['name', 'email']} />}
        <TextField
          label={say('name')}
          required
          autoComplete="off"
          value={person.name}
          onChange={(event) => setPerson({ ...person, name: event.target.value })}
          error={faultText(invite.error, 'name')}
        />
        <TextField
          label={say('email')}
          type="email"
          required
          autoComplete="off"
          value={person.email}
          onChange={(event) => setPerson({ ...person, email: event.target.value })}
          error={faultText(invite.error, 'email')}
        />
        <RoleChoice
          role={person.role}
          seesAnonymousNames={person.seesAnonymousNames}
          onChange={(part) => setPerson({ ...person, ...part })}
        />
        <SelectField
          label={say('language')}
          choices={languageChoices}
          value={person.language}
          onChange={(value) => setPerson({ ...person, language: value as Language })}
        />
        <div className={styles.buttons}>
          <Button look="quiet" onClick={close}>
            {say('cancel')}
          </Button>
          <Button type="submit" look="strong" busy={invite.isPending}>
            {say('make')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
