import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Session } from '@caseboard/contracts';
import { onSessionEnd } from '../platform/api';
import { sessionKey } from '../platform/session';

const SignInAgain = lazy(() => import('./sign-in-again'));

/** Opens over the page when a request meets an ended session; the request goes on once the person is back. */
export function SessionEndDialog() {
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
  if (!open) return null;
  return (
    <Suspense>
      <SignInAgain email={client.getQueryData<Session>(sessionKey)?.person.email} onSignedIn={goOn} />
    </Suspense>
  );
}
