import { readFileSync } from 'node:fs';
import type { ReportView } from '@caseboard/contracts';
import { reportPage, type CountedText, type Language, type ReportPage, type Sentence } from '@caseboard/wording';
import { format } from '../platform/words.js';
import { bringIn } from '../testing/bring-in.js';
import { pdfText } from '../testing/pdf-text.js';
import { useTestApp, type TestApp } from '../testing/test-app.js';
import { MakeReportJob } from './make-report.job.js';
import { missingGlyph } from './files/pdf/legible.js';

const today = '2026-11-23';
const published = () => JSON.parse(readFileSync('libs/domain/test-cases/portfolios/published-studies.json', 'utf8')) as unknown;
const companies = {
  'the demo company': async (test: TestApp) => void (await (await test.signIn('manager')).post('/api/demo')),
  'the published studies of the samples': (test: TestApp) => bringIn(test, published()),
};

function every<T>(value: unknown, is: (each: object) => boolean): T[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((each) => every<T>(each, is));
  return is(value) ? [value as T, ...inner] : inner;
}

/** All that the screen says: its sentences, its counted numbers, and the rows of its targets. */
function saidBy(page: ReportPage): string[] {
  const sentences = every<Sentence>(page, (each) => 'lead' in each && 'rests' in each).flatMap(({ lead, text }) => [lead, text]);
  const counted = every<CountedText>(page, (each) => 'counted' in each && 'text' in each).map(({ text }) => text);
  return [...sentences, ...counted, ...rowsOf(page)];
}

const rowsOf = ({ targets }: ReportPage) => targets.rows.flatMap(({ haveOfNeeds, unchanged }) => [haveOfNeeds, unchanged]);

const numbersOf = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
const tally = (all: readonly string[]) =>
  all.reduce((counts, each) => counts.set(each, (counts.get(each) ?? 0) + 1), new Map<string, number>());

describe.each(Object.entries(companies))('The report on paper of %s', (_name, begin) => {
  const test = useTestApp({ today });
  let issued: ReportView;

  beforeAll(async () => {
    const manager = await test.signIn('manager');
    await begin(test);
    await manager.post('/api/reports', {});
    await test.get(MakeReportJob).run({ number: 1 }, { id: 'x', attempt: 1, progress: async () => undefined });
    issued = (await manager.get('/api/reports/1')).body as ReportView;
    expect(issued.report?.studies.length).toBeGreaterThan(30);
  });

  it.each(['en', 'zh'] as const)('has the numbers of the screen, and a glyph for every character (%s)', async (language: Language) => {
    const manager = await test.signIn('manager');
    const { rawPayload } = await test.app.inject({
      url: `/api/reports/1/file?format=pdf&language=${language}&paper=a4`,
      headers: manager.headers,
    });
    const printed = await pdfText(rawPayload);
    const { report, labels, number, issuedAt } = issued;
    if (!report) throw new Error('the report is not issued');
    const page = reportPage(report, labels, { language, format, number, issuedAt });
    const there = tally(numbersOf(printed));
    const wanted = new Set(saidBy(page).flatMap(numbersOf));
    expect(wanted.size).toBeGreaterThan(8);
    expect([...wanted].filter((each) => !there.has(each))).toEqual([]);
    const inRows = tally(rowsOf(page).flatMap(numbersOf));
    expect([...inRows].filter(([each, times]) => (there.get(each) ?? 0) < times)).toEqual([]);
    expect(printed).not.toContain(missingGlyph);
    expect(printed).not.toContain('\ufffd');
  });
});
