import fc from 'fast-check';
import { foldName, percentDecoded } from './name-folding.js';
import { withoutLegalForms } from './legal-forms.js';
import { findNames, namesOfChain, namesStandIn } from './names.js';
import type { Customer, Study } from './portfolio.js';
import { aCustomer, aStudy } from './testing.js';

const names = (...chain: Partial<Customer>[]) => namesOfChain(chain.map((more) => aCustomer({ aliases: [], ...more })));
const sought = (legalName: string, more: Partial<Customer> = {}) => names({ legalName, ...more }).sought.map(({ name }) => name);
const anonymous = (more: Partial<Study>) => aStudy({ visibility: 'anonymous', ...more });

describe('the names of a customer', () => {
  test.each([
    ['Nordsee Logistik GmbH', 'nordsee logistik'],
    ['Nordsee Logistik, Inc.', 'nordsee logistik'],
    ['Nordsee S.p.A.', 'nordsee'],
    ['Nordsee S. p. A.', 'nordsee'],
    ['NORDSEE SPA', 'nordsee'],
    ['Novo Nordsee A/S', 'novo nordsee'],
    ['Nordsee AS', 'nordsee'],
    ['Nordsee L.L.C.', 'nordsee'],
    ['Nordsee Co., Ltd.', 'nordsee'],
    ['Nordsee Pty. Limited', 'nordsee'],
    ['Nordsee (Pty) Ltd', 'nordsee'],
    ['Nordsee GmbH & Co. KG', 'nordsee'],
    ['Nordsee GmbH & Co.KG', 'nordsee'],
    ['Nordsee GmbH&Co. KGaA', 'nordsee'],
    ['Nordsee & Co.', 'nordsee'],
    ['Nordsee Sp. z o.o.', 'nordsee'],
    ['Nordsee s.r.o.', 'nordsee'],
    ['Nordsee Société Anonyme', 'nordsee'],
    ['Nordsee Societe Anonyme', 'nordsee'],
    ['Nordsee Gm\u00adbH', 'nordsee'],
    ['PT Nordsee Tbk', 'nordsee'],
    ['P.T. Nordsee Tbk.', 'nordsee'],
    ['AG Nordsee SA', 'nordsee'],
    ['Nordsee-GmbH', 'nordsee'],
    ['Co-operative Bank', 'operative bank'],
    ['ООО Ромашка', 'ромашка'],
    ['株式会社北海', '北海'],
    ['北海株式会社', '北海'],
    ['㈱北海', '北海'],
    ['北海（주）', '北海'],
    ['远航集团有限公司', '远航'],
    ['远航0号科技有限公司', '远航0号科技'],
    ['远航集团', null],
    ['Nordsee Group Holding', null],
    ['Nordseegmbh', null],
    ['Sainsbury', null],
    ['Company Limited', null],
    ['AG', null],
    ['SA SA', null],
    ['.', null],
  ])('of %p the one without legal forms is %p', (legalName, bare) => {
    expect(withoutLegalForms(foldName(legalName))).toBe(bare);
  });

  test('are the legal names of the chain, whole and bare, and all aliases', () => {
    const chain = [
      { legalName: 'Nordsee Werk Kiel', aliases: ['Kiel Yard Ltd.'] },
      { legalName: 'Nordsee GmbH', aliases: [' ', 'Blue‐Whale'] },
    ];
    expect(names(...chain).sought.map(({ name }) => name)).toEqual([
      'nordsee werk kiel',
      'kiel yard ltd.',
      'nordsee gmbh',
      'nordsee',
      'blue whale',
    ]);
  });

  test('of one character, or of two letters, cannot be looked for', () => {
    const found = names({ legalName: 'HP Inc.', aliases: ['X', '华', 'Я1', '华为', 'A&', 'éß', 'e\u0301', '𠮷'] });
    expect(found.tooShort).toEqual(['hp', 'x', '华', 'eß', 'e', '𠮷']);
    expect(found.sought.map(({ name }) => name)).toEqual(['hp inc.', 'я1', '华为', 'a&']);
  });

  test('that a manager has put among the words that are no names are left out, in whichever customer of the chain', () => {
    expect(sought('Gap Inc.', { notNames: ['GAP'] })).toEqual(['gap inc.']);
    expect(
      names({ legalName: 'Gap Berlin', aliases: ['Café‐Gap'] }, { legalName: 'Gap Inc.', notNames: ['cafe gap', 'gap'] }).sought.map(
        ({ name }) => name,
      ),
    ).toEqual(['gap berlin', 'gap inc.']);
  });
});

