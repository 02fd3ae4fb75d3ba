import { useMutation } from '@tanstack/react-query';
import type { Session } from '@caseboard/contracts';
import { useState } from 'react';
import { send } from '../platform/api';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { ErrorNote } from '../ui/note';
import styles from './sign-in.module.css';

const words = defineWords(
  { email: 'E-mail', password: 'Password', signIn: 'Sign in' },
  { email: '邮箱', password: '密码', signIn: '登录' },
);

/** Address and password. With `email` given (an ended session) only the password is asked. */
export function SignInForm({ email: known, onSignedIn }: { email?: string; onSignedIn: (session: Session) => void }) {
  const say = useWords(words);
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: async () =>
      (await (await send('/api/session', { method: 'POST', body: { email: email.trim(), password }, open: true })).json()) as Session,
    onSuccess: onSignedIn,
    onError: () => setPassword(''),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      {signIn.error && <ErrorNote error={signIn.error} />}
      <TextField
        label={say('email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        readOnly={Boolean(known)}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        autoFocus={!known}
      />
      <TextField
        label={say('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        autoFocus={Boolean(known)}
      />
      <Button type="submit" look="strong" busy={signIn.isPending}>
        {say('signIn')}
      </Button>
    </form>
  );
}
