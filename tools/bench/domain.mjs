/**
 * The rules at size: 10,000 studies of 600 words, four applications each, one in five anonymous, against the starting
 * catalog, `asOf` different in every run; beside them json-rules-engine on the same verdicts, in the same run.
 * `node tools/bench/domain.mjs [studies]`, after a build of libs/domain.
 */
import { Engine as RulesEngine } from 'json-rules-engine';
import {
  Engine,
  bitOf,
  contextOf,
  findingCodes,
  gapsOf,
  indexServices,
  prepareStudy,
  readPortfolio,
  readStudy,
  rules,
} from '@caseboard/domain';
import { awsServices } from '@caseboard/domain/catalog/aws-services';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { machine, ms, spread, table } from './machine.mjs';
import { makePortfolio } from './portfolio.mjs';

const count = Number(process.argv[2] ?? 10_000);
const runs = 40;
const portfolio = portfolioOf(makePortfolio({ studies: count, specializations: builtInSpecializations }));
const services = indexServices(awsServices);
const links = portfolio.studies.reduce((sum, { applications }) => sum + applications.length, 0);
const words = portfolio.studies.slice(0, 200).reduce((sum, study) => sum + JSON.stringify(study).split(/\s+/).length, 0) / 200;

console.log(machine());
console.log(
  `${count} studies, ${links} applications, about ${Math.round(words)} words each, ${portfolio.specializations.length} specializations; the middle of ${runs} runs (least)\n`,
);

// The texts once, apart: nothing below reads them again.
const reading = timed(3, () => {
  const context = contextOf(portfolio, { services });
  for (const study of portfolio.studies) prepareStudy(readStudy(study, context));
});
const building = timed(3, () => new Engine(portfolio, { services }));
const engine = new Engine(portfolio, { services });
const days = Array.from({ length: 4 * runs }, (_, n) => new Date(Date.UTC(2025, 6, 1 + 7 * n)).toISOString().slice(0, 10));
// As the server is when people use it: every path has been taken before.
for (const day of days.slice(0, 15)) {
  engine.verdicts(day);
  engine.readiness(day);
  engine.pairs.at(day);
}

const verdictsAndReadiness = timed(runs, (n) => (engine.verdicts(days[n]), engine.readiness(days[n])));
const verdicts = timed(runs, (n) => engine.verdicts(days[runs + n]));
const pairs = timed(runs, (n) => engine.pairs.at(days[2 * runs + n]));
const edits = timed(runs, (n) => {
  engine.setStudy({ ...portfolio.studies[(n * 131) % count], deployedOn: days[n] });
  return engine.readiness(days[3 * runs + n]);
});

table([
  ['facts of all texts, once', figure(reading), 'under 400 ms'],
  ['a whole engine, texts included', figure(building)],
  ['all linked verdicts and every readiness', figure(verdictsAndReadiness), 'under 25 ms'],
  [`all ${(count * portfolio.specializations.length).toLocaleString('en')} pairs with their gaps`, figure(pairs), 'under 100 ms'],
  ['one edit, and every readiness anew', figure(edits), 'under 1 ms'],
]);
await compare();

/**
 * The same answer, which blocking gaps there are, from one engine that is built once: a rule for each finding, over plain
 * boolean facts that our rules have worked out before. It supports where no gap is told.
 */
async function compare() {
  const sample = portfolio.studies.filter((_, n) => n % Math.ceil(count / 500) === 0);
  const cases = sample.flatMap(({ id, applications }) => applications.map(({ specialization }) => ({ id, specialization })));
  const day = days[10];
  const codes = findingCodes.filter((code) => rules[code].kind === 'blocking');
  const facts = cases.map(({ id, specialization }) => {
    const open = new Set(blockingGaps(engine.verdict(id, specialization, day)));
    return Object.fromEntries(codes.map((code) => [code, !open.has(code)]));
  });
  const theirEngine = new RulesEngine();
  for (const code of codes)
    theirEngine.addRule({ conditions: { all: [{ fact: code, operator: 'equal', value: false }] }, event: { type: code } });
  const theirs = async (of) => (await theirEngine.run(of)).events.map(({ type }) => type);

  // One after the other: its runs share the engine's state.
  const ours = gapsOfLinks(engine.verdicts(day), codes);
  let supporting = 0;
  for (const [n, { id, specialization }] of cases.entries()) {
    const [their, our] = [(await theirs(facts[n])).sort().join(), ours.get(`${id} ${specialization}`).sort().join()];
    if (their !== our) throw new Error(`the engines differ on ${id} and ${specialization}: ${their} and ${our}`);
    if (our === '') supporting += 1;
  }

  const begun = performance.now();
  for (const of of facts) await theirs(of);
  const their = (performance.now() - begun) / facts.length;
  const our = verdicts.p50 / links;
  console.log();
  table([
    [
      'json-rules-engine, one verdict',
      `${(their * 1000).toFixed(1)} µs`,
      `${facts.length} verdicts, gaps equal, ${supporting} of them without any`,
    ],
    ['ours, one verdict of all linked ones', `${(our * 1_000_000).toFixed(1)} ns`, `${ms(verdicts.p50)} for ${links}`],
    ['ratio', Math.round(their / our).toLocaleString('en'), 'at least 1,000'],
  ]);
}

function blockingGaps(verdict) {
  return gapsOf(verdict)
    .filter(({ kind }) => kind === 'blocking')
    .map(({ code }) => code);
}

/** The codes of the gaps of every application, by study and specialization. */
function gapsOfLinks({ studies, offsets, specialization, specializations, unmet, unanswered }, codes) {
  const gaps = new Map();
  for (let n = 0; n < studies.length; n += 1) {
    for (let link = offsets[n]; link < offsets[n + 1]; link += 1) {
      const bits = unmet[link] | unanswered[link];
      gaps.set(
        `${studies[n]} ${specializations[specialization[link]]}`,
        codes.filter((code) => bits & bitOf(code)),
      );
    }
  }
  return gaps;
}

function portfolioOf(document) {
  const read = readPortfolio(document, { builtIn: builtInSpecializations });
  if (!read.ok) throw new Error(JSON.stringify(read.faults.slice(0, 5)));
  return { ...read.portfolio, specializations: builtInSpecializations };
}

function timed(times, work) {
  const taken = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    work(n);
    taken.push(performance.now() - begun);
  }
  return { ...spread(taken), least: Math.min(...taken) };
}

function figure({ p50, least }) {
  return `${ms(p50)} (${ms(least)})`;
}
