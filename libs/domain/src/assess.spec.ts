import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from './assess.js';
import { awsServices } from './catalog/aws-services.js';
import { builtInSpecializations } from './catalog/specializations.js';
import { parseDay, type Day } from './day.js';
import { readPortfolio } from './document.js';

const folder = join(__dirname, '../test-cases/assess');
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.expected.json'))
  .map((file) => ({ number: file.slice(0, 2), asOf: parseDay(file.slice(3, 13)) as Day, expected: readJson(file) }));

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

test.each(cases)('assesses portfolio $number at $asOf as the rules ask', ({ number, asOf, expected }) => {
  const result = readPortfolio(readJson(`${number}.portfolio.json`), { builtIn: builtInSpecializations });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const answer = assess(result.portfolio, asOf, { known: result.known, services: awsServices });
  expect(JSON.parse(JSON.stringify(answer))).toEqual(expected);
});
