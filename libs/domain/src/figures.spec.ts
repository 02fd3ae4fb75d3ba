import { builtInSpecializations } from './catalog/specializations.js';
import { asksFor, figureNames, figureStateOf } from './figures.js';
import { aSpecialization } from './testing.js';

const voucher = { by: 'mia@example.com', at: '2026-11-22T10:00:00.000Z' };

test.each([
  ['read', { figures: { studies: 'read' } }],
  ['assumed', { figures: { studies: 'assumed' } }],
  ['unsourced', { figures: { studies: 'heard' } }],
  ['unsourced', undefined],
  ['unsourced', 'a text of somebody else'],
  ['confirmed', { figures: { studies: 'assumed' }, confirmed: { studies: voucher } }],
  ['edited', { figures: { studies: 'assumed' }, confirmed: { studies: voucher }, edited: { studies: voucher } }],
  ['assumed', { figures: { studies: 'assumed' }, confirmed: { studies: 'mia' } }],
] as const)('a figure is %s where its provenance says %j', (state, provenance) => {
  expect(figureStateOf({ provenance }, 'studies')).toBe(state);
});

test('flags that are off and empty lists ask nothing', () => {
  const { requires } = aSpecialization({ requires: { studies: 0, freshnessMonths: null, diagram: false, services: [] } });
  expect(figureNames.filter((name) => asksFor(requires, name))).toEqual(['studies', 'public', 'freshnessMonths']);
  expect(asksFor({ ...requires, services: [['Amazon ECS']] }, 'services')).toBe(true);
});

test('the months of every entry we ship were read', () => {
  expect(builtInSpecializations.every((entry) => figureStateOf(entry, 'freshnessMonths') === 'read')).toBe(true);
});
