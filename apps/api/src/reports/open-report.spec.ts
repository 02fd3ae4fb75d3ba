import type { Decision } from '@caseboard/domain';
import { withoutPlaces } from './open-report.js';

const studies = {
  secret: { label: 'A bank', withheld: true },
  named: { label: 'AnyBank plc', withheld: false },
  other: { label: 'Nordsee', withheld: false },
};
const decision = (study: string | null, replaces: string | null) => ({ study, replaces }) as Decision;

it.each([
  ['secret', 'named', null],
  ['named', 'secret', null],
  ['named', 'other', 'other'],
  ['secret', null, null],
  [null, null, null],
])('whose place %s takes from %s is told only where neither customer is withheld', (study, replaces, told) => {
  expect(withoutPlaces([decision(study, replaces)], studies)).toEqual([decision(study, told)]);
});
