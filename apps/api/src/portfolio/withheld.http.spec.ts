import { unzipSync, strFromU8 } from 'fflate';
import { customerSorts, specializationSorts, studySorts } from '@caseboard/contracts';
import { Routes, type Route } from '../platform/http/routes.js';
import { SendingService } from '../mails/sending.service.js';
import { ReportIssuing } from '../reports/report-issuing.service.js';
import { bringIn } from '../testing/bring-in.js';
import { givenAlerts } from '../testing/given-alerts.js';
import { useTestApp } from '../testing/test-app.js';
import type { TestAnswer, TestClient } from '../testing/test-client.js';

const test = useTestApp();

/** Every hidden customer's name, alias, number and address has this in it, in some spelling. */
const canary = /c[\s.-]*a[\s.-]*n[\s.-]*a[\s.-]*r[\s.-]*y|金丝雀|c%61nary/iu;
const text = (name: string) => ({ title: `How ${name} ships`, summary: `${name} moved.`, anonymousDescription: `A carrier, not ${name}` });
const sections = (name: string) => ({
  aboutCustomer: [`${name} is a carrier.`],
  challenge: ['Peaks.'],
  solution: [`Built for ${name} on Amazon EKS.`, 'More.'],
  results: [`${name} saves 20 %.`],
  aboutPartner: ['We built it.'],
});
const more = (name: string) => ({
  stage: 'production',
  deployedOn: '2026-01-10',
  format: 'case-study',
  urlState: 'ok',
  sections: sections(name),
  services: [
    { name: `${name} Platform`, usage: `Runs ${name}` },
    { name: 'Amazon EKS', usage: 'Runs it' },
  ],
  outcomes: [{ statement: `${name} saved`, value: 20, unit: '%' }],
  support: { before: `Talked with ${name}`, during: `Sat at ${name}`, after: `Runs ${name}` },
  diagrams: 1,
  applications: [
    { specialization: 'competency-devops-services', relevance: `${name} releases daily` },
    { specialization: 'msp', relevance: 'Managed' },
  ],
  owner: 'mia@example.com',
});
const customer = (id: string, legalName: string, facts: object = {}) => ({
  id,
  legalName,
  kind: 'legal-entity',
  industry: 'Retail',
  ...facts,
});
const unit = (id: string, legalName: string, partOf: string) => customer(id, legalName, { kind: 'unit', partOf });
const study = (id: string, of: string, status: string, visibility: string, name: string, facts: object = {}) => ({
  id,
  customer: of,
  status,
  visibility,
  ...text(name),
  url: `https://example.com/${id}`,
  ...more(name),
  ...facts,
});

const document = {
  format: 'caseboard-portfolio',
  version: 1,
  partner: {
    legalName: 'Harbor Cloud',
    timeZone: 'UTC',
    heldSpecializations: ['msp'],
    targets: [{ specialization: 'competency-devops-services', weight: 2, submitOn: '2027-03-01' }],
  },
  customers: [
    customer('c1', 'Canary Alpha GmbH', {
      aliases: ['Canary', '金丝雀物流'],
      notNames: ['canary islands'],
      registrations: [{ scheme: 'lei', number: 'CANARY00BM49AURSDO55' }],
    }),
    customer('c2', 'Canary Holding'),
    unit('u2', 'Canary Berlin works', 'c2'),
    customer('c3', 'Canary Retired Ltd.'),
    customer('c4', 'Shown Foods Ltd.'),
    unit('u4', 'Canary branch of Shown', 'c4'),
    customer('c5', 'Open Energy'),
  ],
  studies: [
    study('a1', 'c1', 'active', 'anonymous', 'CANARY Alpha', { url: 'https://example.com/c%61nary-alpha' }),
    study('a2', 'u2', 'active', 'anonymous', 'Canary Berlin works'),
    study('a3', 'c3', 'draft', 'anonymous', 'canary retired'),
    study('r3', 'c3', 'retired', 'public', 'Canary Retired Ltd.'),
    study('p4', 'c4', 'active', 'public', 'Shown Foods'),
    study('a4', 'c4', 'draft', 'anonymous', 'Shown Foods', { applications: [{ specialization: 'msp', relevance: 'Managed' }] }),
    study('b4', 'u4', 'draft', 'anonymous', 'Canary branch of Shown'),
    study('p5', 'c5', 'active', 'private', 'Open Energy, like 金丝雀物流 before it,', { url: 'https://example.com/of/canary.alpha' }),
  ],
};
const ids = {
  alerts: [] as string[],
  mails: [] as string[],
  studies: document.studies.map(({ id }) => id),
  customers: document.customers.map(({ id }) => id),
  specializations: ['msp', 'competency-devops-services', 'own'],
  reports: ['1'],
  secrets: [] as string[],
};

