import type { Readable } from 'node:stream';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { type Customer, customerRecord, type Portfolio, type Study, studyRecord, unknownPartner } from '@caseboard/domain';
import fc from 'fast-check';
import type { ImportFile } from '../plan/import-file.js';
import { readImportFile } from '../plan/import-file.js';
import { planImport } from '../plan/plan-import.js';
import { portfolioSheets } from './portfolio-sheets.js';
import { type OutSheet, writeCsv, writeWorkbook } from '../../platform/sheets/sheet-writer.js';

const nothingRemembered = { answers: new Map<string, string>(), meaning: () => undefined };

/** What people, and worse, may have stored: marks of formulas, separators, line ends, controls, look-alike escapes. */
const nasty = fc.constantFrom(
  '=1+1',
  "'=x",
  "''-x",
  '+',
  '-',
  '@a',
  '\ttab',
  '\rreturn',
  'a;b',
  'a:b；c：d',
  'x\r\ny',
  'a\n\nb',
  '\n\n',
  ' padded ',
  '"quoted"',
  ',',
  '_x000D_',
  '\u0001',
  '😀',
  'مرحبا',
  '标题',
  'Title',
  'S3',
  '007',
  '1E5',
  'TRUE',
);
const text = fc
  .oneof(
    nasty,
    fc.string({ maxLength: 12 }),
    fc.tuple(nasty, nasty).map((both) => both.join('')),
  )
  .filter((value) => !/[\u0000\ud800-\udfff]/u.test(value));
const short = fc.oneof(text, fc.constant(null));
const day = fc.constantFrom('1900-01-01', '1900-02-28', '1900-03-01', '2024-02-29', '2025-06-30', '2199-12-31', null);
const list = <T>(entry: fc.Arbitrary<T>) => fc.array(entry, { maxLength: 3 });
const codes = builtInSpecializations.slice(0, 4).map(({ code }) => code);

const customerFacts = fc.record({
  legalName: text,
  aliases: list(text),
  kind: fc.constantFrom('legal-entity', 'unit'),
  country: short,
  relation: fc.constantFrom('external', 'affiliate', 'internal'),
  industry: short,
});
const studyFacts = fc.record({
  customer: fc.constantFrom('c0', 'c1', null),
  status: fc.constantFrom('draft', 'retired'),
  visibility: fc.constantFrom('public', 'anonymous', 'private'),
  title: text,
  summary: text,
  format: fc.constantFrom('case-study', 'white-paper', 'video', 'blog-post', null),
  url: text,
  urlState: fc.constantFrom('ok', null),
  anonymousDescription: text,
  stage: fc.constantFrom('production', 'pilot', 'proof-of-concept', null),
  startedOn: day,
  deployedOn: day,
  endedOn: day,
  sections: fc.record({
    aboutCustomer: list(text),
    challenge: list(text),
    solution: list(text),
    results: list(text),
    aboutPartner: list(text),
  }),
  services: list(fc.record({ name: text, usage: text })),
  outcomes: list(fc.record({ statement: text, value: fc.constantFrom(7, -1.5, null), unit: short })),
  support: fc.record({ before: text, during: text, after: text }),
  diagrams: fc.nat(10_000),
  consent: fc.record({ state: fc.constantFrom('asked', 'granted', null), until: day }),
  applications: fc.subarray(codes).chain((some) =>
    fc.tuple(
      ...some.map((specialization) =>
        fc.record({
          specialization: fc.constant(specialization),
          relevance: text,
          category: short,
          history: fc.constant([{ state: 'accepted', on: '2025-01-01' }]),
        }),
      ),
    ),
  ),
  owner: short,
});

const portfolios = fc
  .tuple(fc.array(customerFacts, { minLength: 2, maxLength: 3 }), fc.array(studyFacts, { minLength: 1, maxLength: 4 }))
  .map(([customers, studies]): Portfolio => ({
    partner: unknownPartner,
    specializations: [],
    customers: customers.map((facts, i) => complete(customerRecord, { id: `c${i}`, ...facts }) as Customer),
    studies: studies.map((facts, i) => complete(studyRecord, { id: `s${i}`, ...facts }) as Study),
  }));

function complete<R>(record: { read: typeof studyRecord.read | typeof customerRecord.read; complete(given: never): R }, json: unknown): R {
  const read = record.read(json, { partial: false });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return record.complete(read.given as never);
}

async function asCsv(sheets: readonly OutSheet[]): Promise<ImportFile> {
  return readImportFile(Buffer.from(await writeCsv(sheets[1] as OutSheet)), 'csv', () => false);
}

async function asWorkbook(sheets: readonly OutSheet[]): Promise<ImportFile> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeWorkbook(sheets) as Readable) chunks.push(chunk as Buffer);
  return readImportFile(Buffer.concat(chunks), 'xlsx', () => false);
}

describe.each([
  ['a CSV', asCsv],
  ['a workbook', asWorkbook],
])('A portfolio exported as %s', (_, written) => {
  it.each(['en', 'zh'] as const)('changes nothing when it is imported again, headings in %s', async (language) => {
    await fc.assert(
      fc.asyncProperty(portfolios, async (portfolio) => {
        const { customers, studies, applications } = portfolioSheets(portfolio.customers, portfolio.studies, language);
        const plan = await planImport(await written([customers, studies, applications]), {}, nothingRemembered, portfolio);
        expect(plan.records.filter(({ kind }) => kind === 'study')).toHaveLength(portfolio.studies.length);
        expect({
          faults: plan.faults,
          questions: plan.questions,
          changed: plan.records.filter(({ outcome }) => outcome !== 'unchanged'),
        }).toEqual({ faults: [], questions: [], changed: [] });
      }),
      { numRuns: 120 },
    );
  });
});

describe('A cell that would run as a formula', () => {
  it('never does in a CSV', async () => {
    const sheet = {
      name: 'x',
      headings: ['=a', 'b'],
      shapes: [],
      rows: [
        ['=1+1', '+1'],
        ['-1', '@x'],
        ['\tx', '\rx'],
        ["'=x", 'a=b'],
      ],
    };
    expect(await writeCsv(sheet)).toBe('\ufeff"\'=a","b"\r\n"\'=1+1","\'+1"\r\n"\'-1","\'@x"\r\n"\'\tx","\'\rx"\r\n"\'\'=x","a=b"\r\n');
  });
});
