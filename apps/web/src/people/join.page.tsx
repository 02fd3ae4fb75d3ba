import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Session } from '@caseboard/contracts';
import { useState } from 'react';
import { get, send } from '../platform/api';
import { Redirect } from '../platform/redirect';
import { sessionKey } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { TextField } from '../ui/field';
import { ErrorNote, faultText } from '../ui/note';
import { StrokeRows } from '../ui/skeleton';
import { Outside } from './outside';
import { NewPasswordField } from './password-field';
import styles from './sign-in.module.css';

const words = defineWords(
  {
    title: 'Join Caseboard',
    lead: 'Choose a password for {email}.',
    name: 'Your name',
    join: 'Join',
    signIn: 'Sign in',
  },
  {
    title: '加入 Caseboard',
    lead: '请为 {email} 设置密码。',
    name: '您的姓名',
    join: '加入',
    signIn: '登录',
  },
);

/** The address an administrator handed over: a first password, or a new one for somebody who forgot theirs. */
export function Page() {
  const say = useWords(words);
  const { token = '' } = useSearch({ strict: false });
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      get<{ email: string; name: string }>(`/api/invitations/${encodeURIComponent(token || '-')}`, undefined, signal),
    staleTime: Infinity,
  });
  if (invitation.error) {
    return (
      <Outside title={say('title')}>
        <div className={styles.form}>
          <ErrorNote error={invitation.error} />
          <ButtonLink to="/sign-in">{say('signIn')}</ButtonLink>
        </div>
      </Outside>
    );
  }
  return (
    <Outside title={say('title')} lead={invitation.data && say('lead', { email: invitation.data.email })}>
      {invitation.data ? <JoinForm token={token} invited={invitation.data} /> : <StrokeRows rows={3} height={56} />}
    </Outside>
  );
}

function JoinForm({ token, invited }: { token: string; invited: { name: string; email: string } }) {
  const say = useWords(words);
  const client = useQueryClient();
  const [name, setName] = useState(invited.name);
  const [password, setPassword] = useState('');
  const join = useMutation({
    mutationFn: async () =>
      (await (await send('/api/invitations/accept', { method: 'POST', body: { token, password, name }, open: true })).json()) as Session,
    onSuccess: (session) => client.setQueryData(sessionKey, session),
  });
  if (join.data) return <Redirect href={() => '/'} />;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate();
      }}
    >
      {join.error && <ErrorNote error={join.error} shownPaths={['name', 'password']} />}
      <TextField
        label={say('name')}
        name="name"
        autoComplete="name"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={faultText(join.error, 'name')}
      />
      {/* For password managers, which file a password under an address. */}
      <input type="email" name="username" autoComplete="username" value={invited.email} readOnly hidden />
      <NewPasswordField value={password} onChange={setPassword} error={faultText(join.error, 'password')} />
      <Button type="submit" look="strong" busy={join.isPending}>
        {say('join')}
      </Button>
    </form>
  );
}
