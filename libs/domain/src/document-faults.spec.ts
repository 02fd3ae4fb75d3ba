import type { Fault } from './document-faults.js';
import { customerRecord, specializationRecord, studyRecord } from './document-records.js';
import { readPortfolio, readPortfolioText } from './document.js';

const requires = { studies: 1, public: 0, freshnessMonths: null };
const document = {
  format: 'caseboard-portfolio',
  version: 1,
  specializations: [{ code: 'sp', name: 'SP', requires }],
  customers: [
    { id: 'c1', legalName: 'One', kind: 'legal-entity' },
    { id: 'c2', legalName: 'Two', kind: 'legal-entity' },
    { id: 'u1', legalName: 'Unit of one', kind: 'unit', partOf: 'c1' },
  ],
  studies: [
    { id: 's1', status: 'draft', visibility: 'private', customer: 'c1', applications: [{ specialization: 'sp' }] },
    { id: 's2', status: 'draft', visibility: 'private', customer: 'u1' },
  ],
};

/** The document with the value at a path such as `studies[0].title` replaced; `undefined` takes the key out. */
function having(...changes: [path: string, value: unknown][]): unknown {
  const json = structuredClone(document) as unknown;
  for (const [path, value] of changes) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
    const last = steps.pop() ?? '';
    let at = json as Record<string, unknown>;
    for (const step of steps) at = (at[step] ??= {}) as Record<string, unknown>;
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return json;
}

function faults(json: unknown): readonly Fault[] {
  const result = readPortfolio(json, { builtIn: [] });
  return result.ok ? [] : result.faults;
}

it('a document without a fault is not refused', () => {
  expect(faults(having())).toEqual([]);
});

