import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Session } from '@caseboard/contracts';
import { Redirect } from '../platform/redirect';
import { sessionKey, useSessionQuery, useStartState } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Note } from '../ui/note';
import { Outside } from './outside';
import { SignInForm } from './sign-in-form';

const words = defineWords(
  {
    title: 'Sign in',
    setUp: 'Nobody is set up yet. Open the one-time link that the terminal printed when Caseboard started.',
    help: 'Forgot the password? An administrator can make you a new link.',
  },
  {
    title: '登录',
    setUp: '尚未设置管理员。请打开 Caseboard 启动时终端显示的一次性链接。',
    help: '忘记密码？管理员可以为您生成新的链接。',
  },
);

export function Page() {
  const say = useWords(words);
  const client = useQueryClient();
  const next = safe(useSearch({ strict: false }).next);
  const { data: session } = useSessionQuery();
  const { data: start } = useStartState();
  if (session) return <Redirect href={() => next ?? (session.portfolioIsEmpty ? '/welcome' : '/')} />;
  return (
    <Outside title={say('title')} lead={start?.needsSetup ? undefined : say('help')}>
      {start?.needsSetup ? (
        <Note tone="could">{say('setUp')}</Note>
      ) : (
        <SignInForm onSignedIn={(signedIn: Session) => client.setQueryData(sessionKey, signedIn)} />
      )}
    </Outside>
  );
}

/** Only an address of this product: never another site's, even by `//host`. */
function safe(next: string | undefined): string | undefined {
  return next && /^\/(?![/\\])/.test(next) ? next : undefined;
}
