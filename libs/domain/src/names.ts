import { withoutLegalForms } from './legal-forms.js';
import { foldName, foldNameForUrl, foldUrl, percentDecoded } from './name-folding.js';
import { sectionNames, type Customer, type Study } from './portfolio.js';
import { findWord, isAlphabetic, standsIn } from './text.js';

export interface SoughtName {
  /** Folded, as it is sought in texts. */
  readonly name: string;
  /** As it is sought in urls: in words and, if there are several, without the spaces between them. */
  readonly inUrl: readonly string[];
}

export interface CustomerNames {
  readonly sought: readonly SoughtName[];
  /** Names too short to be looked for ("HP"): a person must confirm that they stand nowhere. */
  readonly tooShort: readonly string[];
}

/** A place of a study's published text: `start` and `end` (excluded) are UTF-16 offsets in the text as written. */
export interface NamePlace {
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

export interface PublishedText {
  /** The path of the field in the study, as in the portfolio document: `sections.solution[1]`. */
  readonly field: string;
  readonly text: string;
}

/** The names of a customer that an anonymous study may not publish; the chain is the one of `chainOf` (rules 5.4). */
export function namesOfChain(chain: readonly Customer[]): CustomerNames {
  const ignored = new Set(chain.flatMap((customer) => customer.notNames.map(foldName)));
  const names = new Set(chain.flatMap(namesOf).filter((name) => name !== '' && !ignored.has(name)));
  const sought = [...names].filter((name) => !isTooShort(name));
  return {
    sought: sought.map((name) => ({ name, inUrl: formsInUrl(name) })),
    tooShort: [...names].filter(isTooShort),
  };
}

/** Every place where one of the names stands in the published text of the study, in the order of the text (rules 5.4). */
export function findNames(study: Study, names: CustomerNames): NamePlace[] {
  return publishedTexts(study).flatMap((published) => placesIn(published, names));
}

/** Whether any of the names stands in the published text of the study (rules 5.4). */
export function namesStandIn(study: Study, names: CustomerNames): boolean {
  if (names.sought.length === 0) return false;
  return publishedTexts(study).some((published) => {
    if (published.text === '') return false;
    const { folded, sought } = prepared(published, names);
    return sought.some((name) => standsIn(folded, name));
  });
}

/** What an anonymous study publishes, each field and paragraph by itself (rules 5.4). */
export function publishedTexts(study: Study): PublishedText[] {
  const texts: PublishedText[] = [
    { field: 'title', text: study.title },
    { field: 'summary', text: study.summary },
    { field: 'anonymousDescription', text: study.anonymousDescription },
    { field: 'url', text: study.url },
  ];
  for (const section of sectionNames) {
    study.sections[section].forEach((text, n) => texts.push({ field: `sections.${section}[${n}]`, text }));
  }
  study.services.forEach((service, n) => texts.push({ field: `services[${n}].usage`, text: service.usage }));
  study.outcomes.forEach((outcome, n) => texts.push({ field: `outcomes[${n}].statement`, text: outcome.statement }));
  const { before, during, after } = study.support;
  texts.push({ field: 'support.before', text: before }, { field: 'support.during', text: during }, { field: 'support.after', text: after });
  return texts;
}

/** Names as they are sought in texts; the legal name also without its legal forms. */
function namesOf(customer: Customer): string[] {
  const legalName = foldName(customer.legalName);
  const bare = withoutLegalForms(legalName);
  return [legalName, ...(bare === null ? [] : [bare]), ...customer.aliases.map(foldName)];
}

function isTooShort(name: string): boolean {
  const characters = [...name].length;
  return characters === 1 || (characters === 2 && isAlphabetic(name));
}

function formsInUrl(name: string): string[] {
  const words = foldNameForUrl(name);
  const forms = words.includes(' ') ? [words, words.replaceAll(' ', '')] : [words];
  return forms.filter((form) => form !== '');
}

function prepared({ field, text }: PublishedText, names: CustomerNames): { folded: string; sought: readonly string[] } {
  if (field === 'url') return { folded: foldUrl(percentDecoded(text).text), sought: names.sought.flatMap((name) => name.inUrl) };
  return { folded: foldName(text), sought: names.sought.map(({ name }) => name) };
}

/** Every place where one of the names stands in one text, in its order (rules 5.4). */
export function placesIn(published: PublishedText, names: CustomerNames): NamePlace[] {
  const { folded, sought } = prepared(published, names);
  const found = sought.flatMap((name) => {
    const places: [number, number][] = [];
    for (let at = findWord(folded, name, 0); at >= 0; at = findWord(folded, name, at + 1)) places.push([at, at + name.length]);
    return places;
  });
  if (found.length === 0) return [];
  return outermost(found).map(([start, end]) => ({ field: published.field, ...asWritten(published, start, end) }));
}

/** The places without those that lie within another one ("Nordsee" within "Nordsee Logistik GmbH"), in order. */
function outermost(places: readonly [number, number][]): [number, number][] {
  const sorted = [...places].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let reached = -1;
  return sorted.filter(([, end]) => end > reached && ((reached = end), true));
}

/** Offsets in the folded text brought back to the text as it was written. */
function asWritten({ field, text }: PublishedText, start: number, end: number): { start: number; end: number } {
  if (field !== 'url') return unfolded(text, foldName, start, end);
  const decoded = percentDecoded(text);
  const place = unfolded(decoded.text, foldUrl, start, end);
  return { start: decoded.offsets[place.start] as number, end: decoded.offsets[place.end] as number };
}

/**
 * Folding a longer beginning of a text never gives a shorter result, so the offset before folding is the longest
 * beginning whose folded form does not reach beyond the offset after folding. What folds to nothing is left outside.
 */
function unfolded(text: string, folding: (text: string) => string, start: number, end: number): { start: number; end: number } {
  let last = longestWithin(text, folding, end);
  while (last > 0 && folding(text.slice(last - 1, last)) === '') last--;
  return { start: longestWithin(text, folding, start), end: last };
}

function longestWithin(text: string, folding: (text: string) => string, length: number): number {
  let [fits, tooLong] = [0, text.length + 1];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (folding(text.slice(0, middle)).length <= length) fits = middle;
    else tooLong = middle;
  }
  return fits;
}
