import { addDays } from './day.js';
import { expiresOn, studyExpiresOn } from './freshness.js';
import { anApplication, aSpecialization, aStudy, day } from './testing.js';

test.each([
  ['2025-05-22', 18, '2026-11-22', '2026-11-23'],
  ['2024-08-31', 18, '2026-02-28', '2026-03-01'],
  ['2024-08-29', 18, '2026-02-28', '2026-03-01'],
  ['2022-08-31', 18, '2024-02-29', '2024-03-01'],
  ['2024-02-29', 18, '2025-08-29', '2025-08-30'],
  ['2025-12-31', 14, '2027-02-28', '2027-03-01'],
  ['2025-12-31', 0, '2025-12-31', '2026-01-01'],
])('a study deployed on %s with %d months counts through %s and expires on %s', (deployedOn, months, lastDay, expiry) => {
  expect(expiresOn(day(deployedOn), months)).toBe(expiry);
  expect(addDays(day(expiry), -1)).toBe(lastDay);
});

test('a study that never ages, or whose go-live is not given, has no expiry', () => {
  expect(expiresOn(day('2025-05-22'), null)).toBeNull();
  expect(expiresOn(null, 18)).toBeNull();
});

describe('the expiry of a study', () => {
  const known = new Map(
    [
      ['six', 6],
      ['eighteen', 18],
      ['never', null],
    ].map(([code, freshnessMonths]) => [
      code as string,
      aSpecialization({ code: code as string, requires: { freshnessMonths: freshnessMonths as number | null } }),
    ]),
  );

  test.each([
    ['is the earliest of its specializations', ['eighteen', 'six'], '2025-11-23'],
    ['passes over those that never age', ['never', 'eighteen'], '2026-11-23'],
    ['does not exist where none ages', ['never'], null],
    ['is 18 months where it has no application at all', [], '2026-11-23'],
  ])('%s', (_, codes, expected) => {
    const applications = codes.map((specialization) => anApplication({ specialization }));
    expect(studyExpiresOn(aStudy({ deployedOn: day('2025-05-22'), applications }), known)).toBe(expected);
  });

  test('does not exist where the go-live is not given', () => {
    expect(studyExpiresOn(aStudy({ deployedOn: null, applications: [] }), known)).toBeNull();
  });
});
