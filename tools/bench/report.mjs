/**
 * The report over 2,000 studies of about 600 words and 24 months in which some 20,000 records were changed: how long it
 * takes, the longest time between two of its steps, and the most memory that the process held. The record of changes is
 * read as it is asked for, every record a copy of its own, as out of a database.
 * `node tools/bench/report.mjs [studies] [changes]`, after a build of libs/domain.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { addDays, indexServices, readPortfolio, reporting, strategies } from '@caseboard/domain';
import { awsServices } from '@caseboard/domain/catalog/aws-services';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { machine, ms, spread, table } from './machine.mjs';
import { makePortfolio } from './portfolio.mjs';
import { random } from './random.mjs';

const count = Number(process.argv[2] ?? 2_000);
const changes = Number(process.argv[3] ?? 20_000);
const runs = 3;
const [from, to] = ['2024-11-23', '2026-11-23'];

console.log(machine());
const portfolio = portfolioOf(makePortfolio({ studies: count, specializations: builtInSpecializations }));
const words = portfolio.studies.slice(0, 200).reduce((sum, study) => sum + JSON.stringify(study).split(/\s+/).length, 0) / 200;
const services = indexServices(awsServices);
const idle = memory();
const asked = {
  from,
  to,
  daysPerPoint: 2,
  services,
  facts: {
    awsRevenue: { amount: 12_500_000, currency: 'USD' },
    activeCategories: ['design', 'build', 'manage'],
    classByHand: null,
    inChina: false,
    strategies: Object.fromEntries(strategies.map((name) => [name, { state: 'not-started', owner: '', note: '' }])),
  },
};

if (process.send) {
  make();
  process.send(memory(), () => process.exit());
  await once(process, 'disconnect');
}
const most = await memoryOfOne();
// Once before, as a process that has made reports.
make();
const read = Array.from({ length: runs }, readAlone);
const made = Array.from({ length: runs }, make);
const [{ report, writes, records }] = made;
console.log(
  `${count} studies of about ${Math.round(words)} words, ${portfolio.specializations.length} specializations, ${records.toLocaleString('en')} changed records in ${writes.toLocaleString('en')} writes over 24 months; the middle of ${runs} runs (most)\n`,
);
table([
  ['the report, the reading of the record taken off', figure(made.map(({ took, reading }) => took - reading)), 'under 3 s'],
  ['processor time of it, that of collecting memory too', figure(made.map(({ cpu }) => cpu - spread(read).p50))],
  ['longest time between two steps', figure(made.map(({ longest }) => longest)), 'about 20 ms'],
  ['most memory of a process that makes one', `${most} MB`, `under 400 MB; ${idle} MB with the portfolio, before`],
]);
console.log(
  `\n${report.changes.length} changes of status, ${report.trend.length} points, ${report.losses.length} losses ahead, ${report.decisions.length} decisions, ${Math.round(JSON.stringify(report).length / 1024)} kB as JSON`,
);

/** Processor time of the record alone. */
function readAlone() {
  const cpu = process.cpuUsage();
  const { revisions } = historyOf(portfolio);
  while (!revisions.next().done);
  return spent(cpu);
}

function spent(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** In a process of its own, which does nothing else. */
async function memoryOfOne() {
  const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2), { stdio: 'ignore' });
  const [most] = await once(child, 'message');
  return most;
}

function make() {
  const history = historyOf(portfolio);
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const making = reporting(history, asked);
  let longest = 0;
  for (let last = performance.now(), reading = 0; ;) {
    const step = making.next();
    const now = performance.now();
    longest = Math.max(longest, now - last - (history.reading - reading));
    [last, reading] = [now, history.reading];
    if (!step.done) continue;
    return { ...history, report: step.value, took: now - begun, cpu: spent(cpu), longest };
  }
}

/** Mostly one record a write, now and then fifty; the time that making them up takes is counted in `reading`. */
function historyOf(start) {
  const next = random(7);
  const one = (list) => list[Math.floor(next() * list.length)];
  const studies = [...start.studies];
  const customers = [...start.customers];
  const entries = [...start.specializations];
  let settings = { ...start.partner, warningDays: 90 };
  const history = {
    startsOn: from,
    start: { portfolio: start, warningDays: 90 },
    revisions: revisions(),
    reading: 0,
    records: 0,
    writes: 0,
  };

  function* revisions() {
    while (history.records < changes) {
      const begun = performance.now();
      const size = next() < 0.01 ? 50 : 1;
      const on = addDays(from, 1 + Math.floor((history.records / changes) * 729));
      const write = { revision: ++history.writes, on, changes: Array.from({ length: size }, () => change(on)) };
      history.records += size;
      history.reading += performance.now() - begun;
      yield write;
    }
  }

  function change(on) {
    const kind = next();
    if (kind < 0.85) return changed('study', studies, editedStudy(on));
    if (kind < 0.98)
      return changed('customer', customers, (customer) => ({ ...customer, industry: one(['Retail', 'Energy', 'Education']) }));
    if (kind < 0.99) {
      const more = (entry) => ({ ...entry, requires: { ...entry.requires, studies: one([1, 4, 12, 30, 40, 50]) } });
      return changed('specialization', entries, more);
    }
    const before = settings;
    settings = { ...settings, warningDays: one([60, 90, 120]) };
    return { kind: 'settings', id: 'settings', action: 'edit', before, after: settings };
  }

  function changed(kind, records, edit) {
    const at = Math.floor(next() * records.length);
    const before = records[at];
    const after = structuredClone(edit(before));
    records[at] = after;
    return { kind, id: before.id ?? before.code, action: 'edit', before, after };
  }

  /** Texts mostly, as people do; then days, states and pages. */
  function editedStudy(on) {
    const kind = next();
    if (kind < 0.6) return (study) => ({ ...study, title: `${study.title} `, summary: `${study.summary} again.` });
    if (kind < 0.75) return (study) => ({ ...study, deployedOn: addDays(on, -Math.floor(next() * 400)) });
    if (kind < 0.9) return (study) => ({ ...study, status: one(['active', 'active', 'draft', 'retired']) });
    return (study) => ({ ...study, urlState: one(['ok', 'broken']) });
  }

  return history;
}

function portfolioOf(document) {
  const read = readPortfolio(document, { builtIn: builtInSpecializations });
  if (!read.ok) throw new Error(JSON.stringify(read.faults.slice(0, 5)));
  return { ...read.portfolio, specializations: builtInSpecializations };
}

function figure(times) {
  const { p50, max } = spread(times);
  return `${ms(p50)} (${ms(max)})`;
}

/** The most that was resident so far, in MB. */
function memory() {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
