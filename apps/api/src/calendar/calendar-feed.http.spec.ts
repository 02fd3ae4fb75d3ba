import ICAL from 'ical.js';
import { bringIn } from '../testing/bring-in.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestClient } from '../testing/test-client.js';

const test = useTestApp({ today: '2026-11-23' });
const long = '一家名字非常非常长的物流与供应链管理（上海）股份有限公司，以及它的全部分支机构';

beforeAll(async () => {
  const study = (id: string, visibility: string, deployedOn: string) => ({
    id,
    customer: `c-${id}`,
    status: 'active',
    visibility,
    title: `${long} ${id}`,
    summary: 'It moved.',
    anonymousDescription: 'A carrier',
    stage: 'production',
    deployedOn,
    url: 'https://example.com/a',
    format: 'case-study',
    urlState: 'ok',
    sections: { aboutCustomer: ['A.'], challenge: ['B.'], solution: ['On Amazon EKS.', 'D.'], results: ['20 %.'], aboutPartner: ['F.'] },
    services: [{ name: 'Amazon EKS', usage: 'Runs it' }],
    outcomes: [{ statement: 'Saved', value: 20, unit: '%' }],
    applications: [{ specialization: 'own', relevance: 'It shows it.' }],
  });
  await bringIn(test, {
    format: 'caseboard-portfolio',
    version: 1,
    partner: {
      legalName: 'Harbor Cloud',
      timeZone: 'Asia/Shanghai',
      heldSpecializations: [],
      targets: [{ specialization: 'own', weight: 1 }],
    },
    specializations: [{ code: 'own', name: 'Own; with, signs', requires: { studies: 1, public: 0, freshnessMonths: 18 } }],
    customers: ['open', 'hidden'].map((id) => ({ id: `c-${id}`, legalName: `${long} ${id}`, kind: 'legal-entity', industry: 'Retail' })),
    studies: [study('open', 'private', '2025-09-30'), study('hidden', 'anonymous', '2026-02-28')],
  });
});

const feedOf = async (person: TestClient): Promise<string> =>
  new URL((await person.post('/api/calendar-feed')).body.url as string).pathname;

interface Event {
  readonly uid: string;
  readonly day: string;
  readonly end: string;
  readonly summary: string;
}
function eventsIn(text: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    expect(component.getFirstPropertyValue('dtstamp')).not.toBeNull();
    expect(String(component.getFirstPropertyValue('url'))).toMatch(/^http:\/\/localhost/);
    return { uid: event.uid, day: event.startDate.toString(), end: event.endDate.toString(), summary: event.summary };
  });
}

describe('A calendar feed', () => {
  it('has the days that matter as whole days, in the person’s language, folded by octets', async () => {
    const reader = await test.signIn('manager', { language: 'zh' });
    const { status, headers, body } = await test.stranger.get(await feedOf(reader));
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = (body as string).split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    expect((body as string).endsWith('END:VCALENDAR\r\n') || (body as string).endsWith('END:VCALENDAR')).toBe(true);
    expect(body).not.toContain('�');
    const events = eventsIn(body);
    expect(events).toContainEqual(expect.objectContaining({ day: '2027-03-31', end: '2027-04-01', summary: `${long} open：到期` }));
    expect(events).toContainEqual(expect.objectContaining({ day: '2027-03-31', summary: 'Own; with, signs：不再就绪' }));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it('keeps its UIDs', async () => {
    const address = await feedOf(await test.signIn('manager'));
    const [first, second] = [eventsIn((await test.stranger.get(address)).body), eventsIn((await test.stranger.get(address)).body)];
    expect(first.length).toBeGreaterThan(2);
    expect(second).toEqual(first);
  });

  it('withholds names from a leader, as every page does', async () => {
    const leader = (await test.stranger.get(await feedOf(await test.signIn('leader')))).body as string;
    const manager = (await test.stranger.get(await feedOf(await test.signIn('manager')))).body as string;
    const unfolded = (text: string) => text.replace(/\r\n /g, '');
    expect(unfolded(manager)).toContain(`${long} hidden`);
    expect(unfolded(leader)).not.toContain(`${long} hidden`);
  });

  it('is one address a person, kept as a hash, and ends with it or with the person', async () => {
    const person = await test.signIn('contributor');
    expect((await person.get('/api/calendar-feed')).body).toEqual({ exists: false, createdAt: null, lastReadAt: null, url: null });
    const first = await feedOf(person);
    const second = await feedOf(person);
    expect((await test.stranger.get(first)).status).toBe(404);
    expect((await test.stranger.get(second)).status).toBe(200);
    expect((await person.get('/api/calendar-feed')).body).toMatchObject({ exists: true, lastReadAt: expect.any(String), url: null });
    const [row] = await test.query<{ kept: string }>(
      `SELECT encode(secret_hash, 'escape') AS kept FROM calendar_feed WHERE person_id = $1`,
      [person.personId],
    );
    expect(row?.kept).not.toContain(second.slice(14, 40));
    await test.query('UPDATE person SET active = false WHERE id = $1', [person.personId]);
    expect((await test.stranger.get(second)).status).toBe(404);
    await test.query('UPDATE person SET active = true WHERE id = $1', [person.personId]);
    expect((await person.delete('/api/calendar-feed')).status).toBe(204);
    expect((await test.stranger.get(second)).status).toBe(404);
  });

  it.each(['x.ics', 'x', `${'a'.repeat(43)}.ics`, '%00.ics'])('at the address %s is not found', async (file) => {
    expect((await test.stranger.get(`/api/calendar/${file}`)).status).toBe(404);
  });
});
