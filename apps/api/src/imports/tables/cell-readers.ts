import { isBlank } from '@caseboard/domain';
import type { Cell } from '../files/table.js';
import { outcomeValue } from './outcome-value.js';
import { type SpecializationNames, splitRelevance } from './specialization-names.js';
import { type DayOrder, readTypedDay } from './typed-day.js';
import { allowedWords, valueOfWord, type WordTable } from './words.js';

/** What reading a cell may need and may say. A reader that notes a fault gives `undefined`. */
export interface CellContext {
  readonly dayOrder?: DayOrder;
  readonly specializations: SpecializationNames;
  fault(reason: string, value: unknown, params?: Readonly<Record<string, unknown>>): undefined;
  note(code: 'value-read' | 'unknown-service', value: unknown): void;
  knowsService(name: string): boolean;
}

/** Text as it stands, every character. */
export function readText({ text }: Cell): string {
  return text;
}

/** A short name or word that a record may lack. */
export function readName({ text }: Cell): string | null {
  return text.trim() || null;
}

/** An id, or the name of another record, which the table as a whole must find. */
export function readReference({ text }: Cell): string | null {
  return text.trim() || null;
}

/** An address: where a link leads counts, not what it says. */
export function readLink({ text, link }: Cell): string {
  return link ?? text;
}

export function readWord(
  words: WordTable<string>,
  blank: null | undefined,
): (cell: Cell, context: CellContext) => string | null | undefined {
  return ({ text }, context) => {
    if (isBlank(text)) return blank;
    return valueOfWord(words, text) ?? context.fault('unknown-value', text, { allowed: allowedWords(words) });
  };
}

export function readDay({ text, day }: Cell, context: CellContext): string | null | undefined {
  if (day !== undefined) return day;
  if (isBlank(text)) return null;
  const typed = readTypedDay(text, context.dayOrder);
  if ('day' in typed) return typed.day;
  if ('ambiguous' in typed) return context.fault('ambiguous-day', text, { readings: [...typed.ambiguous] });
  return context.fault('no-such-day', text);
}

export function readCount({ text }: Cell, context: CellContext): number | undefined {
  if (isBlank(text)) return 0;
  const digits = text.normalize('NFKC').trim();
  return /^\d{1,15}$/.test(digits) ? Number(digits) : context.fault('not-a-count', text, { from: 0, to: 10_000 });
}

/** Paragraphs parted by blank lines. */
export function readParagraphs({ text }: Cell): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ''))
    .filter((paragraph) => !isBlank(paragraph));
}

export function readServices({ text }: Cell, context: CellContext): { name: string; usage: string }[] {
  return parts(text).map((part) => {
    const colon = part.search(/[:：]/);
    const name = (colon < 0 ? part : part.slice(0, colon)).trim();
    if (!context.knowsService(name)) context.note('unknown-service', name);
    return { name, usage: colon < 0 ? '' : part.slice(colon + 1).trim() };
  });
}

export function readOutcomes({ text }: Cell, context: CellContext): { statement: string; value: number | null }[] {
  return parts(text).map((statement) => {
    const value = outcomeValue(statement);
    context.note('value-read', { statement, value });
    return { statement, value };
  });
}

export function readSpecializations({ text }: Cell, context: CellContext): { specialization: string; relevance?: string }[] {
  return parts(text).flatMap((part) => {
    const { name, codes, relevance } = splitRelevance(part, context.specializations);
    const specialization = onlyCode(name, codes, context);
    if (specialization === undefined) return [];
    return [{ specialization, ...(relevance && { relevance }) }];
  });
}

/** The one code that a name means; an unknown name, or an alias that several share, is a fault that names them. */
export function onlyCode(name: string, codes: readonly string[], context: CellContext): string | undefined {
  if (codes.length === 1) return codes[0];
  return codes.length === 0
    ? context.fault('unknown-specialization', name)
    : context.fault('shared-alias', name, { specializations: codes });
}

/** `scheme number`, several parted by `;`; `company-number:DE HRB 1234` has spaces in its number. */
export function readRegistrations({ text }: Cell, context: CellContext): { scheme: string; number: string }[] | undefined {
  const registrations = parts(text).map((part) => {
    const [, scheme, number] = /^(\S+)\s+(.+)$/su.exec(part) ?? [];
    if (scheme === undefined || number === undefined) return context.fault('not-a-registration', part);
    const lower = scheme.normalize('NFKC').toLowerCase();
    return {
      scheme: lower.replace(/^(company-number:)(.*)$/, (_, kind: string, country: string) => kind + country.toUpperCase()),
      number: number.trim(),
    };
  });
  return registrations.some((registration) => registration === undefined)
    ? undefined
    : (registrations as { scheme: string; number: string }[]);
}

export function readAliases({ text }: Cell): string[] {
  return parts(text);
}

/** What `;` or `；` parts, without the blanks around it; empty parts are none. */
function parts(text: string): string[] {
  return text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
