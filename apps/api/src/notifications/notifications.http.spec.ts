import { bringIn } from '../testing/bring-in.js';
import { useTestApp } from '../testing/test-app.js';

const test = useTestApp({ today: '2026-11-23' });
const rules = { mail: true, kinds: ['study-expiry'], earliest: 30, losses: false };

beforeAll(() =>
  bringIn(test, {
    format: 'caseboard-portfolio',
    version: 1,
    partner: { legalName: 'Harbor Cloud', timeZone: 'UTC', heldSpecializations: [], targets: [] },
    customers: [{ id: 'c', legalName: 'Customer', kind: 'legal-entity', industry: 'Retail' }],
    studies: [
      {
        id: 'one',
        customer: 'c',
        status: 'active',
        visibility: 'private',
        title: 'One',
        deployedOn: '2025-10-10',
        owner: 'bo@example.com',
        applications: [{ specialization: 'msp', relevance: 'So.' }],
      },
    ],
  }),
);

describe('A person’s own rules', () => {
  it('are the team’s until chosen, and again when given up', async () => {
    const person = await test.signIn('contributor');
    const { body } = await person.get('/api/notifications');
    expect(body).toMatchObject({ rules: null, teamDefault: { mail: true, earliest: 730 }, ladder: [90, 60, 30, 14, 7, 0], bounced: null });
    expect((await person.send('PUT', '/api/notifications', { rules })).body.rules).toEqual(rules);
    expect((await person.send('PUT', '/api/notifications', { rules })).body.rules).toEqual(rules);
    expect((await person.send('PUT', '/api/notifications', { rules: null })).body.rules).toBeNull();
    const { problem } = await person.send('PUT', '/api/notifications', { rules: { ...rules, earliest: 1000, kinds: ['other'] } });
    expect(problem.faults?.map(({ path }) => path).sort()).toEqual(['rules.earliest', 'rules.kinds[0]']);
  });

  it('say when mail to the person came back', async () => {
    const person = await test.signIn('leader');
    await test.query(`UPDATE person SET mail_bounced_at = now(), mail_bounce = '550 unknown' WHERE id = $1`, [person.personId]);
    expect((await person.get('/api/notifications')).body.bounced).toEqual({ at: expect.any(String), error: '550 unknown' });
  });

  it('are tried before they are saved: the mails of the coming 12 months', async () => {
    const owner = await test.signIn('contributor', { email: 'bo@example.com' });
    await test.query(`INSERT INTO warned_day_cache (kind, study_id, day) VALUES ('study-expiry', 'one', '2027-04-11')`);
    const forecast = async (asked: object | null) => (await owner.post('/api/notifications/forecast', { rules: asked })).body;
    expect(await forecast(null)).toMatchObject({ from: '2026-11-23', to: '2027-11-23', digests: 6, losses: 0 });
    expect(await forecast(rules)).toMatchObject({ digests: 4, days: [{ day: '2027-03-12', alerts: 1, losses: 0 }, {}, {}, {}] });
    expect(await forecast({ ...rules, mail: false })).toMatchObject({ digests: 0, days: [] });
    expect((await owner.get('/api/notifications')).body.rules).toBeNull();
  });
});
