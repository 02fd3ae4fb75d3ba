import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { oracle, type World } from '../test-cases/oracle/oracle.js';
import { randomCase } from '../test-cases/oracle/random-portfolio.js';
import { assess } from './assess.js';
import { awsServices } from './catalog/aws-services.js';
import { spacedLegalForms, unspacedLegalForms } from './catalog/legal-forms.js';
import { builtInSpecializations } from './catalog/specializations.js';
import type { Day } from './day.js';
import { knownSpecializations, readPortfolioText } from './document.js';

const cases = join(__dirname, '../test-cases/assess');
const data = { services: awsServices, legalForms: { latin: spacedLegalForms, cjk: unspacedLegalForms } };

it.each(readdirSync(cases).filter((file) => file.endsWith('.expected.json')))('the second reading of the rules answers %s', (expected) => {
  const [name = '', day = ''] = expected.split('.');
  const result = readPortfolioText(readFileSync(join(cases, `${name}.portfolio.json`), 'utf8'), {
    builtIn: builtInSpecializations,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const world: World = { portfolio: result.portfolio, known: result.known, ...data };
  expect(oracle(world, day)).toEqual(JSON.parse(readFileSync(join(cases, expected), 'utf8')));
});

it.each(Array.from({ length: 12 }, (_, i) => i))('both readings of the rules agree on random portfolios, part %i', (part) => {
  for (let seed = part * 20; seed < part * 20 + 20; seed += 1) {
    const { portfolio, builtIn, asOf } = randomCase(seed);
    const known = knownSpecializations(builtIn, portfolio.specializations);
    const answer = assess(portfolio, asOf as Day, { known, services: awsServices });
    expect({ seed, answer }).toEqual({ seed, answer: oracle({ portfolio, known, ...data }, asOf) });
  }
});

it('an address with an accented letter stays an address, however often addresses are read', () => {
  const given = {
    status: 'draft',
    visibility: 'public',
    format: 'video',
    url: 'https://é.com',
    applications: [{ specialization: 'msp' }],
  };
  const studies = Array.from({ length: 12_000 }, (_, i) => ({ ...given, id: `s${i}` }));
  const document = JSON.stringify({ format: 'caseboard-portfolio', version: 1, studies });
  const result = readPortfolioText(document, { builtIn: builtInSpecializations });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const answer = assess(result.portfolio, '2026-11-22' as Day, result);
  const gaps = answer.studies.flatMap(({ verdicts }) => verdicts.flatMap((verdict) => verdict.gaps));
  expect(gaps.filter(({ code }) => code === 'published')).toEqual([]);
});
