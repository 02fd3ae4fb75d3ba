import { parseDay } from '../day.js';
import { catalogEntries } from './specialization-entries.js';
import { builtInSpecializations, catalogReadOn } from './specializations.js';

test('the starting catalog holds 89 specializations, each code once', () => {
  expect(new Set(builtInSpecializations.map(({ code }) => code)).size).toBe(89);
  expect(parseDay(catalogReadOn)).toBe(catalogReadOn);
});

test('every day of its lifecycles is a day of the calendar', () => {
  for (const { lifecycle } of catalogEntries) {
    for (const text of [lifecycle.newApplicationsUntil, lifecycle.endsOn]) expect(text === null || parseDay(text) !== null).toBe(true);
  }
});

test('every figure of it says where it was found', () => {
  for (const { code, provenance } of catalogEntries)
    expect({ code, figures: Object.keys((provenance as { figures: object }).figures).length > 0 }).toEqual({
      code,
      figures: true,
    });
});
