import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Session } from '@caseboard/contracts';
import { useState } from 'react';
import { send } from '../platform/api';
import { Redirect } from '../platform/redirect';
import { sessionKey, useStartState } from '../platform/session';
import { defineWords, useLanguage, useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { TextField } from '../ui/field';
import { ErrorNote, faultText } from '../ui/note';
import { Outside } from './outside';
import { NewPasswordField } from './password-field';
import styles from './sign-in.module.css';

const words = defineWords(
  {
    title: 'Set up Caseboard',
    lead: 'You become the first administrator. You can invite the others afterwards.',
    name: 'Your name',
    email: 'E-mail',
    create: 'Create the account',
    noToken: 'This page needs the one-time link that the terminal printed when Caseboard started.',
    done: 'Caseboard is set up already. Sign in with your account.',
    signIn: 'Sign in',
  },
  {
    title: '设置 Caseboard',
    lead: '您将成为第一位管理员，之后可以邀请其他成员。',
    name: '您的姓名',
    email: '邮箱',
    create: '创建账户',
    noToken: '请使用 Caseboard 启动时终端显示的一次性链接打开此页。',
    done: 'Caseboard 已完成设置，请用您的账户登录。',
    signIn: '登录',
  },
);

/** The one-time link of the terminal: makes the first administrator and signs them in. */
export function Page() {
  const say = useWords(words);
  const client = useQueryClient();
  const language = useLanguage();
  const { token = '' } = useSearch({ strict: false });
  const { data: start } = useStartState();
  const [form, setForm] = useState({ name: '', email: '', password: '' });
  const setUp = useMutation({
    mutationFn: async () =>
      (await (await send('/api/setup', { method: 'POST', body: { token, ...form, language }, open: true })).json()) as Session,
    onSuccess: (session) => client.setQueryData(sessionKey, session),
  });
  if (setUp.data) return <Redirect href={() => '/welcome'} />;
  if (start && (!start.needsSetup || !token)) {
    return (
      <Outside title={say('title')} lead={say(start.needsSetup ? 'noToken' : 'done')}>
        {!start.needsSetup && (
          <div className={styles.form}>
            <ButtonLink to="/sign-in" look="strong">
              {say('signIn')}
            </ButtonLink>
          </div>
        )}
      </Outside>
    );
  }
  const shown = ['name', 'email', 'password'];
  return (
    <Outside title={say('title')} lead={say('lead')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setUp.mutate();
        }}
      >
        {setUp.error && <ErrorNote error={setUp.error} shownPaths={shown} />}
        <TextField
          label={say('name')}
          name="name"
          autoComplete="name"
          required
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
          error={faultText(setUp.error, 'name')}
        />
        <TextField
          label={say('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          value={form.email}
          onChange={(event) => setForm({ ...form, email: event.target.value })}
          error={faultText(setUp.error, 'email')}
        />
        <NewPasswordField
          value={form.password}
          onChange={(password) => setForm({ ...form, password })}
          error={faultText(setUp.error, 'password')}
        />
        <Button type="submit" look="strong" busy={setUp.isPending}>
          {say('create')}
        </Button>
      </form>
    </Outside>
  );
}
