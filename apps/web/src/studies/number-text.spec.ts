import { readNumber } from './number-text';

it.each([
  ['37', 37],
  ['1,240', 1240],
  ['1,240.5', 1240.5],
  ['1 240', 1240],
  ['0,5', 0.5],
  ['0,125', 0.125],
  ['−3', -3],
  ['１２', 12],
  ['32 %', null],
  ['about 5', null],
  ['1.2.3', null],
  ['', null],
])('reads %j as %j', (typed, number) => {
  expect(readNumber(typed)).toBe(number);
});
