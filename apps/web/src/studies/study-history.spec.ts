import type { Change } from '@caseboard/contracts';
import { differencesOf, sittingsOf } from './study-history';

const change = (id: string, minutes: number, differs: Partial<Change> = {}): Change => ({
  id,
  at: String(minutes * 60_000),
  who: 'mia@example.com',
  whoName: 'Mia',
  action: 'edit',
  subject: 'study',
  subjectId: 'CS-1',
  title: 'A study',
  before: { title: `before ${id}` },
  after: { title: `after ${id}` },
  ...differs,
});

it('edits of one person that follow each other stand as one, from the oldest value to the newest', () => {
  const [one, ...rest] = sittingsOf(
    [change('3', 62), change('2', 40, { before: { summary: 'a' }, after: { summary: 'b' } }), change('1', 1)],
    Number,
  );
  expect(rest).toEqual([]);
  expect(one).toMatchObject({ count: 3, before: { title: 'before 1', summary: 'a' }, after: { title: 'after 3', summary: 'b' } });
});

it.each([
  ['another person', { who: 'jonas@example.com' }],
  ['another kind of change', { action: 'activate' }],
])('%s begins a new entry', (_, differs) => {
  expect(sittingsOf([change('2', 10), change('1', 9, differs)], Number)).toHaveLength(2);
});

it('a pause of an hour begins a new entry', () => {
  expect(sittingsOf([change('2', 100), change('1', 10)], Number)).toHaveLength(2);
});

it('sections are told one by one, and what was put back is not told', () => {
  const differences = differencesOf({
    before: { title: 'same', sections: { solution: ['a'], results: ['r'] } },
    after: { title: 'same', sections: { solution: ['b'], results: ['r'] } },
  });
  expect(differences).toEqual([{ field: 'sections.solution', before: ['a'], after: ['b'] }]);
});
