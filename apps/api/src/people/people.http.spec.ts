import { useTestApp } from '../testing/test-app.js';

const test = useTestApp();
const password = 'a long and quiet river';

/** Somebody who was invited and has chosen their password. */
async function someone(role: string, email: string) {
  const administrator = await test.signIn('administrator');
  const invited = await administrator.post('/api/people', { email, name: 'Some One', role });
  const token = new URL(invited.body.link).searchParams.get('token');
  const joined = await test.stranger.post('/api/invitations/accept', { token, password });
  return { administrator, id: invited.body.person.id as string, token, joined, client: test.stranger.with({ cookie: cookieOf(joined) }) };
}

function cookieOf({ headers }: { headers: Record<string, unknown> }): string {
  return String([headers['set-cookie']].flat()[0]).split(';')[0] as string;
}

it('an invited person joins by a link that works once', async () => {
  const { token, joined, client } = await someone('contributor', 'once@example.com');
  expect([joined.status, joined.body.person.email, joined.body.person.invited]).toEqual([200, 'once@example.com', false]);
  expect((await client.get('/api/session')).body.person.role).toBe('contributor');
  const again = await test.stranger.post('/api/invitations/accept', { token, password });
  expect([again.status, again.problem.code]).toEqual([410, 'link-used-or-expired']);
  expect((await test.stranger.get(`/api/invitations/${token}`)).status).toBe(410);
});

it('a link says whom it is for, and runs out after a week', async () => {
  const administrator = await test.signIn('administrator');
  const { body } = await administrator.post('/api/people', { email: 'Late@Example.com', name: 'Late', role: 'leader' });
  const token = new URL(body.link).searchParams.get('token');
  expect((await test.stranger.get(`/api/invitations/${token}`)).body).toEqual({ email: 'late@example.com', name: 'Late' });
  test.passTime(7 * 24 * 3600_000 + 1);
  expect((await test.stranger.get(`/api/invitations/${token}`)).status).toBe(410);
});

it('an address can be invited only once, in whatever case', async () => {
  const { administrator } = await someone('leader', 'twice@example.com');
  const answer = await administrator.post('/api/people', { email: 'TWICE@example.com', name: 'Twice', role: 'leader' });
  expect([answer.status, answer.problem.code]).toEqual([409, 'email-taken']);
});

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites do not send', async () => {
    await someone('manager', 'cookie@example.com');
    const answer = await test.stranger.post('/api/session', { email: 'Cookie@example.com', password });
    const cookie = String(answer.headers['set-cookie']);
    expect([answer.status, answer.body.person.email, answer.body.today]).toEqual([200, 'cookie@example.com', '2026-11-22']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Secure/);
  });

  it.each([
    ['an unknown address', 'nobody@example.com', password],
    ['a wrong password', 'wrong@example.com', 'another long sentence'],
  ])('says the same for %s', async (_, email, given) => {
    if (email.startsWith('wrong')) await someone('manager', email);
    const answer = await test.stranger.post('/api/session', { email, password: given });
    expect([answer.status, answer.problem.code, answer.headers['set-cookie']]).toEqual([401, 'wrong-credentials', undefined]);
  });

  it('never keeps a secret as it is, nor shows one', async () => {
    const { client, administrator } = await someone('manager', 'secrets@example.com');
    const secret = client.headers['cookie']?.split('=')[1] as string;
    const token = (await client.post('/api/tokens', {})).body.token as string;
    const everything = await test.query<{ text: string }>(
      'SELECT (SELECT json_agg(p)::text FROM person p) || (SELECT json_agg(s)::text FROM session s) || (SELECT json_agg(t)::text FROM token t) || (SELECT json_agg(a)::text FROM audit_entry a) AS text',
    );
    expect(everything[0]?.text).not.toContain(secret);
    expect(everything[0]?.text).not.toContain(token);
    expect(everything[0]?.text).not.toContain(password);
    expect(everything[0]?.text).toContain('$argon2id$');
    const seen = JSON.stringify([(await administrator.get('/api/people')).body, await test.query('SELECT before, after FROM audit_entry')]);
    expect(seen).not.toMatch(/argon2|hash/i);
  });

  it('is slowed down after five wrong passwords for an address, whoever guesses and even a hundred at once', async () => {
    await someone('manager', 'target@example.com');
    const guesses = await Promise.all(
      Array.from({ length: 25 }, (_, n) => test.stranger.post('/api/session', { email: 'target@example.com', password: `guess ${n}` })),
    );
    const statuses = guesses.map(({ status }) => status).sort();
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    const refused = await test.stranger.post('/api/session', { email: 'target@example.com', password });
    expect([refused.status, refused.problem.code]).toEqual([429, 'too-many-attempts']);
    const wait = Number(refused.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    test.passTime(wait * 1000);
    expect((await test.stranger.post('/api/session', { email: 'target@example.com', password })).status).toBe(200);
    expect((await test.stranger.post('/api/session', { email: 'target@example.com', password: 'no' })).status).toBe(401);
  });

  it('waits longer after each further wrong password', async () => {
    const waits: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      const answer = await test.stranger.post('/api/session', { email: 'growing@example.com', password: 'no' });
      const refused =
        answer.status === 401 ? await test.stranger.post('/api/session', { email: 'growing@example.com', password: 'no' }) : answer;
      if (refused.status !== 429) continue;
      waits.push(Number(refused.headers['retry-after']));
      test.passTime(Number(refused.headers['retry-after']) * 1000);
    }
    expect(waits.length).toBeGreaterThan(2);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(waits.at(-1)).toBeGreaterThan(waits[0] as number);
  });
});