describe.each([
  ['format', 'caseboard', 'unknown-value'],
  ['format', undefined, 'missing'],
  ['version', 2, 'unknown-value'],
  ['version', '1', 'unknown-value'],
  ['extra', 1, 'unknown-key'],
  ['customers[0].extra', 'x', 'unknown-key'],
  ['studies[0].sections', { intro: [] }, 'unknown-key', 'studies[0].sections.intro', []],
  ['studies[0].constructor', 1, 'unknown-key'],
  ['partner', [], 'not-a-record'],
  ['studies', {}, 'not-a-list'],
  ['studies[0]', 'x', 'not-a-record'],
  ['partner.timeZone', 'Asia/Nowhere', 'no-such-time-zone'],
  ['partner.timeZone', '+08:00', 'no-such-time-zone'],
  ['partner.timeZone', 'PST', 'no-such-time-zone'],
  ['partner.timeZone', '', 'no-such-time-zone'],
  ['partner.heldSpecializations', ['none'], 'unknown-specialization', 'partner.heldSpecializations[0]', 'none'],
  ['partner.targets', [{ specialization: 'none' }], 'unknown-specialization', 'partner.targets[0].specialization', 'none'],
  ['partner.targets', [{ specialization: 'sp', weight: 0 }], 'not-a-count', 'partner.targets[0].weight', 0],
  ['partner.targets', [{ specialization: 'sp', weight: 1_001 }], 'not-a-count', 'partner.targets[0].weight', 1_001],
  ['partner.targets', [{ weight: 1 }], 'missing', 'partner.targets[0].specialization', null],
  ['specializations[0].requires', undefined, 'missing', 'specializations[0].requires.studies', null],
  ['specializations[0].requires.freshnessMonths', undefined, 'missing', undefined, null],
  ['specializations[0].requires.freshnessMonths', 601, 'not-a-count'],
  ['specializations[0].requires.studies', 10_001, 'not-a-count'],
  ['specializations[0].requires.studies', 1.5, 'not-a-count'],
  ['specializations[0].requires.public', -1, 'not-a-count'],
  ['specializations[0].requires.public', '2', 'not-a-count'],
  ['specializations[0].requires.public', null, 'not-a-count'],
  ['specializations[0].requires.diagram', 'yes', 'not-true-or-false'],
  ['specializations[0].requires.services', ['S3'], 'not-a-list', 'specializations[0].requires.services[0]', 'S3'],
  ['specializations[0].lifecycle', { endsOn: '2026-13-01' }, 'no-such-day', 'specializations[0].lifecycle.endsOn', '2026-13-01'],
  ['specializations[0].lifecycle', { reported: [] }, 'not-a-record', 'specializations[0].lifecycle.reported', []],
  ['specializations[0].notes', ['\u0000'], 'forbidden-character', 'specializations[0].notes[0]', '\u0000'],
  ['specializations[0].code', 'a b', 'bad-id'],
  ['customers[0].id', '', 'bad-id'],
  ['customers[1].id', '..', 'bad-id'],
  ['customers[1].id', '.', 'bad-id'],
  ['customers[1].id', 'x'.repeat(101), 'bad-id'],
  ['customers[1].id', 'ä', 'bad-id'],
  ['customers[1].id', 'c1', 'duplicate-id'],
  ['studies[1].id', 's1', 'duplicate-id'],
  ['specializations[1]', { code: 'sp', name: 'again', requires }, 'duplicate-code', 'specializations[1].code', 'sp'],
  ['studies[0].applications[1]', { specialization: 'sp' }, 'duplicate-application', 'studies[0].applications[1].specialization', 'sp'],
  ['studies[0].applications[0].specialization', 'none', 'unknown-specialization'],
  ['studies[0].customer', 'c9', 'unknown-customer'],
  ['studies[0].customer', '', 'unknown-customer'],
  ['customers[0].partOf', 'c9', 'unknown-customer'],
  ['customers[0].partOf', 'c1', 'circle-of-units'],
  ['customers[0].kind', 'company', 'unknown-value'],
  ['customers[0].kind', null, 'unknown-value'],
  ['customers[0].legalName', undefined, 'missing', undefined, null],
  ['customers[0].legalName', 'x'.repeat(256), 'text-too-long'],
  ['customers[0].aliases', [null], 'not-text', 'customers[0].aliases[0]', null],
  ['customers[0].registrations', [{ scheme: 'vat', number: '1' }], 'unknown-value', 'customers[0].registrations[0].scheme', 'vat'],
  [
    'customers[0].registrations',
    [{ scheme: 'company-number:XX', number: '1' }],
    'unknown-value',
    'customers[0].registrations[0].scheme',
    'company-number:XX',
  ],
  ['customers[0].registrations', [{ scheme: 'lei' }], 'missing', 'customers[0].registrations[0].number', null],
  ['studies[0].status', 'open', 'unknown-value'],
  ['studies[0].visibility', undefined, 'missing', undefined, null],
  ['studies[0].title', 'x'.repeat(256), 'text-too-long'],
  ['studies[0].title', 'lone \udc00', 'forbidden-character'],
  ['studies[0].title', 7, 'not-text'],
  ['studies[0].sections', { results: ['x'.repeat(10_001)] }, 'text-too-long', 'studies[0].sections.results[0]', 'x'.repeat(10_001)],
  ['studies[0].deployedOn', '2025-02-30', 'no-such-day'],
  ['studies[0].deployedOn', '2025-2-3', 'no-such-day'],
  ['studies[0].deployedOn', '', 'no-such-day'],
  ['studies[0].deployedOn', 20250203, 'not-text'],
  ['studies[0].deployedOn', '1899-12-31', 'day-out-of-range'],
  ['studies[0].deployedOn', '2200-01-01', 'day-out-of-range'],
  ['studies[0].outcomes', [{ value: 1e999 }], 'not-a-number', 'studies[0].outcomes[0].value', 'Infinity'],
  ['studies[0].outcomes', [{ value: '7' }], 'not-a-number', 'studies[0].outcomes[0].value', '7'],
  ['studies[0].offeredExternally', 0, 'not-true-or-false'],
  [
    'studies[0].applications[0].history',
    [{ state: 'won', on: '2025-01-01' }],
    'unknown-value',
    'studies[0].applications[0].history[0].state',
    'won',
  ],
  ['studies[0].services', Array.from({ length: 501 }, () => ({})), 'too-many-entries', 'studies[0].services', 501],
] as [string, unknown, string, string?, unknown?][])('%s being %j', (path, value, reason, at, shown) => {
  it(`is refused as ${reason}`, () => {
    const expected = { path: at ?? path, value: shown !== undefined ? shown : (value ?? null), reason };
    expect(faults(having([path, value]))).toContainEqual(expect.objectContaining(expected));
  });
});

it.each([
  ['customers[0].legalName', '😀'.repeat(255)],
  ['studies[0].summary', '字'.repeat(2_000)],
  ['studies[0].deployedOn', '2024-02-29'],
  ['studies[0].startedOn', '1900-01-01'],
  ['studies[0].endedOn', '2199-12-31'],
  ['studies[0].id', 'A.b_c:d-9'],
  ['specializations[0].requires.studies', 10_000],
  ['specializations[0].requires.freshnessMonths', 600],
  ['partner.timeZone', 'America/Argentina/Buenos_Aires'],
  ['partner.timeZone', 'Asia/Kolkata'],
  ['customers[0].registrations', [{ scheme: 'company-number:DE', number: 'HRB 1' }]],
])('%s may be %j', (path, value) => {
  expect(faults(having([path, value]))).toEqual([]);
});

it('a key named __proto__ is an unknown key', () => {
  const json = JSON.parse('{"format":"caseboard-portfolio","version":1,"__proto__":{"studies":[]}}') as unknown;
  expect(faults(json)).toEqual([{ path: '__proto__', value: { studies: [] }, reason: 'unknown-key' }]);
});

