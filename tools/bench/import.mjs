/**
 * A spreadsheet of 10,000 studies through the real import, as XLSX and as CSV, each into an empty product: the dry run,
 * the commit, the same file again, and the most memory that the process held. `node tools/bench/import.mjs [rows]`.
 */
import ExcelJS from 'exceljs';
import { stringify } from 'csv-stringify/sync';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { machine, table } from './machine.mjs';
import { makePortfolio } from './portfolio.mjs';
import { startProduct } from './product.mjs';

const count = Number(process.argv[2] ?? 10_000);
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const rows = spreadsheetOf(makePortfolio({ studies: count, specializations: builtInSpecializations }));

console.log(machine());
await bench('XLSX', workbookType, await workbook(rows));
await bench('CSV', 'text/csv', Buffer.from(stringify(rows)));

async function bench(label, type, file) {
  const product = await startProduct();
  try {
    const send = (mode, answers = {}) =>
      timed(product, () =>
        product.call('POST', `/api/imports?mode=${mode}&answers=${encodeURIComponent(JSON.stringify(answers))}`, file, {
          'content-type': type,
        }),
      );
    const idle = await product.memory();
    const dryRun = await send('dry-run');
    const { questions, faults, counts } = dryRun.answer;
    if (faults.length > 0) throw new Error(`${label} is refused: ${JSON.stringify(faults.slice(0, 3))}`);
    // Every name of the made-up customers is meant as another one.
    const answers = Object.fromEntries(questions.map(({ id, choices }) => [id, choices.includes('another') ? 'another' : 'entity']));
    const commit = await send('commit', answers);
    const again = await send('commit', answers);
    table([
      [
        `${label}, ${count} rows, ${(file.length / 2 ** 20).toFixed(1)} MB: dry run`,
        seconds(dryRun),
        `${counts.created} created, ${questions.length} questions`,
      ],
      [`${label}: committed`, seconds(commit), `under 20 s; ${commit.answer.counts.created} created`],
      [
        `${label}: the same file again`,
        seconds(again),
        `${again.answer.counts.created} created, ${again.answer.counts.changed} changed, ${again.answer.counts.unchanged} unchanged`,
      ],
      [`${label}: most memory held`, `${await product.peakMemory()} MB`, `under 500 MB; ${idle} MB before`],
    ]);
  } finally {
    await product.stop();
  }
}

/** Rows under headings of portfolio-format.md, 25 columns. */
function spreadsheetOf({ customers, studies }) {
  const nameOf = new Map(customers.map(({ id, legalName }) => [id, legalName]));
  const text = (paragraphs) => paragraphs.join('\n\n');
  const columns = {
    'Study ID': ({ id }) => id,
    Customer: ({ customer }) => nameOf.get(customer),
    Status: ({ status }) => status,
    Title: ({ title }) => title,
    'Short description': ({ summary }) => summary,
    Visibility: ({ visibility }) => visibility,
    Format: ({ format }) => format?.replace('-', ' ') ?? '',
    URL: ({ url }) => url,
    'Anonymous description': ({ anonymousDescription }) => anonymousDescription,
    Stage: ({ stage }) => stage,
    'Started on': ({ startedOn }) => startedOn,
    'Deployed on': ({ deployedOn }) => deployedOn ?? '',
    'About customer': ({ sections }) => text(sections.aboutCustomer),
    'Customer challenge': ({ sections }) => text(sections.challenge),
    'Partner solution': ({ sections }) => text(sections.solution),
    'Results and benefits': ({ sections }) => text(sections.results),
    'About partner': ({ sections }) => text(sections.aboutPartner),
    'AWS services': ({ services }) => services.map(({ name, usage }) => (usage ? `${name}: ${usage}` : name)).join('; '),
    Outcomes: ({ outcomes }) =>
      outcomes.map(({ statement, value }) => (value === null ? statement : `${statement}, ${value} times`)).join('; '),
    'Support before': ({ support }) => support.before,
    'Support during': ({ support }) => support.during,
    'Support after': ({ support }) => support.after,
    Diagrams: ({ diagrams }) => diagrams,
    Specializations: ({ applications }) =>
      applications.map(({ specialization, relevance }) => (relevance ? `${specialization}: ${relevance}` : specialization)).join('; '),
    Owner: ({ owner }) => owner,
  };
  return [Object.keys(columns), ...studies.map((study) => Object.values(columns).map((cell) => cell(study)))];
}

async function workbook(rows) {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Studies').addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function timed(product, work) {
  const [begun, worked] = [performance.now(), await product.processorTime()];
  const answer = (await work()).json();
  return { answer, time: performance.now() - begun, processor: (await product.processorTime()) - worked };
}

function seconds({ time, processor }) {
  return `${(time / 1000).toFixed(1)} s (${processor.toFixed(1)} s of processor)`;
}
