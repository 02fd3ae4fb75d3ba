import { refused, stubApi, withEtag } from '../testing/stub-api';
import { get, getWithEtag, isStale, onSessionEnd, patch, ProblemError, UnreachableError } from './api';

afterEach(() => onSessionEnd(null));

it('a refusal carries its code, its words and the faults of its fields', async () => {
  stubApi({
    'GET /api/studies/:id': refused('invalid-fields', 400, {
      detail: 'Two fields are at fault.',
      faults: [{ path: 'sections.solution[1]', reason: 'too-long' }],
    }),
  });
  const error = await get('/api/studies/s1').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).code).toBe('invalid-fields');
  expect((error as ProblemError).faultsAt('sections.solution')).toHaveLength(1);
  expect((error as ProblemError).faultsAt('sections.sol')).toHaveLength(0);
});

it('an edit says which version it was made on, and a stale one is known as such', async () => {
  const requests = stubApi({
    'GET /api/settings': withEtag('"3"', { legalName: 'Harbor' }),
    'PATCH /api/settings': refused('edit-is-stale', 412),
  });
  const { etag } = await getWithEtag('/api/settings');
  const error = await patch('/api/settings', { legalName: 'Harbour' }, etag).catch((thrown: unknown) => thrown);
  expect(requests[1]?.headers.get('if-match')).toBe('"3"');
  expect(isStale(error)).toBe(true);
});

it('when the session has ended, the request waits for the sign-in and is then sent again', async () => {
  let signedIn = false;
  const requests = stubApi({
    'PATCH /api/studies/:id': () => (signedIn ? withEtag('"2"', { title: 'kept' }) : refused('session-expired', 401)),
  });
  onSessionEnd(async () => {
    signedIn = true;
  });
  const saved = await patch<{ title: string }>('/api/studies/s1', { title: 'kept' }, '"1"');
  expect(saved.value.title).toBe('kept');
  expect(requests.map((request) => request.body)).toEqual([{ title: 'kept' }, { title: 'kept' }]);
});

it('without a network it says so instead of failing strangely', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(get('/api/home')).rejects.toBeInstanceOf(UnreachableError);
});

it('leaves what is not chosen out of the address', async () => {
  const requests = stubApi({ 'GET /api/studies': { items: [], total: 0 } });
  await get('/api/studies', { search: '', page: undefined, status: 'active', size: 50, owner: null });
  expect(requests[0]?.query).toEqual({ status: 'active', size: '50' });
});
