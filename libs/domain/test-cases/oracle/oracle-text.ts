/**
 * A second, plain and slow reading of the text rules (rules 5), written from their words alone. It shares nothing with
 * the product but data; where the two disagree, one of them has misread the rules.
 */
import type { Customer, Study } from '../../src/portfolio.js';

export interface Service {
  readonly name: string;
  readonly earlierNames: readonly string[];
  readonly shortNames: readonly string[];
}

/** 5.1 */
export function fold(text: string): string {
  const known = folded.get(text) ?? text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  folded.set(text, known);
  return known;
}

const folded = new Map<string, string>();

export function blank(text: string | null): boolean {
  return text === null || fold(text) === '';
}

export function told(paragraphs: readonly string[]): string[] {
  return paragraphs.filter((paragraph) => !blank(paragraph));
}

function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character) && /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(character);
}

function isLetterOrDigit(character: string | undefined): boolean {
  return character !== undefined && (isLetter(character) || /^\p{Nd}$/u.test(character));
}

/** 5.5, code point by code point. */
export function stands(name: string, text: string): boolean {
  const sought = [...name];
  const all = [...text];
  if (sought.length === 0) return false;
  for (let i = 0; i + sought.length <= all.length; i += 1) {
    if (!sought.every((character, k) => all[i + k] === character)) continue;
    const openBefore = isLetterOrDigit(sought[0]) && isLetterOrDigit(all[i - 1]);
    const openAfter = isLetterOrDigit(sought.at(-1)) && isLetterOrDigit(all[i + sought.length]);
    if (!openBefore && !openAfter) return true;
  }
  return false;
}

/** 5.2: every folded name of the service that goes by this name. */
export function namesOfService(name: string, catalog: readonly Service[]): Set<string> {
  const folded =
    folds.get(catalog) ?? catalog.map((entry) => [entry.name, ...entry.earlierNames, ...entry.shortNames].map(fold));
  folds.set(catalog, folded);
  return new Set([fold(name), ...folded.filter((names) => names.includes(fold(name))).flat()]);
}

const folds = new WeakMap<readonly Service[], string[][]>();

/** 5.4, "Folding here". */
export function foldName(text: string): string {
  const kept = [...text].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    const dropped =
      code === 0xad || code === 0xfeff || (code >= 0x200b && code <= 0x200f) || (code >= 0x2060 && code <= 0x2064);
    return !dropped;
  });
  const oneApostrophe = kept
    .map((c) => (['\u2018', '\u2019', '\u02bc', '\uff07', '`', '\u00b4'].includes(c) ? "'" : c))
    .join('');
  const lower = oneApostrophe.normalize('NFKC').toLowerCase();
  const withoutDashes = [...withoutMarks(lower)].map((c) => (/^\p{Pd}$/u.test(c) || c === '\u2212' ? ' ' : c)).join('');
  return withoutDashes.replace(/\s+/g, ' ').trim();
}

function withoutMarks(text: string): string {
  let result = '';
  let ofLetter = false;
  for (const character of text.normalize('NFD')) {
    const isMark = /^\p{M}$/u.test(character);
    if (!isMark) ofLetter = isLetter(character);
    if (!(isMark && ofLetter)) result += character;
  }
  return result.normalize('NFC');
}

export interface LegalForms {
  readonly latin: readonly string[];
  readonly cjk: readonly string[];
}

/**
 * 5.4: a name, folded, without the legal forms at its ends; the whole name where nothing is left. A decision: a full
 * stop that does not matter may stand where the form has a space ("Co.KG").
 */
export function withoutLegalForms(name: string, forms: LegalForms): string {
  const folded = foldName(name);
  const plain = (form: string): string => foldName(form).replace(/[./]/g, '');
  const all = [
    ...forms.latin.map((form) => ({ form: plain(form), apart: true })),
    ...forms.cjk.map((form) => ({ form: plain(form), apart: false })),
  ].sort((a, b) => b.form.length - a.form.length);
  let rest = folded;
  for (;;) {
    const before = rest;
    for (const { form, apart } of all) {
      const end = formAtEnd(rest, form, apart);
      if (end !== null) {
        rest = end;
        break;
      }
    }
    for (const { form, apart } of all) {
      const begin = formAtBeginning(rest, form, apart);
      if (begin !== null) {
        rest = begin;
        break;
      }
    }
    if (rest === '') return folded;
    if (rest === before) return rest;
  }
}

