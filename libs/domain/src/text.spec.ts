import fc from 'fast-check';
import { dropBlank, findWord, fold, isBlank, standsIn } from './text.js';

test.each([
  ['  Amazon \t\n ECS ', 'amazon ecs'],
  ['ＡＭＡＺＯＮ　ＥＣＳ', 'amazon ecs'],
  ['ﬁn\u00a0tech', 'fin tech'],
  ['İ', 'i̇'],
  ['Café', 'café'],
  ['\ufeff', ''],
])('%p folds to %p', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each(['', ' ', '\t\r\n', '\u00a0', '\u3000', '\ufeff', '\u2028'])('%p is blank', (text) => {
  expect(isBlank(text)).toBe(true);
});

test.each(['.', '\u200b', '0', '　一'])('%p is not blank', (text) => {
  expect(isBlank(text)).toBe(false);
});

test('text is blank exactly when folding leaves nothing of it', () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const text = String.fromCodePoint(code);
    if (isBlank(text) !== (fold(text) === '')) throw new Error(`U+${code.toString(16)}`);
  }
});

test('folding twice is folding once', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
});

test('blank paragraphs are dropped, the others kept as they are', () => {
  expect(dropBlank(['a ', '  ', '', ' b'])).toEqual(['a ', ' b']);
});

describe('word boundaries', () => {
  test.each([
    ['runs on ecs.', 'ecs', true],
    ['ecs', 'ecs', true],
    ['runs on ecsx', 'ecs', false],
    ['specs', 'ecs', false],
    ['ecs2', 'ecs', false],
    ['2ecs', 'ecs', false],
    ['(ecs)', 'ecs', true],
    ['ecs_x', 'ecs', true],
    ['使用ecs部署', 'ecs', true],
    ['カecsナ', 'ecs', true],
    ['éecs', 'ecs', false],
    ['ecsя', 'ecs', false],
    ['ecsω', 'ecs', false],
    ['在远航科技公司', '远航科技', true],
    ['a远航科技2', '远航科技', true],
    ['2远航2号3', '远航2号', true],
    ['远航2号', '号', true],
    ['x远航2', '远航2', true],
    ['远航23', '远航2', false],
    ['ecs٣', 'ecs', false],
    ['𝐚ecs', 'ecs', true],
    ['\u{1df00}ecs', 'ecs', false],
    ['specs ecs', 'ecs', true],
    ['anything', '', false],
    ['+ecs+', '+ecs+', true],
    ['a+ecs+b', '+ecs+', true],
  ])('in %p, %p stands as a word: %p', (text, sought, expected) => {
    expect(standsIn(text, sought)).toBe(expected);
  });

  test('finds the next place each time', () => {
    const text = 'ecs specs ecs';
    expect([findWord(text, 'ecs', 0), findWord(text, 'ecs', 1), findWord(text, 'ecs', 11)]).toEqual([0, 10, -1]);
  });
});
