import type { ChangeCause, Decision, StudyEvent } from '@caseboard/domain';
import { withoutPlaces, withoutSwap } from './open-report.js';

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

const swapOf = (activated: string, retired: string): ChangeCause => ({
  code: 'studies',
  events: [
    { study: activated, event: 'activated', day: null },
    { study: retired, event: 'retired', day: null },
  ],
});
const told = (cause: ChangeCause) => (cause.code === 'studies' ? cause.events.map(({ study, event }: StudyEvent) => [study, event]) : []);

it('a swap of a withheld study and a named one tells only what was activated', () => {
  expect(told(withoutSwap(swapOf('secret', 'named'), studies))).toEqual([['secret', 'activated']]);
  expect(told(withoutSwap(swapOf('named', 'secret'), studies))).toEqual([['named', 'activated']]);
  expect(told(withoutSwap(swapOf('named', 'other'), studies))).toHaveLength(2);
});
