import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Fault } from './document-faults.js';
import { writePortfolio } from './document-writer.js';
import { type PortfolioResult, readPortfolio, readPortfolioText } from './document.js';
import type { Portfolio } from './portfolio.js';

const cases = join(__dirname, '../test-cases');
const samples = [
  join(cases, 'portfolios/published-studies.json'),
  ...readdirSync(join(cases, 'assess'))
    .filter((file) => file.endsWith('.portfolio.json'))
    .map((file) => join(cases, 'assess', file)),
];
const requires = { studies: 1, public: 0, freshnessMonths: 18 };
const builtIn = portfolioOf(read({ specializations: [{ code: 'built-in', name: 'Built in', requires }] }, [])).specializations;

function read(more: object, known: Portfolio['specializations'] = builtIn, stored?: Portfolio): PortfolioResult {
  return readPortfolio({ format: 'caseboard-portfolio', version: 1, ...more }, { builtIn: known, stored });
}

function portfolioOf(result: PortfolioResult): Portfolio {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.portfolio;
}

function faultsOf(result: PortfolioResult): readonly Fault[] {
  return result.ok ? [] : result.faults;
}

const customer = (id: string, more: object = {}): object => ({ id, legalName: id, kind: 'legal-entity', ...more });
const study = (id: string, more: object = {}): object => ({ id, status: 'draft', visibility: 'private', ...more });
const specialization = (code: string, more: object = {}): object => ({ code, name: code, requires, ...more });

describe('a document that keeps to the format', () => {
  it.each(samples)('%s is read and written again without losing a character', (file) => {
    const text = readFileSync(file, 'utf8');
    const result = readPortfolioText(text, { builtIn: allNamed(JSON.parse(text)) });
    const portfolio = portfolioOf(result);
    const own = result.ok ? result.ownSpecializations : [];
    const written = JSON.parse(JSON.stringify(writePortfolio({ ...portfolio, specializations: own })));
    expect(portfolioOf(readPortfolio(written, { builtIn: portfolio.specializations }))).toEqual(portfolio);
    expect(written).toMatchObject(withoutNulls(JSON.parse(text)) as object);
  });

  it('fills in every default', () => {
    expect(read({ customers: [customer('c')], studies: [study('s', { applications: [{ specialization: 'built-in' }] })] })).toMatchObject({
      ok: true,
      portfolio: {
        partner: { legalName: '', timeZone: null, heldSpecializations: [], targets: [] },
        specializations: [{ code: 'built-in', aliases: [], programme: null, lifecycle: { endsOn: null, reported: null } }],
        customers: [
          {
            aliases: [],
            notNames: [],
            partOf: null,
            country: null,
            registrations: [],
            relation: 'external',
            industry: null,
          },
        ],
        studies: [
          {
            customer: null,
            title: '',
            summary: '',
            format: null,
            url: '',
            urlState: null,
            anonymousDescription: '',
            stage: null,
            startedOn: null,
            deployedOn: null,
            endedOn: null,
            offeredExternally: null,
            sections: { aboutCustomer: [], challenge: [], solution: [], results: [], aboutPartner: [] },
            services: [],
            outcomes: [],
            support: { before: '', during: '', after: '' },
            diagrams: 0,
            consent: { state: null, until: null },
            owner: null,
            applications: [{ specialization: 'built-in', relevance: '', category: null, history: [] }],
          },
        ],
      },
    });
  });

  it('takes null for an optional key as its default', () => {
    const nothing = portfolioOf(read({ studies: [study('s')], partner: null, customers: null }));
    const nulls = {
      customer: null,
      title: null,
      url: null,
      sections: null,
      support: { during: null },
      diagrams: null,
      applications: null,
    };
    expect(portfolioOf(read({ studies: [study('s', nulls)] }))).toEqual(nothing);
  });

  it('decides about the built-in specializations when it has none of its own', () => {
    expect(portfolioOf(read({})).specializations).toBe(builtIn);
    expect(portfolioOf(read({ specializations: [specialization('own')] })).specializations).toMatchObject([{ code: 'own' }]);
  });

  it('replaces a built-in specialization of the same code and knows the others', () => {
    const result = read({ specializations: [specialization('own'), specialization('built-in', { name: 'Ours' })] });
    expect(result).toMatchObject({ ok: true, known: [{ code: 'built-in', name: 'Ours' }, { code: 'own' }] });
  });

  it('keeps what a specialization carries besides, as it came', () => {
    const carried = {
      notes: ['n', { deep: [1, null] }],
      provenance: null,
      path: 'services',
      prerequisites: { __proto__x: 1 },
    };
    expect(portfolioOf(read({ specializations: [specialization('own', carried)] })).specializations).toMatchObject([carried]);
  });

  it('may begin with a byte order mark', () => {
    expect(readPortfolioText('\ufeff{"format":"caseboard-portfolio","version":1}', { builtIn }).ok).toBe(true);
  });
});

