import { readFileSync } from 'node:fs';
import { type Portfolio, unknownPartner } from '@caseboard/domain';
import type { ImportOptions } from '../import-rows.service.js';
import { readImportFile } from './import-file.js';
import { type ImportPlan, planImport } from './plan-import.js';

const empty: Portfolio = { partner: unknownPartner, specializations: [], customers: [], studies: [] };
const tracker = readFileSync('libs/domain/test-cases/spreadsheets/tracker-en-with-faults.xlsx');

async function planOf(options: ImportOptions): Promise<ImportPlan> {
  const file = await readImportFile(tracker, 'xlsx', () => false);
  return planImport(file, options, { answers: new Map(), meaning: () => undefined }, empty);
}
const placesOf = ({ leftOut }: ImportPlan) => leftOut.map(({ sheet, row }) => `${sheet} ${row}`);

describe('Rows that a person leaves out', () => {
  it('take their faults along, and the rest can be committed', async () => {
    const { faults } = await planOf({});
    const leaveOut = faults.map(({ sheet, row }) => ({ sheet: sheet as string, row: row as number }));
    const plan = await planOf({ leaveOut });
    expect(plan.faults).toEqual([]);
    expect(plan.changes?.studies.map(({ id }) => id)).toEqual(['L1']);
    expect(placesOf(plan)).toEqual(['Studies 3', 'Studies 4', 'Studies 5', 'Applications 3', 'Applications 4']);
  });

  it('take along what leans on them: units and studies of a customer, applications of a study', async () => {
    const plan = await planOf({ leaveOut: [{ sheet: 'Customers', row: 2 }] });
    expect(
      plan.portfolio?.customers.map(({ id }) => id) ?? plan.records.filter(({ kind }) => kind === 'customer').map(({ id }) => id),
    ).not.toContain('A3');
    expect(plan.records.map(({ title }) => title)).not.toContain('A1');
    expect(placesOf(plan)).toEqual(expect.arrayContaining(['Customers 2', 'Customers 4', 'Studies 2', 'Studies 3']));
    expect(placesOf(plan).some((place) => place.startsWith('Applications'))).toBe(true);
  });

  it('come back when none is left out', async () => {
    expect(placesOf(await planOf({ leaveOut: [] }))).toEqual([]);
  });
});

it('A question shows what tells the two customers apart: country, registration, industry, studies', async () => {
  const { questions } = await planOf({});
  const [question] = questions;
  expect(question?.facts).toMatchObject({ country: 'US', registrations: [], studies: 0 });
  expect(question?.candidates[0]?.facts).toMatchObject({ registrations: [{ scheme: 'duns', number: '080000017' }], studiesInFile: 1 });
});