describe('a session', () => {
  it('ends when its person signs out', async () => {
    const { client } = await someone('manager', 'out@example.com');
    const answer = await client.delete('/api/session');
    expect([answer.status, String(answer.headers['set-cookie'])]).toEqual([204, expect.stringContaining('caseboard_session=;')]);
    expect((await client.get('/api/session')).problem.code).toBe('session-expired');
  });

  it.each([
    ['a week unused', [7 * 24 + 1], true],
    ['used every few days, for 30 days', [96, 96, 96, 96, 96, 96, 96, 49], true],
    ['used every few days, for 28 days', [96, 96, 96, 96, 96, 96, 96], false],
  ])('%s', async (_, hours, ended) => {
    const client = await test.signIn('leader');
    const statuses: number[] = [];
    for (const some of hours) {
      test.passTime(some * 3600_000);
      statuses.push((await client.get('/api/session')).status);
    }
    expect(statuses).toEqual([...hours.slice(1).map(() => 200), ended ? 401 : 200]);
  });

  it('is listed, and can be ended from another browser', async () => {
    const { client, id } = await someone('manager', 'browsers@example.com');
    const other = test.stranger.with({
      cookie: cookieOf(
        await test.stranger.post('/api/session', { email: 'browsers@example.com', password }, { 'user-agent': 'Other 1.0' }),
      ),
    });
    const { items } = (await client.get('/api/me/sessions')).body;
    expect(items).toHaveLength(2);
    const ofOther = items.find(({ agent }: { agent: string }) => agent === 'Other 1.0');
    expect(ofOther.current).toBe(false);
    const stranger = await test.signIn('administrator');
    expect((await stranger.delete(`/api/me/sessions/${ofOther.id}`)).status).toBe(404);
    expect((await client.delete(`/api/me/sessions/${ofOther.id}`)).status).toBe(204);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await client.get('/api/session')).body.person.id).toBe(id);
  });

  it('with a role of its time ends when the role changes', async () => {
    const { administrator, id, client } = await someone('leader', 'promoted@example.com');
    await administrator.patch(`/api/people/${id}`, { role: 'manager' });
    expect((await client.get('/api/session')).problem.code).toBe('session-expired');
  });
});

describe('a token', () => {
  it('works as its person, is shown once, and runs out', async () => {
    const { client } = await someone('contributor', 'token@example.com');
    const made = await client.post('/api/tokens', { name: 'Script', days: 10 });
    expect(made.status).toBe(201);
    const program = test.stranger.with({ authorization: `Bearer ${made.body.token}` });
    expect((await program.get('/api/session')).body.person.email).toBe('token@example.com');
    const listed = (await client.get('/api/tokens')).body.items;
    expect(listed).toEqual([
      { id: made.body.id, name: 'Script', createdAt: expect.any(String), expiresAt: expect.any(String), lastUsedAt: expect.any(String) },
    ]);
    test.passTime(10 * 24 * 3600_000);
    expect((await program.get('/api/session')).problem.code).toBe('not-signed-in');
  });

  it('can be taken back, only by its own person', async () => {
    const client = await test.signIn('manager');
    const { id, token } = (await client.post('/api/tokens', {})).body;
    expect((await (await test.signIn('administrator')).delete(`/api/tokens/${id}`)).status).toBe(404);
    expect((await client.delete(`/api/tokens/${id}`)).status).toBe(204);
    expect((await test.stranger.with({ authorization: `Bearer ${token}` }).get('/api/session')).status).toBe(401);
  });

  it('cannot make further tokens, nor a new password', async () => {
    const client = await test.signIn('manager');
    const program = test.stranger.with({ authorization: `Bearer ${(await client.post('/api/tokens', {})).body.token}` });
    expect((await program.post('/api/tokens', {})).status).toBe(403);
    expect((await program.patch('/api/me', { password: { current: 'x', next: password } })).status).toBe(403);
  });

  it('is not asked whether the request comes from another site: no browser sends it of itself', async () => {
    const client = await test.signIn('manager');
    const { token } = (await client.post('/api/tokens', {})).body;
    const answer = await test.stranger
      .with({ authorization: `Bearer ${token}` })
      .patch('/api/me', { theme: 'dark' }, { origin: 'https://other.example' });
    expect(answer.status).toBe(200);
  });

  it.each(['Bearer nonsense', 'Basic YTpi', 'Bearer cb_' + 'x'.repeat(43), ''])(
    'that is none ("%s") is refused even beside a good cookie',
    async (authorization) => {
      const client = await test.signIn('manager');
      expect((await client.get('/api/session', { authorization })).status).toBe(authorization ? 401 : 200);
    },
  );
});