describe('a name stands in published text', () => {
  const stands = (name: string, text: string) => namesStandIn(anonymous({ title: text }), names({ legalName: name }));

  test.each([
    ['Nordsee', 'At NORDSEE.'],
    ['Café Lumen', 'At Cafe Lumen'],
    ['Cafe Lumen', 'At Cafe\u0301 Lumen'],
    ['Café Lumen', 'At Ca\u200bf\u00adé\u2060 Lu\ufeffmen'],
    ["L'Oréal", 'At L’Oreal today'],
    ['L’Oréal', 'At L`Oréal, L´Oréal'],
    ['L´Oréal', 'At LʼOréal'],
    ['L‘Oréal', 'At L＇Oréal'],
    ['Rolls-Royce', 'at rolls\u2011royce'],
    ['Rolls-Royce', 'at rolls royce'],
    ['Rolls Royce', 'at Rolls\u2013 Royce'],
    ['Rolls Royce', 'at Rolls\u2212Royce'],
    ['Nordsee', 'ＮＯＲＤＳＥＥ'],
    ['Nordsee', '在Nordsee公司'],
    ['远航科技', '在远航科技公司'],
    ['Ελλάς', 'ΕΛΛΆΣ'],
    ['Ёлка', 'елка'],
    ['İstanbul', 'istanbul'],
    ['Nordsee GmbH', 'of Nordsee only'],
    ['AT&T', 'at AT&T today'],
    ['Vũng Tàu', 'VU\u0303NG TAU'],
  ])('%p stands in %p', (name, text) => {
    expect(stands(name, text)).toBe(true);
  });

  test.each([
    ['Nordsee', 'Nordseehafen'],
    ['Nordsee', 'Nordsee2'],
    ['Nordsee', 'Nord see'],
    ['Nordsee', 'еNordsee'],
    ['AT&T', 'AT & T'],
    ['HP', 'HP'],
    ['か\u3099ある', 'かある'],
    ['L’Oréal', 'LOreal'],
  ])('%p does not stand in %p', (name, text) => {
    expect(stands(name, text)).toBe(false);
  });

  test('in no field but the published ones, and in every one of these by itself', () => {
    const quiet = anonymous({
      owner: 'nordsee@example.com',
      services: [{ name: 'Nordsee', usage: 'Runs' }],
      outcomes: [{ statement: 'Fell', value: 1, unit: 'Nordsee' }],
      applications: [{ specialization: 'ecs', relevance: 'Nordsee', category: 'Nordsee', history: [] }],
      sections: { ...aStudy().sections, solution: ['At Nord', 'see'] },
    });
    expect(namesStandIn(quiet, names({ legalName: 'Nordsee' }))).toBe(false);
    const loud: Partial<Study>[] = [
      { title: 'Nordsee' },
      { summary: 'Nordsee' },
      { anonymousDescription: 'Nordsee' },
      { url: 'https://nordsee.example' },
      { sections: { ...aStudy().sections, aboutCustomer: ['x', 'Nordsee'] } },
      { sections: { ...aStudy().sections, challenge: ['Nordsee'] } },
      { sections: { ...aStudy().sections, results: ['Nordsee'] } },
      { sections: { ...aStudy().sections, aboutPartner: ['Nordsee'] } },
      { services: [{ name: ' ', usage: 'Nordsee' }] },
      { outcomes: [{ statement: 'Nordsee', value: null, unit: null }] },
      { support: { before: 'Nordsee', during: '', after: '' } },
      { support: { before: '', during: 'Nordsee', after: '' } },
      { support: { before: '', during: '', after: 'Nordsee' } },
    ];
    for (const more of loud) expect(namesStandIn(anonymous(more), names({ legalName: 'Nordsee' }))).toBe(true);
  });
});

describe('a name stands in a url', () => {
  const stands = (name: string, url: string) => namesStandIn(anonymous({ url }), names({ legalName: name }));

  test.each([
    ['Nordsee Logistik', 'https://example.com/nordsee-logistik'],
    ['Nordsee Logistik', 'https://example.com/nordsee_logistik.html'],
    ['Nordsee Logistik', 'https://example.com/?c=nordsee+logistik&x=1'],
    ['Nordsee Logistik', 'https://example.com/#nordsee%20logistik'],
    ['Nordsee Logistik', 'https://nordseelogistik.example/'],
    ['Nordsee Logistik', 'https://example.com/nordsee/logistik'],
    ['Café Lumen', 'https://example.com/caf%C3%A9-lumen'],
    ['Café Lumen', 'https://example.com/caf%c3%a9lumen'],
    ['Café Lumen', 'https://example.com/cafe%CC%81-lumen'],
    ['Nordsee', 'https://example.com/%FFnordsee%FE'.replace('%FF', '%FF/')],
    ["L'Oréal", 'https://example.com/loreal'],
    ["L'Oréal", 'https://example.com/l%27oreal'],
    ['AT&T', 'https://example.com/at-t'],
    ['AT&T', 'https://example.com/att'],
    ['Nordsee.de', 'https://example.com/nordsee-de'],
    ['远航科技有限公司', 'https://example.com/%E8%BF%9C%E8%88%AA%E7%A7%91%E6%8A%80'],
    ['Nordsee', 'https://example.com/no%C2%ADrdsee'],
  ])('%p stands in %p', (name, url) => {
    expect(stands(name, url)).toBe(true);
  });

  test.each([
    ['Nordsee Logistik', 'https://example.com/nordsee'],
    ['Nordsee', 'https://example.com/nordseehafen'],
    ['Nordsee', 'https://example.com/%6'],
    ['Nordsee', 'https://example.com/nord%25see'],
    ['A.', 'https://example.com/b'],
    ["''''", 'https://example.com/'],
  ])('%p does not stand in %p', (name, url) => {
    expect(stands(name, url)).toBe(false);
  });

  test.each([
    ['%41%C3%A9', 'Aé'],
    ['%C3', '%C3'],
    ['%C3%28', '%C3('],
    ['%ED%A0%80', '%ED%A0%80'],
    ['%F0%9F%98%80%zz%', '😀%zz%'],
    ['%2541', '%41'],
  ])('%p is decoded to %p: bytes that are no UTF-8 stay', (url, text) => {
    expect(percentDecoded(url).text).toBe(text);
  });
});

