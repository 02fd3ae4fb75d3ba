import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Session } from '@caseboard/contracts';
import type { ReactNode } from 'react';
import { App } from '../app/app';
import { makeRouter } from '../app/routes';
import { parseSearch, stringifySearch } from '../app/search-text';
import { LanguageProvider } from '../platform/language';
import { makeQueryClient } from '../platform/query-client';
import { SessionProvider } from '../platform/session';
import type { Language } from '../platform/words';
import { ToastProvider } from '../ui/toast';
import { stubApi, type ApiStub } from './stub-api';

interface Options {
  /** Answers of the API by "METHOD /path": see stub-api.ts. The session and what the shell asks are there already. */
  api?: ApiStub;
  language?: Language;
  /** Parts of the session: `{ person: { role: 'leader' } }`. */
  person?: Partial<Session['person']>;
  session?: Partial<Omit<Session, 'person'>>;
}

export const aSession = (person: Partial<Session['person']> = {}, rest: Partial<Omit<Session, 'person'>> = {}): Session => ({
  person: {
    id: 'p1',
    email: 'mia@example.com',
    name: 'Mia Lindqvist',
    role: 'manager',
    language: 'en',
    theme: 'system',
    seesAnonymousNames: true,
    active: true,
    invited: false,
    lastSeenAt: null,
    ...person,
  },
  today: '2026-11-23',
  todayIsFixed: false,
  organisation: { legalName: 'Harbor Cloud Ltd', timeZone: 'Europe/Berlin', warningDays: 90 },
  portfolioIsEmpty: false,
  ...rest,
});

/** The whole product at an address, over a stubbed API: `await renderAt('/studies?status=active', { api: {…} })`. */
export async function renderAt(address: string, { api = {}, language = 'en', person, session }: Options = {}) {
  const requests = stubApi({
    'GET /api/session': aSession({ language, ...person }, session),
    'GET /api/start': { needsSetup: false, today: '2026-11-23', todayIsFixed: false, version: '0.1.0' },
    'GET /api/readiness/flips': { from: '2026-05-23', to: '2028-05-23', flips: [] },
    'GET /api/alerts/bell': { total: 0, losses: 0, items: [] },
    'GET /api/views': { items: [], total: 0 },
    'GET /api/readiness': { asOf: '2026-11-23', specializations: [] },
    ...api,
  });
  const router = makeRouter(createMemoryHistory({ initialEntries: [address] }));
  const client = makeQueryClient();
  await act(async () => {
    render(<App router={router} client={client} language={language} />);
    await router.load();
  });
  return { user: userEvent.setup(), router, client, requests, screen };
}

/** One component with all that surrounds a page, but no routes of ours: links lead nowhere. */
export async function renderPart(part: ReactNode, { api = {}, language = 'en', person, session }: Options = {}, address = '/') {
  const signedIn = aSession({ language, ...person }, session);
  const requests = stubApi({ 'GET /api/session': signedIn, ...api });
  const root = createRootRoute();
  const anywhere = createRoute({ getParentRoute: () => root, path: '/$', component: () => part });
  const router = createRouter({
    routeTree: root.addChildren([anywhere]),
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch,
    stringifySearch,
  });
  const client = makeQueryClient();
  await act(async () => {
    render(
      <QueryClientProvider client={client}>
        <LanguageProvider initial={language}>
          <SessionProvider session={signedIn}>
            <ToastProvider>
              <RouterProvider router={router as never} />
            </ToastProvider>
          </SessionProvider>
        </LanguageProvider>
      </QueryClientProvider>,
    );
    await router.load();
  });
  return { user: userEvent.setup(), router, client, requests, screen };
}
