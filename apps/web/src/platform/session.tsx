import { useQuery, useQueryClient } from '@tanstack/react-query';
import { may, type Permission, type Session, type StartState } from '@caseboard/contracts';
import { createContext, use, type ReactNode } from 'react';
import { get, send } from './api';

const SessionContext = createContext<Session | null>(null);

export const sessionKey = ['session'] as const;

/** Who is signed in, or the 401 that says nobody is. */
export function useSessionQuery() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async ({ signal }) => (await (await send('/api/session', { open: true, signal })).json()) as Session,
    staleTime: 60_000,
    retryOnMount: false,
  });
}

/** What the sign-in pages must know before anybody is signed in. */
export function useStartState() {
  return useQuery({ queryKey: ['start'], queryFn: ({ signal }) => get<StartState>('/api/start', undefined, signal) });
}

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of the signed-in person. Only for what is drawn inside the shell. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession is for pages inside the shell');
  return session;
}

/** Whether the person may do something: asks the same table as the server's guard. */
export function useMay(): (permission: Permission) => boolean {
  const { person } = useSession();
  return (permission) => may(person.role, permission);
}

/** After anything that changes the session (sign in, sign out, own profile): read it again. */
export function useRefreshSession(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: sessionKey });
}