describe('the places of a name', () => {
  const places = (name: string, more: Partial<Study>) => findNames(anonymous(more), names({ legalName: name }));
  const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end);

  test.each([
    ['Nordsee GmbH', 'At Nordsee GmbH, Nordsee and nordsee.', ['Nordsee GmbH', 'Nordsee', 'nordsee']],
    ['Café Lumen', '  At   Cafe\u0301 \t Lumen – x', ['Cafe\u0301 \t Lumen']],
    ['Café', 'C\u00adafe\u0301\u200b.', ['C\u00adafe\u0301']],
    ['远航', '在远航。远航', ['远航', '远航']],
    ['Nordsee', '𝐍𝐨𝐫𝐝𝐬𝐞𝐞!', ['𝐍𝐨𝐫𝐝𝐬𝐞𝐞']],
    ['Rolls Royce', '-Rolls\u2013Royce-', ['Rolls\u2013Royce']],
  ])('of %p in %p are %p as written', (name, title, expected) => {
    const found = places(name, { title });
    expect(found.map((place) => cut(title, place))).toEqual(expected);
    expect(found.every(({ field }) => field === 'title')).toBe(true);
  });

  test('in a url are offsets of the url as written', () => {
    const url = ' https://example.com/%E4%B8%AD/caf%C3%A9-lumen/x';
    expect(places('Café Lumen', { url }).map((place) => cut(url, place))).toEqual(['caf%C3%A9-lumen']);
  });

  test('say the field by its path in the document', () => {
    const study = anonymous({
      sections: { ...aStudy().sections, solution: ['x', 'At Nordsee'] },
      services: [{ name: 'Amazon ECS', usage: 'for Nordsee' }],
      outcomes: [
        { statement: 'x', value: 1, unit: null },
        { statement: 'Nordsee', value: 1, unit: null },
      ],
      support: { before: '', during: '', after: 'Nordsee' },
    });
    expect(findNames(study, names({ legalName: 'Nordsee' })).map(({ field }) => field)).toEqual([
      'sections.solution[1]',
      'services[0].usage',
      'outcomes[1].statement',
      'support.after',
    ]);
  });

  test('exist exactly when the name stands there, and lead to text that folds to it', () => {
    const piece = fc.constantFrom(
      'Nordsee',
      'nörd',
      'see',
      ' ',
      '-',
      '\u00ad',
      '\u0301',
      'é',
      '远',
      'x',
      '2',
      '.',
      'ＮＯＲＤ',
      "'",
      '%C3%A9',
      '가',
      '\u1112\u1161\u11ab',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('Nordsee', 'nord see', 'é远', "see'2", '한'), (pieces, name) => {
        const title = pieces.join('');
        const found = names({ legalName: name });
        const study = anonymous({ title, url: '', anonymousDescription: '' });
        const there = findNames(study, found);
        expect(there.length > 0).toBe(namesStandIn(study, found));
        for (const place of there) expect(found.sought.map(({ name }) => name)).toContain(foldName(cut(title, place)));
      }),
      { numRuns: 500 },
    );
  });
});

test('marks are dropped from every Latin, Greek and Cyrillic letter of Unicode, and from no other', () => {
  const letter = /(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
  for (let code = 0x80; code <= 0x10ffff; code++) {
    const text = String.fromCodePoint(code);
    const bare = text
      .normalize('NFKD')
      .replace(/((?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1')
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('\u02bc', "'")
      .trim();
    if (letter.test(text) && foldName(text).normalize('NFD') !== bare.normalize('NFD').replace(/^i\u0307$/, 'i'))
      throw new Error(`U+${code.toString(16)}`);
  }
  expect(foldName('が')).toBe('が');
});