const patterns = new Map<string, RegExp>();

function isForm(text: string, form: string): boolean {
  const pattern = patterns.get(form) ?? patternOf(form);
  patterns.set(form, pattern);
  return pattern.test(text);
}

function patternOf(form: string): RegExp {
  const characters = [...form].map((c) => (c === ' ' ? '(?: |(?<=[./]))' : c.replace(/[()]/, '\\$&')));
  return new RegExp(`^${characters.join('[./]*')}[./]*$`, 'u');
}

function formAtEnd(name: string, form: string, apart: boolean): string | null {
  const trimmed = name.replace(/[ ,.&]+$/, '');
  for (let i = trimmed.length - 1; i >= 0; i -= 1) {
    if (!isForm(trimmed.slice(i), form)) continue;
    if (apart && i > 0 && !/[ ,&]/.test(trimmed.charAt(i - 1))) continue;
    return trimmed.slice(0, i).replace(/[ ,.&]+$/, '');
  }
  return null;
}

function formAtBeginning(name: string, form: string, apart: boolean): string | null {
  const trimmed = name.replace(/^[ ,.&]+/, '');
  for (let i = 1; i <= trimmed.length; i += 1) {
    if (!isForm(trimmed.slice(0, i), form)) continue;
    const after = trimmed.slice(i).replace(/^\./, '');
    if (apart && after !== '' && !/^[ ,&]/.test(after)) continue;
    return after.replace(/^[ ,.&]+/, '');
  }
  return null;
}

/** 5.4: the folded names to look for, of the chain of a customer. */
export function namesOf(chain: readonly Customer[], forms: LegalForms): string[] {
  const notNames = new Set(chain.flatMap((customer) => customer.notNames).map(foldName));
  const names = chain.flatMap((customer) => {
    const legal = foldName(customer.legalName);
    return [legal, withoutLegalForms(customer.legalName, forms), ...customer.aliases.map(foldName)];
  });
  return [...new Set(names)].filter((name) => {
    const characters = [...name];
    if (characters.length <= 1 || (characters.length === 2 && characters.every(isLetter))) return false;
    return !notNames.has(name);
  });
}

/** 5.4: whether one of the names stands in what is published of the study. */
export function nameStands(study: Study, names: readonly string[]): boolean {
  const sections = Object.values(study.sections).flat();
  const texts = [study.title, study.summary, study.anonymousDescription, ...sections];
  texts.push(...study.services.map(({ usage }) => usage), ...study.outcomes.map(({ statement }) => statement));
  texts.push(study.support.before, study.support.during, study.support.after);
  const folded = texts.map(foldName);
  if (names.some((name) => folded.some((text) => stands(name, text)))) return true;
  const url = asUrl(foldName(percentDecoded(study.url)));
  return names.map(asUrl).some((name) => {
    if (name === '') return false;
    return stands(name, url) || (name.includes(' ') && stands(name.replaceAll(' ', ''), url));
  });
}

function asUrl(folded: string): string {
  return folded
    .replaceAll("'", '')
    .replace(/[_./+?&=#]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Percent-decoding that leaves alone the bytes that are no UTF-8. */
export function percentDecoded(url: string): string {
  let result = '';
  for (let i = 0; i < url.length;) {
    const length = [4, 3, 2, 1].find((n) => decoded(url.slice(i, i + 3 * n), n) !== null);
    result += length === undefined ? url.charAt(i) : decoded(url.slice(i, i + 3 * length), length);
    i += length === undefined ? 1 : 3 * length;
  }
  return result;
}

/** The one character that exactly these escapes write, or null. */
function decoded(escapes: string, bytes: number): string | null {
  if (escapes.length !== 3 * bytes || !/^(?:%[0-9a-f]{2})+$/i.test(escapes)) return null;
  try {
    const text = decodeURIComponent(escapes);
    return [...text].length === 1 ? text : null;
  } catch {
    return null;
  }
}
