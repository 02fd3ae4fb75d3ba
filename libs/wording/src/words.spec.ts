import { IntlMessageFormat } from 'intl-messageformat';
import { argumentsOf, faultSentence, languages, refusalValues, unknown, valuesFor, type Language } from './index.js';
import * as wording from './index.js';

type Table = { readonly [key: string]: string | Table };
type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Every exported table that has both languages: a new one is under these rules from its first day. */
const tables = Object.entries<unknown>(wording).filter((entry): entry is [string, { readonly [L in Language]: Table }] => {
  const [, value] = entry;
  return typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;
});

const flat = (table: Table, path: string): [string, string][] =>
  Object.entries(table).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string' ? [[`${path}.${key}`, text]] : flat(text, `${path}.${key}`),
  );
const textsOf = (language: Language) => tables.flatMap(([name, words]) => flat(words[language], name));

const english = textsOf('en');
const chinese = textsOf('zh');
const both = english.map(([path, en], at): [string, string, string] => [path, en, chinese[at]?.[1] ?? '']);

const sample: { readonly [L in Language]: Readonly<Record<string, string | number>> } = {
  en: { through: '30 Dec 2026', expiredOn: '1 Jan 2026', day: 'Fri 14 May', until: '1 Jan 2027', action: 'import' },
  zh: {
    through: '2026年12月30日',
    expiredOn: '2026年1月1日',
    day: '2026年5月14日 周四',
    until: '2027年1月1日',
    action: '导入',
    first: '2026年4月3日',
    second: '2026年3月4日',
    customer: '华东远洋航运有限公司',
    studies: '“AnyBank”',
    names: '“DevOps”、“MSP”',
    from: '2026年9月30日',
    to: '2026年11月23日',
    since: '2026年1月12日',
    firstDay: '2025年11月23日',
    lastDay: '2027年11月23日',
    class: '进阶型',
  },
};
const samples = (message: string, language: Language) => {
  const { names, numeric } = argumentsOf(message);
  return Object.fromEntries(names.map((name) => [name, sample[language][name] ?? (numeric.has(name) ? 12 : 'AWS')]));
};
const format = (message: string, language: Language, values: Readonly<Record<string, unknown>>) =>
  String(new IntlMessageFormat(message, language).format(valuesFor(message, values, language)));

const namesIn = (ast: Ast): string[] =>
  ast.flatMap((element) => {
    const own = 'value' in element && element.type !== 0 && typeof element.value === 'string' ? [element.value] : [];
    const branches = 'options' in element ? Object.values(element.options).flatMap((option) => namesIn(option.value)) : [];
    return [...own, ...branches];
  });
const argumentNames = (message: string, language: Language) =>
  [...new Set(namesIn(new IntlMessageFormat(message, language).getAst()))].sort();

/** Fully written: with samples for all arguments, and with none at all. */
const written = (message: string, language: Language) => [
  format(message, language, samples(message, language)),
  format(message, language, {}),
];

