import type { Person } from '@caseboard/contracts';
import { useState } from 'react';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ErrorNote } from '../ui/note';
import { useToast } from '../ui/toast';
import { useChangePerson } from './people.queries';
import { RoleChoice } from './role-choice';
import styles from './people.module.css';

const words = defineWords(
  {
    title: 'Role of {name}',
    save: 'Save',
    cancel: 'Cancel',
    signsOut: 'A new role ends their sessions: they sign in again.',
    saved: 'Role of {name} changed',
  },
  { title: '{name} 的角色', save: '保存', cancel: '取消', signsOut: '更改角色会结束其登录，需重新登录。', saved: '已更改 {name} 的角色' },
);

export function RoleDialog({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const say = useWords(words);
  return (
    <Dialog open={person !== null} onClose={onClose} title={person ? say('title', { name: person.name }) : ''}>
      {person && <RoleForm key={person.id} person={person} onClose={onClose} />}
    </Dialog>
  );
}

function RoleForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const say = useWords(words);
  const toast = useToast();
  const [choice, setChoice] = useState({ role: person.role, seesAnonymousNames: person.seesAnonymousNames });
  const change = useChangePerson();
  const save = () =>
    change.mutate(
      { id: person.id, change: choice },
      {
        onSuccess: () => {
          toast({ text: say('saved', { name: person.name }) });
          onClose();
        },
      },
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {change.error && <ErrorNote error={change.error} />}
      <RoleChoice {...choice} onChange={(part) => setChoice({ ...choice, ...part })} />
      <p className={styles.expires}>{say('signsOut')}</p>
      <div className={styles.buttons}>
        <Button look="quiet" onClick={onClose}>
          {say('cancel')}
        </Button>
        <Button type="submit" look="strong" busy={change.isPending}>
          {say('save')}
        </Button>
      </div>
    </form>
  );
}
