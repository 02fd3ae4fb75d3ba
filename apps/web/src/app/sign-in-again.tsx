import type { Session } from '@caseboard/contracts';
import { SignInForm } from '../people/sign-in-form';
import { defineWords, useWords } from '../platform/words';
import { Dialog } from '../ui/dialog';

const words = defineWords(
  { title: 'Your session ended', text: 'Sign in to continue. Nothing you typed is lost.' },
  { title: '登录已过期', text: '请重新登录后继续，您填写的内容不会丢失。' },
);

/** Over the page, which stays as it is. */
export default function SignInAgain({ email, onSignedIn }: { email?: string; onSignedIn: (session: Session) => void }) {
  const say = useWords(words);
  return (
    <Dialog open onClose={() => undefined} title={say('title')} stubborn width={400}>
      <p>{say('text')}</p>
      <SignInForm email={email} onSignedIn={onSignedIn} />
    </Dialog>
  );
}
