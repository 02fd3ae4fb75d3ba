import fc from 'fast-check';
import { differenceOf } from './text-diff';

it('names the word that went and the word that came', () => {
  expect(differenceOf('one two three', 'one four three')).toEqual([
    { kind: 'same', text: 'one ' },
    { kind: 'removed', text: 'two ' },
    { kind: 'added', text: 'four ' },
    { kind: 'same', text: 'three' },
  ]);
  expect(differenceOf('https://a.example/cases/x', 'https://a.example/studies/x')).toContainEqual({ kind: 'removed', text: 'cases/' });
  expect(differenceOf('one', 'one\ntwo')).toEqual([
    { kind: 'same', text: 'one' },
    { kind: 'added', text: '\ntwo' },
  ]);
  expect(differenceOf('迁移上云', '迁移入云')).toContainEqual({ kind: 'added', text: '入' });
});

it('both versions can be read out of the difference', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a ', 'b ', 'c', '云', '\n')),
      fc.array(fc.constantFrom('a ', 'b ', 'c', '云', '\n')),
      (one, other) => {
        const pieces = differenceOf(one.join(''), other.join(''));
        const side = (left: string) =>
          pieces
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('');
        expect([side('added'), side('removed')]).toEqual([one.join(''), other.join('')]);
      },
    ),
  );
});