it('two active studies of one legal entity, one through a unit, are refused at the second with the first named', () => {
  const json = having(['studies[0].status', 'active'], ['studies[1].status', 'active']);
  const params = { entity: 'c1', studies: ['s1', 's2'] };
  expect(faults(json)).toEqual([{ path: 'studies[1].status', value: 's1', reason: 'two-active-studies', params }]);
});

it('two legal entities with one registration, differently written, are refused at the second number', () => {
  const json = having(
    ['customers[0].registrations', [{ scheme: 'lei', number: '5299-00t8 bm49' }]],
    [
      'customers[1].registrations',
      [
        { scheme: 'duns', number: '1' },
        { scheme: 'lei', number: '529900T8BM49' },
      ],
    ],
  );
  const fault = { path: 'customers[1].registrations[1].number', value: '529900T8BM49', reason: 'registration-taken' };
  expect(faults(json)).toEqual([{ ...fault, params: { customer: 'c1' } }]);
});

it('a registration that a unit shares with its legal entity is no fault', () => {
  const registrations = [{ scheme: 'uscc', number: '91110000' }];
  expect(faults(having(['customers[0].registrations', registrations], ['customers[2].registrations', registrations]))).toEqual([]);
});

it('the same registration twice on one customer is refused, on a unit too', () => {
  const registrations = [
    { scheme: 'lei', number: 'a.b' },
    { scheme: 'lei', number: 'AB' },
  ];
  expect(faults(having(['customers[2].registrations', registrations]))).toEqual([
    { path: 'customers[2].registrations[1].number', value: 'AB', reason: 'registration-repeated' },
  ]);
});

it('a circle is told at each customer on it, and at none that only leads into it', () => {
  const json = having(['customers[0].partOf', 'c2'], ['customers[1].partOf', 'c1']);
  expect(faults(json).map(({ path, value, reason }) => [path, value, reason])).toEqual([
    ['customers[0].partOf', 'c2', 'circle-of-units'],
    ['customers[1].partOf', 'c1', 'circle-of-units'],
  ]);
});

it('every fault is listed, those of single values and those between records', () => {
  const json = having(
    ['studies[0].deployedOn', '2025-02-30'],
    ['studies[0].status', 'active'],
    ['studies[1].status', 'active'],
    ['studies[1].title', 5],
    ['customers[1].id', 'c1'],
  );
  expect(faults(json).map(({ path }) => path)).toEqual([
    'studies[0].deployedOn',
    'studies[1].title',
    'customers[1].id',
    'studies[1].status',
  ]);
});

it.each([
  ['', 'no-json'],
  ['{', 'no-json'],
  ['{"format":NaN}', 'no-json'],
  ['null', 'not-a-record'],
  ['[]', 'not-a-record'],
  ['"text"', 'not-a-record'],
])('the text %j is refused as %s', (text, reason) => {
  expect(readPortfolioText(text, { builtIn: [] })).toMatchObject({ ok: false, faults: [{ path: '', reason }] });
});

it('more faults than can be listed are counted', () => {
  const studies = Array.from({ length: 60_000 }, (_, i) => ({ id: `s${i}`, status: 'x', visibility: 'y' }));
  const listed = faults({ format: 'caseboard-portfolio', version: 1, studies });
  expect(listed).toHaveLength(100_001);
  expect(listed.at(-1)).toEqual({ path: '', value: 20_000, reason: 'more-faults', params: { count: 20_000 } });
});

describe('one record', () => {
  it('of a study is read with paths of its own', () => {
    expect(studyRecord.read({ id: 's', sections: { solution: ['x', 5] } }, { partial: true })).toEqual({
      ok: false,
      faults: [{ path: 'sections.solution[1]', value: 5, reason: 'not-text' }],
    });
  });

  it('needs its required keys unless it is an edit', () => {
    expect(studyRecord.read({ title: 'T' }, { partial: true })).toEqual({ ok: true, given: { title: 'T' } });
    expect(studyRecord.read({ title: 'T' }, { partial: false })).toMatchObject({
      faults: [{ path: 'id' }, { path: 'status' }, { path: 'visibility' }],
    });
    expect(specializationRecord.read({ requires: { studies: 3 } }, { partial: true })).toEqual({
      ok: true,
      given: { requires: { studies: 3 } },
    });
  });

  it('looks up references where it is told which exist', () => {
    const references = { hasCustomer: (id: string) => id === 'c1', hasSpecialization: () => false };
    expect(customerRecord.read({ partOf: 'c2' }, { partial: true, references })).toMatchObject({
      faults: [{ path: 'partOf', value: 'c2', reason: 'unknown-customer' }],
    });
  });
});
