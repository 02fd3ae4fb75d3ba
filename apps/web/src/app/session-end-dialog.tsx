import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Session } from '@caseboard/contracts';
import { onSessionEnd } from '../platform/api';
import { sessionKey } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { SignInForm } from '../people/sign-in-form';
import { Dialog } from '../ui/dialog';

const words = defineWords(
  { title: 'Your session ended', text: 'Sign in to continue. Nothing you typed is lost.' },
  { title: '登录已过期', text: '请重新登录后继续，您填写的内容不会丢失。' },
);

/** Opens over the page when a request meets an ended session; the request goes on once the person is back. */
export function SessionEndDialog() {
  const say = useWords(words);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    onSessionEnd(() => {
      // Nobody was signed in yet: the shell sends them to the sign-in page instead.
      if (!client.getQueryData(sessionKey)) return Promise.resolve();
      setOpen(true);
      return new Promise<void>((resolve) => waiting.current.push(resolve));
    });
    return () => onSessionEnd(null);
  }, [client]);
  const goOn = (session: Session) => {
    client.setQueryData(sessionKey, session);
    setOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve();
  };
  const email = client.getQueryData<Session>(sessionKey)?.person.email;
  return (
    <Dialog open={open} onClose={() => undefined} title={say('title')} stubborn width={400}>
      <p>{say('text')}</p>
      <SignInForm email={email} onSignedIn={goOn} />
    </Dialog>
  );
}