describe('a document laid over a stored portfolio', () => {
  const stored = portfolioOf(
    read({
      customers: [customer('c', { industry: 'Retail', aliases: ['C'] })],
      specializations: [specialization('own')],
      studies: [
        study('s', {
          customer: 'c',
          title: 'T',
          support: { before: 'B', after: 'A' },
          services: [{ name: 'Amazon S3' }],
          applications: [{ specialization: 'own', relevance: 'R', category: 'K' }, { specialization: 'built-in' }],
        }),
        study('t'),
      ],
    }),
  );

  it('leaves what is absent, replaces lists and merges applications', () => {
    const applications = [
      { specialization: 'built-in', category: 'Z' },
      { specialization: 'own', relevance: null },
    ];
    const update = {
      studies: [study('s', { support: { before: '' }, services: [], applications }), study('u')],
      customers: [customer('c')],
    };
    const { studies, customers } = portfolioOf(read(update, builtIn, stored));
    expect(customers).toEqual(stored.customers.map((c) => ({ ...c, legalName: 'c' })));
    expect(studies.map(({ id }) => id)).toEqual(['s', 't', 'u']);
    expect(studies[0]).toEqual({
      ...stored.studies[0],
      support: { before: '', during: '', after: 'A' },
      services: [],
      applications: [
        { specialization: 'own', relevance: '', category: 'K', history: [] },
        { specialization: 'built-in', relevance: '', category: 'Z', history: [] },
      ],
    });
  });

  it('may name stored customers and specializations', () => {
    const applications = [{ specialization: 'own' }];
    expect(faultsOf(read({ studies: [study('n', { customer: 'c', applications })] }, builtIn, stored))).toEqual([]);
  });

  it('changes nothing when it is what was stored', () => {
    expect(portfolioOf(readPortfolio(writePortfolio(stored), { builtIn, stored }))).toEqual(stored);
  });

  it('names the stored study that holds the place of an active one', () => {
    const active = portfolioOf(read({ studies: [study('s', { status: 'active' })] }, builtIn, stored));
    expect(faultsOf(read({ studies: [study('n', { customer: 'c', status: 'active' })] }, builtIn, active))).toMatchObject([
      { path: 'studies[0].status', value: 's', reason: 'two-active-studies' },
    ]);
  });

  it('refuses a move of a customer that brings two stored active studies together', () => {
    const two = portfolioOf(
      read({
        customers: [customer('a'), customer('b')],
        studies: [study('x', { customer: 'a', status: 'active' }), study('y', { customer: 'b', status: 'active' })],
      }),
    );
    expect(faultsOf(read({ customers: [customer('b', { kind: 'unit', partOf: 'a' })] }, builtIn, two))).toMatchObject([
      { path: 'customers[0].partOf', value: ['x', 'y'], reason: 'two-active-studies' },
    ]);
  });
});

function allNamed(json: { studies: { applications: { specialization: string }[] }[] }): Portfolio['specializations'] {
  const codes = new Set(json.studies.flatMap(({ applications }) => applications.map((application) => application.specialization)));
  const partner = (json as unknown as { partner: { heldSpecializations: string[]; targets: { specialization: string }[] } }).partner;
  for (const code of [...partner.heldSpecializations, ...partner.targets.map((target) => target.specialization)]) codes.add(code);
  return portfolioOf(read({ specializations: [...codes].map((code) => specialization(code)) }, [])).specializations;
}

function withoutNulls(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutNulls);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).flatMap(([key, value]) => (value === null ? [] : [[key, withoutNulls(value)]])));
}

describe('whatever the input', () => {
  it('a reading answers and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withSparseArray: true }), (json) => {
        expect(readPortfolio(json, { builtIn }).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('a valid document with one value replaced is read or refused, and what is read can be written and read again', () => {
    const text = readFileSync(join(cases, 'assess/04.portfolio.json'), 'utf8');
    const named = allNamed(JSON.parse(text));
    const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(null, '', 0, -0, -1, 1.5, 1e999, [], {}, '2025-02-29', '\ud800', '\u0000'));
    fc.assert(
      fc.property(fc.nat(), odd, fc.boolean(), (place, value, remove) => {
        const json = JSON.parse(text) as unknown;
        mutate(json, place, value, remove);
        const result = readPortfolio(json, { builtIn: named });
        if (!result.ok) return expect(JSON.parse(JSON.stringify(result.faults))).toHaveLength(result.faults.length);
        const again = readPortfolio(
          JSON.parse(JSON.stringify(writePortfolio({ ...result.portfolio, specializations: result.ownSpecializations }))),
          { builtIn: named },
        );
        expect(portfolioOf(again)).toEqual(result.portfolio);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a value nested 200,000 deep overflows nothing', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const places = ['"partner":', '"studies":', '"x":', '"specializations":[{"code":"a","notes":'];
    for (const place of places) {
      const end = place.includes('[{') ? '}]}' : '}';
      const result = readPortfolioText(`{"format":"caseboard-portfolio","version":1,${place}${deep}${end}`, {
        builtIn,
      });
      expect(JSON.stringify(result).length).toBeLessThan(5_000);
      expect(result.ok).toBe(false);
    }
  });

  it('a chain of 100,000 units is followed to its end', () => {
    const customers = Array.from({ length: 100_000 }, (_, i) => customer(`c${i}`, i === 0 ? {} : { kind: 'unit', partOf: `c${i - 1}` }));
    const studies = [study('a', { customer: 'c99999', status: 'active' }), study('b', { customer: 'c50000', status: 'active' })];
    expect(faultsOf(read({ customers, studies }))).toMatchObject([{ path: 'studies[1].status', value: 'a' }]);
  });
});

/** Replaces or removes the value at the n-th place of a JSON value. */
function mutate(json: unknown, n: number, value: unknown, remove: boolean): void {
  const places: [Record<string | number, unknown>, string][] = [];
  const walk = (at: unknown): void => {
    if (typeof at !== 'object' || at === null) return;
    for (const key of Object.keys(at)) {
      places.push([at as Record<string, unknown>, key]);
      walk((at as Record<string, unknown>)[key]);
    }
  };
  walk(json);
  const place = places[n % places.length];
  if (!place) return;
  if (remove && !Array.isArray(place[0])) delete place[0][place[1]];
  else place[0][place[1]] = value;
}