let leader: TestClient;
let manager: TestClient;

beforeAll(async () => {
  await bringIn(test, document);
  leader = await test.signIn('leader', { email: 'leader@example.com' });
  manager = await test.signIn('manager');
  await aMailOfEarlierDays();
  await aReport();
  const { headers } = await manager.get('/api/customers/c1');
  await manager.patch('/api/customers/c1', { country: 'DE' }, { 'if-match': String(headers['etag']) });
});

/** A digest of every study that the leader got while these names were no secret, so it is kept with all of them. */
async function aMailOfEarlierDays(): Promise<void> {
  ids.alerts = await givenAlerts(test, ids.studies, { day: '2027-07-11' });
  const kept = 'About Canary Alpha GmbH';
  const mails = await test.query<{ id: string }>(
    `INSERT INTO outbox (kind, person_id, message_id, state, created_at, subject, html, text) VALUES ('digest', $1, '<m@x>', 'kept', now(), $2, $2, $2)
     RETURNING id`,
    [leader.personId, kept],
  );
  ids.mails = mails.map(({ id }) => id);
  await test.query('INSERT INTO alert_delivery (alert_id, person_id, outbox_id) SELECT id, $1, $2 FROM alert', [
    leader.personId,
    ids.mails[0],
  ]);
}

/** An issued report, mailed to the leader, with a link that leaves names out. */
async function aReport(): Promise<void> {
  await manager.patch('/api/settings/report', { readers: ['leader@example.com'], boardDays: ['2026-11-22'] }, { 'if-match': '"1"' });
  await test.query(`INSERT INTO report (number, from_day, to_day, state, requested_at, scheduled_on)
    VALUES (1, '2026-11-22', '2026-11-22', 'making', now(), '2026-11-21')`);
  await test.get(ReportIssuing).make(1, async () => undefined);
  const mails = await test.query<{ id: string }>("SELECT id FROM outbox WHERE kind = 'report'");
  for (const { id } of mails) await test.get(SendingService).send(id);
  ids.mails.push(...mails.map(({ id }) => id));
  const { body } = await manager.post('/api/reports/1/links', { expiresOn: '2026-12-22' });
  ids.secrets = [body.url.split('/').at(-1)];
}

/** Every address that GET answers, with every record where it takes one. */
function addresses(route: Route): string[] {
  const [, , kind] = route.path.split('/');
  if (!route.path.includes(':')) return [route.path];
  const kinds: Readonly<Record<string, readonly string[]>> = {
    customers: ids.customers,
    alerts: ids.alerts,
    mails: ids.mails,
    reports: ids.reports,
    'shared-reports': ids.secrets,
  };
  const of = route.path.includes('specializations/:') ? ids.specializations : (kinds[kind ?? ''] ?? ids.studies);
  return of.map((id) => route.path.replace(/:\w+/, id).replace(/:\w+/g, 'x'));
}

/** Lists with each way to sort and filter that could tell something by a hidden name. */
function variations(address: string): string[] {
  const sorts =
    { '/api/studies': studySorts, '/api/customers': customerSorts, '/api/specializations': specializationSorts }[
      address.replace(/\/export$/, '')
    ] ?? [];
  const filters =
    address.startsWith('/api/studies') && sorts.length > 0
      ? ['customer=c1', 'customer=c4', 'ids=a1,a4', 'industry=Retail']
      : sorts.length > 0 && address.startsWith('/api/customers')
        ? ['entity=c2', 'ids=c1,c2', 'used=yes']
        : [];
  const formats = /portfolio$|export$|template$/.test(address) ? ['format=csv', 'format=xlsx', 'format=json'] : [];
  const days = address.startsWith('/api/readiness') || address === '/api/home' ? ['asOf=2027-08-01', 'from=2026-01-01&to=2028-12-31'] : [];
  const files = address.endsWith('/file') ? ['pdf', 'xlsx', 'pptx'].map((format) => `format=${format}`) : [];
  const cells = address.endsWith('/cell')
    ? ids.studies.flatMap((id) => ids.specializations.map((code) => `study=${id}&specialization=${code}`))
    : [];
  const likes = address.endsWith('/like') ? ['name=Alpha', 'name=Holding&registration=BM49AURSDO55'] : [];
  const queries = [...sorts.flatMap((sort) => [`sort=${sort}`, `sort=-${sort}`]), ...filters, ...days, ...cells, ...likes, ...files];
  const all =
    formats.length > 0 ? [...formats, ...formats.flatMap((format) => queries.map((query) => `${format}&${query}`))] : ['', ...queries];
  return all.map((query) => (query ? `${address}?${query}` : address));
}

