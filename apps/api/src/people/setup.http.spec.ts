import { useTestApp } from '../testing/test-app.js';
import { PeopleService } from './people.service.js';
import { SetupService } from './setup.service.js';

const password = 'a long and quiet river';
const anna = { email: 'anna@example.com', name: 'Anna', password };

describe('without an administrator', () => {
  const test = useTestApp();

  it('the start prints a link; of two people who use two links at once, one becomes the administrator', async () => {
    const setup = test.get(SetupService);
    const links = [await setup.prepare(), await setup.prepare()];
    const answers = await Promise.all(
      links.map((token, n) => test.stranger.post('/api/setup', { ...anna, email: `anna${n}@example.com`, token })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await test.stranger.get('/api/start')).body.needsSetup).toBe(false);
    const again = await test.stranger.post('/api/setup', { ...anna, token: links[0] });
    expect([again.status, again.problem.code]).toEqual([409, 'setup-done']);
    expect(await setup.prepare()).toBeNull();
  });
});

describe('a set-up link', () => {
  const test = useTestApp();

  it('must be a real one, of the last day', async () => {
    const token = await test.get(SetupService).prepare();
    expect((await test.stranger.post('/api/setup', { ...anna, token: 'guessed' })).problem.code).toBe('link-used-or-expired');
    expect((await test.stranger.post('/api/setup', { ...anna, password: 'short', token })).problem.code).toBe('weak-password');
    test.passTime(24 * 3600_000 + 1);
    expect((await test.stranger.post('/api/setup', { ...anna, token })).problem.code).toBe('link-used-or-expired');
  });

  it('is no invitation', async () => {
    const token = await test.get(SetupService).prepare();
    expect((await test.stranger.get(`/api/invitations/${token}`)).status).toBe(410);
    expect((await test.stranger.post('/api/invitations/accept', { token, password })).status).toBe(410);
  });
});

describe('with CASEBOARD_ADMIN_EMAIL and CASEBOARD_ADMIN_PASSWORD', () => {
  const test = useTestApp({ administrator: { email: 'root@example.com', password: 'root1234' } });

  it('many processes that start at once make one administrator, who can sign in', async () => {
    const setup = test.get(SetupService);
    expect(await Promise.all(Array.from({ length: 6 }, () => setup.prepare()))).toEqual(Array(6).fill(null));
    expect(await test.query('SELECT email FROM person')).toEqual([{ email: 'root@example.com' }]);
    expect((await test.stranger.post('/api/session', { email: 'root@example.com', password: 'root1234' })).status).toBe(200);
  });
});

describe('the last administrator', () => {
  const test = useTestApp();

  it.each([[{ role: 'manager' }], [{ active: false }]])('cannot be changed by %j', async (change) => {
    await test.query("UPDATE person SET active = false WHERE role = 'administrator'");
    const last = await test.signIn('administrator');
    await last.post('/api/people', { email: `invited${Math.random()}@example.com`, name: 'Not here yet', role: 'administrator' });
    const answer = await last.patch(`/api/people/${last.personId}`, change);
    expect([answer.status, answer.problem.code]).toEqual([409, 'last-administrator']);
  });

  it('remains when two administrators remove each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      await test.query("UPDATE person SET active = false WHERE role = 'administrator'");
      const [one, two] = [await test.signIn('administrator'), await test.signIn('administrator')];
      const answers = await Promise.all([
        one.patch(`/api/people/${two.personId}`, { active: false }),
        two.patch(`/api/people/${one.personId}`, { active: false }),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const rest = await test.get(PeopleService).all();
      expect(rest.filter(({ role, active, passwordHash }) => role === 'administrator' && active && passwordHash)).toHaveLength(1);
    }
  });
});

describe('behind TLS', () => {
  const test = useTestApp({ baseUrl: 'https://caseboard.example', trustProxy: true });

  it('cookies are Secure, pages are told to stay on TLS, and links lead to the outside address', async () => {
    const administrator = await test.signIn('administrator');
    const { body, headers } = await administrator.post('/api/people', { email: 'tls@example.com', name: 'T', role: 'leader' });
    expect(body.link).toMatch(/^https:\/\/caseboard\.example\/join\?token=/);
    expect(headers['strict-transport-security']).toBeDefined();
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
    const joined = await test.stranger.post('/api/invitations/accept', { token: new URL(body.link).searchParams.get('token'), password });
    expect(String(joined.headers['set-cookie'])).toMatch(/Secure/);
  });
});