describe('The words of the product', () => {
  it('cover every table, in both languages, with the same keys', () => {
    expect(tables.length).toBeGreaterThan(25);
    expect(chinese.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
  });

  it('are never empty and never have blanks around them', () => {
    expect([...english, ...chinese].filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
  });

  it.each(both)('%s takes the same arguments in both languages', (_path, en, zh) => {
    expect(argumentNames(zh, 'zh')).toEqual(argumentNames(en, 'en'));
    expect(argumentsOf(en).names).toEqual(argumentNames(en, 'en'));
    expect(argumentsOf(zh).names).toEqual(argumentNames(zh, 'zh'));
  });

  it.each(both)('%s reads as a finished sentence, whatever is known', (_path, en, zh) => {
    for (const text of [...written(en, 'en'), ...written(zh, 'zh')]) expect(text).not.toMatch(/[{}]|undefined|null|NaN|\s\s/);
  });
});

describe('English words', () => {
  it('have no Chinese in them and use typographic quotes', () => {
    expect(english.filter(([, text]) => /\p{Script=Han}|[，。：；！？、（）"]|'/u.test(text))).toEqual([]);
  });
});

describe('Chinese words', () => {
  /** Names and abbreviations that Chinese readers write so too. */
  const kept =
    /^(?:AWS|Caseboard|URL|LEI|D-U-N-S|MSP|JSON|CSV|UTF-8|UTF-16|GB18030|If-Match|Partner|Central|https|Asia|Shanghai|MB|XLSX|duns|AnyBank|DevOps|Omdia|Ecosystem|Multiplier|Premier|Marketplace|AI|UTC)$/;
  const withoutDays = (text: string) => text.replace(/\d+年(?:\d+月(?:\d+日)?)?/g, '日');
  const finished = chinese.flatMap(([path, text]) => written(text, 'zh').map((one): [string, string] => [path, withoutDays(one)]));

  it('put a space between Chinese and Latin letters or digits', () => {
    const tight = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u;
    expect(finished.filter(([, text]) => tight.test(text))).toEqual([]);
  });

  it('use full-width punctuation, without spaces beside it', () => {
    const halfWidth = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}|\p{Script=Han}\.(?!\s_)|["']/u;
    expect(finished.filter(([, text]) => halfWidth.test(text))).toEqual([]);
    expect(finished.filter(([, text]) => /\s[，。：；！？、（）“”]|[，。：；！？、（）“”]\s/u.test(text))).toEqual([]);
  });

  it('leave no English words', () => {
    const foreign = finished.filter(([, text]) => (text.match(/[A-Za-z][A-Za-z0-9-]*/g) ?? []).some((word) => !kept.test(word)));
    expect(foreign).toEqual([]);
  });
});

describe('A fault', () => {
  it('says what is possible, in each language', () => {
    const fault = { reason: 'unknown-value', value: 'actve', params: { allowed: ['draft', 'active', 'retired'] } };
    expect(faultSentence(fault, 'en')).toBe('Use one of these values: draft, active, retired.');
    expect(faultSentence(fault, 'zh')).toBe('此处可用的值为：draft、active、retired。');
  });

  it('gives both readings of an ambiguous day', () => {
    const fault = {
      reason: 'ambiguous-day',
      value: '03/04/2026',
      params: { readings: ['2026-04-03', '2026-03-04'] },
    };
    expect(faultSentence(fault, 'en')).toBe('“03/04/2026” could be 3 Apr 2026 or 4 Mar 2026. Say which comes first, the day or the month.');
  });

  it('names itself shortly where its facts are not known', () => {
    expect(faultSentence({ reason: 'shared-alias', value: 'ECS' }, 'en')).toBe('Shared alias.');
    expect(faultSentence({ reason: 'shared-alias' }, 'zh')).toBe('别名不唯一。');
  });

  it.each(['something-new', 'constructor', '__proto__'])('with the unknown reason %s is still a sentence', (reason) => {
    for (const language of languages) expect(faultSentence({ reason }, language)).not.toBe('');
  });

  it('parts the thousands of a limit and cuts a long value', () => {
    expect(faultSentence({ reason: 'text-too-long', params: { limit: 10_000 } }, 'en')).toBe(
      'At most 10,000 characters are possible here.',
    );
    expect(faultSentence({ reason: 'unknown-study', value: 'x'.repeat(10_001) }, 'en').length).toBeLessThan(200);
  });
});

describe('A refusal', () => {
  const say = (code: keyof (typeof wording.refusalWords)['en'], params: Readonly<Record<string, unknown>>, language: Language) => {
    const { title, detail } = wording.refusalWords[language][code];
    return [title, detail].map((text) => String(new IntlMessageFormat(text, language).format(refusalValues(text, params, language))));
  };

  it('of an activation says which study holds the place', () => {
    const params = { customer: 'Brightwater Bank', title: 'Fraud scoring' };
    expect(say('legal-entity-taken', params, 'en')).toEqual([
      'Brightwater Bank already has an active study',
      'One study of a legal entity can be active. “Fraud scoring” holds the place. Replace it, or retire it first.',
    ]);
    expect(say('legal-entity-taken', params, 'zh')).toEqual([
      '“Brightwater Bank”已有启用的案例',
      '每个法人只能有一个启用的案例。“Fraud scoring”占用了名额。请替换它，或先将其停用。',
    ]);
  });

  it('names no customer whose name the reader may not see', () => {
    expect(say('legal-entity-taken', {}, 'en')[0]).toBe('This legal entity already has an active study');
  });

  it('writes out sizes, waiting times, permissions and the number of studies', () => {
    expect(say('too-large', { limitBytes: 256 * 1024 ** 2 }, 'en')[1]).toBe('At most 256 MB can be sent here. Send less at a time.');
    expect(say('too-many-attempts', { retryAfterSeconds: 61 }, 'en')[1]).toBe('Try again in 2 minutes.');
    expect(say('not-permitted', { permission: 'import.run' }, 'zh')[1]).toBe('您的角色无权导入。管理员可以更改您的角色。');
    expect(say('customer-has-studies', { studies: [{ id: 's1' }] }, 'en')[1]).toBe(
      '1 study hangs on it. Give them another customer first.',
    );
    expect(say('weak-password', { reason: 'too-short', least: 12 }, 'en')[1]).toBe('It needs at least 12 characters.');
  });

  it('is said even when a value looks like the mark for "unknown" or is of a strange kind', () => {
    for (const value of [unknown, '', null, {}, [], Number.NaN, true, 'other', '{x}']) {
      for (const language of languages)
        expect(say('two-active-studies', { customer: value, first: value, second: value }, language)[0]).not.toBe('');
    }
  });
});
