import { fold } from '@caseboard/domain';
import type { Language } from '@caseboard/wording';

/** The words of a cell that holds one of few values, by value; the first word of each language is what exports write. */
export type WordTable<V extends string> = { readonly [K in V]: { readonly en: readonly string[]; readonly zh: readonly string[] } };

export const statusWords = {
  draft: { en: ['draft'], zh: ['草稿'] },
  active: { en: ['active'], zh: ['有效'] },
  retired: { en: ['retired'], zh: ['停用'] },
} satisfies WordTable<string>;

export const visibilityWords = {
  public: { en: ['public'], zh: ['公开'] },
  anonymous: { en: ['anonymous'], zh: ['匿名'] },
  private: { en: ['private'], zh: ['私有'] },
} satisfies WordTable<string>;

export const formatWords = {
  'case-study': { en: ['case study'], zh: ['案例研究'] },
  'white-paper': { en: ['white paper'], zh: ['白皮书'] },
  video: { en: ['video'], zh: ['视频'] },
  'blog-post': { en: ['blog post', 'blog'], zh: ['博客'] },
} satisfies WordTable<string>;

export const stageWords = {
  production: { en: ['production'], zh: ['生产'] },
  pilot: { en: ['pilot'], zh: ['试点'] },
  'proof-of-concept': { en: ['proof of concept', 'PoC'], zh: ['概念验证'] },
} satisfies WordTable<string>;

export const consentWords = {
  asked: { en: ['asked'], zh: ['已询问'] },
  granted: { en: ['granted'], zh: ['已授权'] },
  refused: { en: ['refused'], zh: ['已拒绝'] },
  withdrawn: { en: ['withdrawn'], zh: ['已撤回'] },
} satisfies WordTable<string>;

export const kindWords = {
  'legal-entity': { en: ['legal entity'], zh: ['法人'] },
  unit: { en: ['unit'], zh: ['分支'] },
} satisfies WordTable<string>;

export const relationWords = {
  external: { en: ['external'], zh: ['外部'] },
  affiliate: { en: ['affiliate'], zh: ['关联'] },
  internal: { en: ['internal'], zh: ['内部'] },
} satisfies WordTable<string>;

/** A word or heading as it is compared: case, width, spaces and hyphens do not matter. */
export function tight(text: string): string {
  return fold(text).replace(/[\s\-_\u2010-\u2015]/g, '');
}

export function valueOfWord(words: WordTable<string>, text: string): string | undefined {
  const sought = tight(text);
  return Object.entries(words).find(([value, { en, zh }]) => [value, ...en, ...zh].some((word) => tight(word) === sought))?.[0];
}

export function wordOfValue(words: WordTable<string>, value: string | null, language: Language): string {
  return value === null ? '' : (words[value]?.[language][0] ?? value);
}

/** Every word that is understood, for the sentence that refuses another one. */
export function allowedWords(words: WordTable<string>): string[] {
  return Object.values(words).flatMap(({ en, zh }) => [...en, ...zh]);
}
