import { useState } from 'react';
import { defineWords, useWords } from '../platform/words';
import { NewPasswordField } from '../people/password-field';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { ErrorNote } from '../ui/note';
import { useToast } from '../ui/toast';
import { useUpdateSelf } from './account.queries';
import styles from './settings.module.css';

const words = defineWords(
  { current: 'Present password', change: 'Change the password', done: 'Password changed; your other sessions have ended' },
  { current: '当前密码', change: '更改密码', done: '密码已更改，其他登录已结束' },
);

export function PasswordForm({ email }: { email: string }) {
  const say = useWords(words);
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const update = useUpdateSelf();
  const change = () =>
    update.mutate(
      { password: { current, next } },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          toast({ text: say('done') });
        },
      },
    );
  return (
    <form
      className={styles.organisation}
      onSubmit={(event) => {
        event.preventDefault();
        change();
      }}
    >
      {update.error && <ErrorNote error={update.error} />}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label={say('current')}
        type="password"
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <NewPasswordField change value={next} onChange={setNext} />
      <div>
        <Button type="submit" busy={update.isPending}>
          {say('change')}
        </Button>
      </div>
    </form>
  );
}
