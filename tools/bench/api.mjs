/**
 * The real product with 10,000 studies, brought in by its own import: readiness with a different day each time and an
 * edit before every tenth answer, and pages of the lists at 20 connections, asked by a process of its own.
 * `node tools/bench/api.mjs [studies]`, after a build.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { machine, ms, spread, table } from './machine.mjs';
import { makePortfolio } from './portfolio.mjs';
import { startProduct } from './product.mjs';

const count = Number(process.argv[2] ?? 10_000);
const product = await startProduct();
try {
  console.log(machine());
  console.log(`${count} studies, ${builtInSpecializations.length} specializations, Node and PostgreSQL on this machine\n`);
  const seconds = await seed();
  table([
    ['portfolio document committed', `${seconds.toFixed(1)} s`],
    ['memory of the product then', `${await product.memory()} MB`, `at most ${await product.peakMemory()} MB before`],
  ]);
  console.log();
  table(await readiness(200));
  await whole(20);
  await pages();
  table([['memory of the product', `${await product.memory()} MB`, `at most ${await product.peakMemory()} MB`]]);
} finally {
  await product.stop();
}

async function seed() {
  const begun = performance.now();
  const document = makePortfolio({ studies: count, specializations: builtInSpecializations });
  await product.call('POST', '/api/imports?mode=commit', Buffer.from(JSON.stringify(document)), { 'content-type': 'application/json' });
  return (performance.now() - begun) / 1000;
}

async function readiness(rounds) {
  const first = performance.now();
  await product.call('GET', '/api/readiness');
  const cold = performance.now() - first;
  const [read, edited] = [[], []];
  let size = 0;
  for (let round = 0; round < rounds; round += 1) {
    if (round % 10 === 0) edited.push(await timed(() => edit(round)));
    read.push(await timed(async () => (size = (await product.call('GET', `/api/readiness?asOf=${dayOf(round)}`)).text.length)));
  }
  return [
    ['readiness, first answer after the import', ms(cold)],
    ['readiness, p50', ms(spread(read).p50), 'under 50 ms'],
    ['readiness, p95', ms(spread(read).p95), `${Math.round(size / 1024)} KB an answer, ${rounds} days, an edit before every tenth`],
    ['edit of a study with its change recorded, p50', ms(spread(edited).p50)],
  ];
}

async function edit(round) {
  const path = `/api/studies/study-${String((round * 37) % count).padStart(5, '0')}`;
  const etag = (await product.call('GET', path)).headers.get('etag');
  await product.call('PATCH', path, { diagrams: 2 + (round % 7), summary: `Edited in round ${round}.` }, { 'if-match': etag });
}

async function pages() {
  const lists = {
    'studies, first page': '/api/studies?size=50',
    'studies, searched, filtered, sorted': '/api/studies?size=50&search=bank&status=active&sort=-deployedOn',
    'studies, deep page by customer': '/api/studies?size=50&sort=customer&page=150',
    'customers, first page': '/api/customers?size=50',
  };
  for (const [label, path] of Object.entries(lists)) {
    const { p50, p95, perSecond } = await load(path);
    table([
      [
        `${label}, p95 at 20 connections`,
        ms(p95),
        `${label.startsWith('studies') ? 'under 100 ms; ' : ''}p50 ${ms(p50)}, ${Math.round(perSecond)} a second`,
      ],
    ]);
  }
}

/** Pages that are worked out from the whole portfolio, by one person, a different day each time. */
async function whole(rounds) {
  const code = builtInSpecializations.find(({ programme }) => programme === 'competency').code;
  const answers = {
    home: '/api/home?asOf=',
    'readiness matrix, all rows': '/api/readiness/matrix?asOf=',
    'one specialization': `/api/readiness/specializations/${code}?asOf=`,
    'flips of 18 months': '/api/readiness/flips?from=',
    'a study’s standing': '/api/studies/study-00001/standing?asOf=',
  };
  for (const [label, path] of Object.entries(answers)) {
    const times = [];
    let size = 0;
    for (let round = 0; round < rounds; round += 1)
      times.push(await timed(async () => (size = (await product.call('GET', path + dayOf(round))).text.length)));
    table([[`${label}, p50`, ms(spread(times).p50), `max ${ms(spread(times).max)}, ${Math.round(size / 1024)} KB`]]);
  }
}

function dayOf(round) {
  return new Date(Date.UTC(2026, 0, 1 + round * 3)).toISOString().slice(0, 10);
}

async function load(path) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    new URL('load.mjs', import.meta.url).pathname,
    product.address + path,
    product.call.headers.authorization,
  ]);
  return JSON.parse(stdout);
}

async function timed(work) {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
