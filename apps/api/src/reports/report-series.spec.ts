import type { Report } from '@caseboard/domain';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { anyChange, seeded } from '../testing/any-change.js';
import { useTestApp } from '../testing/test-app.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { ReportIssuing } from './report-issuing.service.js';
import { ReportsService } from './reports.service.js';

const test = useTestApp({ today: null });
const reader = { role: 'administrator', seesAnonymousNames: true } as const;
const written = () => test.get(PortfolioService).current();

/** A year of writes of every kind, now and then a report, often several on one day with writes between them. */
it('Reports of a year follow each other: each begins where the one before ended, its changes make the difference, and it is made again to the same numbers', async () => {
  const random = seeded(11);
  const issued: Report[] = [];
  test.setTime('2025-11-01T07:00:00Z');
  for (let step = 0; step < 90; step += 1) {
    test.passTime(Math.floor(random() * 8 * 24 * 3600_000));
    const writes = 1 + Math.floor(random() * 3);
    for (let n = 0; n < writes; n += 1)
      await test.get(PortfolioWriter).write(null, ({ before, save }) => save(anyChange(before, random, step * 10 + n), 'edit'));
    if (step > 5 && random() < 0.3) issued.push(await issue());
  }
  expect(issued.length).toBeGreaterThan(12);
  for (const [at, report] of issued.entries()) {
    const before = issued.slice(0, at).findLast(({ to }) => to === report.from);
    if (before) expect({ at, before: report.before }).toEqual({ at, before: before.now });
    expect({ at, now: applied(report) }).toEqual({ at, now: statusesOf(report.now) });
    expect(await test.get(ReportsService).reproduce(at + 1)).toMatchObject({ same: true });
  }
  expect(issued.filter(({ changes }) => changes.length > 0).length).toBeGreaterThan(5);
}, 120_000);

async function issue(): Promise<Report> {
  const days = await test.get(ReportsService).days({}, await written());
  const number = (await test.get(ReportIssuing).begin(days, { who: null, scheduledOn: null })) as number;
  await test.get(ReportIssuing).make(number, async () => undefined);
  return (await test.get(ReportsService).one(reader, number)).report as Report;
}

type Standing = Report['now'];

function statusesOf({ ready, atRisk, notReady }: Standing): Record<string, string> {
  const of = (codes: readonly string[], status: string) => codes.map((code) => [code, status]);
  return Object.fromEntries([...of(ready, 'ready'), ...of(atRisk, 'at-risk'), ...of(notReady, 'not-ready')]);
}

/** What stood before, with each change made. */
function applied({ before, changes }: Report): Record<string, string> {
  const statuses = new Map(Object.entries(before ? statusesOf(before) : {}));
  for (const { specialization, after, isTarget } of changes) {
    if (isTarget && after !== null) statuses.set(specialization, after);
    else statuses.delete(specialization);
  }
  return Object.fromEntries(statuses);
}