describe('an administrator', () => {
  it('makes somebody inactive, which ends their sessions, tokens and links at once', async () => {
    const { administrator, id, client } = await someone('manager', 'leaver@example.com');
    const { token } = (await client.post('/api/tokens', {})).body;
    const link = (await administrator.post(`/api/people/${id}/link`)).body.link as string;
    expect((await administrator.patch(`/api/people/${id}`, { active: false })).body.active).toBe(false);
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await test.stranger.with({ authorization: `Bearer ${token}` }).get('/api/session')).status).toBe(401);
    expect((await test.stranger.post('/api/invitations/accept', { token: new URL(link).searchParams.get('token'), password })).status).toBe(
      410,
    );
    expect((await test.stranger.post('/api/session', { email: 'leaver@example.com', password })).problem.code).toBe('wrong-credentials');
  });

  it('gives a new link to somebody who forgot the password; using it signs everybody else out of that account', async () => {
    const { administrator, id, client } = await someone('manager', 'forgot@example.com');
    const { link } = (await administrator.post(`/api/people/${id}/link`)).body;
    expect((await client.get('/api/session')).status).toBe(200);
    await test.stranger.post('/api/invitations/accept', {
      token: new URL(link).searchParams.get('token'),
      password: 'quite another sentence',
    });
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await test.stranger.post('/api/session', { email: 'forgot@example.com', password })).status).toBe(401);
    expect((await test.stranger.post('/api/session', { email: 'forgot@example.com', password: 'quite another sentence' })).status).toBe(
      200,
    );
  });

  it('leaves a record of each change, without anything secret', async () => {
    const { administrator, id } = await someone('leader', 'recorded@example.com');
    await administrator.patch(`/api/people/${id}`, { seesAnonymousNames: true });
    const rows = await test.query('SELECT action, who, after FROM audit_entry WHERE subject_id = $1 ORDER BY id', [id]);
    expect(rows.map(({ action }) => action)).toEqual(['person.invite', 'person.join', 'person.update']);
    expect(rows[2]).toMatchObject({ who: administrator.personId, after: { seesAnonymousNames: true } });
  });

  it.each(['deadbeef', '00000000-0000-0000-0000-000000000000', "' OR 1=1 --"])('asks in vain for the person "%s"', async (id) => {
    const administrator = await test.signIn('administrator');
    const answer = await administrator.patch(`/api/people/${encodeURIComponent(id)}`, { role: 'leader' });
    expect([answer.status, answer.problem.code]).toEqual([404, 'not-found']);
  });
});

describe('oneself', () => {
  it('chooses language and theme, and hears refusals in it', async () => {
    const client = await test.signIn('leader');
    const answer = await client.patch('/api/me', { language: 'zh', theme: 'dark', name: '安娜' });
    expect(answer.body.person).toMatchObject({ language: 'zh', theme: 'dark', name: '安娜' });
    expect((await client.get('/api/people')).problem.title).toMatch(/[\u4e00-\u9fff]/);
  });

  it('changes the password with the old one, which ends the other sessions', async () => {
    const { client } = await someone('manager', 'renew@example.com');
    const other = test.stranger.with({
      cookie: cookieOf(await test.stranger.post('/api/session', { email: 'renew@example.com', password })),
    });
    expect((await client.patch('/api/me', { password: { current: 'wrong', next: 'a new sentence for me' } })).problem.code).toBe(
      'wrong-credentials',
    );
    expect((await client.patch('/api/me', { password: { current: password, next: 'a new sentence for me' } })).status).toBe(200);
    expect((await client.get('/api/session')).status).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
  });

  it.each([
    ['short', 'too-short'],
    ['aaaaaaaaaaaa', 'too-uniform'],
    ['password1234', 'too-common'],
    ['weak@example.com', 'like-the-name'],
  ])('cannot choose the password "%s"', async (next, reason) => {
    await test.query("DELETE FROM person WHERE email = 'weak@example.com' AND NOT EXISTS (SELECT FROM audit_entry WHERE who = person.id)");
    const administrator = await test.signIn('administrator');
    const known = (await administrator.get('/api/people')).body.items.find(({ email }: { email: string }) => email === 'weak@example.com');
    const link = known
      ? (await administrator.post(`/api/people/${known.id}/link`)).body.link
      : (await administrator.post('/api/people', { email: 'weak@example.com', name: 'W', role: 'leader' })).body.link;
    const answer = await test.stranger.post('/api/invitations/accept', { token: new URL(link).searchParams.get('token'), password: next });
    expect([answer.status, answer.problem.code, answer.problem.params?.['reason']]).toEqual([400, 'weak-password', reason]);
  });
});