function written({ body, headers }: TestAnswer): string {
  return `${typeof body === 'string' ? body : JSON.stringify(body)} ${JSON.stringify(headers)}`;
}

/** The parts of a workbook or of slides, which travel packed. */
async function unpacked(reader: TestClient, url: string): Promise<string> {
  const { rawPayload } = await test.app.inject({ url, headers: reader.headers });
  return Object.values(unzipSync(rawPayload))
    .map((file) => strFromU8(file))
    .join('\n');
}

describe('a leader who is not allowed anonymous names', () => {
  it('meets none of them in any answer to any GET', async () => {
    const told: string[] = [];
    let answered = 0;
    for (const route of test.get(Routes).all.filter(({ method }) => method === 'GET')) {
      for (const address of addresses(route).flatMap(variations)) {
        const answer = await leader.get(address);
        if (answer.status === 200) answered += 1;
        const type = String(answer.headers['content-type']);
        const all = type.includes('openxmlformats') ? await unpacked(leader, address) : written(answer);
        if (answer.status >= 500 || canary.test(all)) told.push(`${answer.status} ${address}`);
      }
    }
    expect(told).toEqual([]);
    expect(answered).toBeGreaterThan(150);
  }, 120_000);

  it('meets none of them in a refusal either', async () => {
    const told: string[] = [];
    for (const route of test
      .get(Routes)
      .all.filter(({ method, path }) => method !== 'GET' && !/session|me$|tokens|setup|invitations|calendar-feed|follow$/.test(path))) {
      for (const address of addresses(route)) {
        const answer = await leader.send(route.method as 'POST', address, {}, { 'if-match': '"1"' });
        if (answer.status < 400 || answer.status >= 500 || canary.test(written(answer)))
          told.push(`${answer.status} ${route.method} ${address}`);
      }
    }
    expect(told).toEqual([]);
  }, 120_000);

  it('finds nothing by a name that is withheld', async () => {
    for (const search of ['canary', 'Canary Alpha', '金丝雀', 'berlin works', '▇▇▇', 'CANARY00BM49AURSDO55']) {
      for (const list of ['studies', 'customers']) {
        const { body } = await leader.get(`/api/${list}?search=${encodeURIComponent(search)}`);
        expect({ search, list, total: body.total }).toEqual({ search, list, total: 0 });
      }
    }
  });

  it('does not learn by sorting, filtering or counting whose an anonymous study is', async () => {
    const listed = async (query: string) => (await leader.get(`/api/studies?${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await listed('customer=c4')).toEqual(['p4']);
    expect(await listed('customer=c1')).toEqual([]);
    expect((await listed('sort=customer')).slice(0, 2).sort()).toEqual(['p4', 'p5']);
    const { body } = await leader.get('/api/customers');
    expect(body.items.map(({ id, studies }: { id: string; studies: object }) => [id, studies])).toEqual([
      ['c4', { active: 1, draft: 0, retired: 0 }],
      ['c5', { active: 1, draft: 0, retired: 0 }],
    ]);
  });

  it('is told of a hidden customer what everybody is told of one that does not exist', async () => {
    const [hidden, unknown] = [await leader.get('/api/customers/c1'), await leader.get('/api/customers/c9')];
    expect([hidden.status, unknown.status]).toEqual([404, 404]);
    expect(
      JSON.stringify(hidden.body)
        .replaceAll('c1', 'c9')
        .replace(/"instance":"[^"]*"/, ''),
    ).toEqual(JSON.stringify(unknown.body).replace(/"instance":"[^"]*"/, ''));
  });

  it('is not told that an anonymous study shares its place with the one that names the customer', async () => {
    const { body } = await leader.get('/api/readiness/specializations/msp');
    const candidate = body.candidates.find(({ id }: { id: string }) => id === 'a4');
    expect(candidate).toMatchObject({ customerName: null, heldBy: null, then: null, sideEffects: [] });
    expect((await leader.get('/api/studies/a4/activation')).status).toBe(403);
  });
});

describe('those who may meet every name', () => {
  it.each([
    ['a manager', 'manager', false],
    ['a contributor', 'contributor', false],
    ['a leader who is allowed to', 'leader', true],
  ] as const)('%s reads them', async (_, role, seesAnonymousNames) => {
    const reader = await test.signIn(role, { seesAnonymousNames });
    for (const address of ['/api/studies', '/api/studies/a1', '/api/customers', '/api/readiness/matrix', '/api/portfolio', '/api/home']) {
      expect([address, canary.test(written(await reader.get(address)))]).toEqual([address, true]);
    }
    expect(canary.test(await unpacked(reader, '/api/portfolio?format=xlsx'))).toBe(true);
  });
});
