import { formatCount } from './count.js';
import type { Language } from './language.js';

/** Stands for "not known" in `select`: `{customer, select, _ {This customer} other {“{customer}”}}`. */
export const unknown = '_';

const argument = /\{\s*(\w+)\s*(?:\}|,\s*(plural|selectordinal|select|number)\b)/g;
const counted: ReadonlySet<string | undefined> = new Set(['plural', 'selectordinal', 'number']);

interface Arguments {
  readonly names: readonly string[];
  readonly numeric: ReadonlySet<string>;
}

/** Thousands of mails say the same few messages. */
const known = new Map<string, Arguments>();

/** Names of the arguments of an ICU message, sorted; `numeric` holds those that must be numbers. */
export function argumentsOf(message: string): Arguments {
  let read = known.get(message);
  if (!read) known.set(message, (read = readArguments(message)));
  return read;
}

function readArguments(message: string): Arguments {
  const found = [...message.matchAll(argument)];
  const numeric = new Set(found.filter(([, , kind]) => counted.has(kind)).map(([, name]) => name as string));
  return { names: [...new Set(found.map(([, name]) => name as string))].sort(), numeric };
}

/**
 * Values that fill a message whatever is missing: 0 where a number is asked, else `_`. A formatter given these never
 * throws, so a refusal can always be said.
 */
export function valuesFor(message: string, values: Readonly<Record<string, unknown>>, language: Language): Record<string, string | number> {
  const { names, numeric } = argumentsOf(message);
  return Object.fromEntries(names.map((name) => [name, numeric.has(name) ? numberOf(values[name]) : textOf(values[name], language)]));
}

/**
 * Fills a message that has only plain arguments (`{limit}`), or answers `null` when one of them is not known. Faults
 * are worded so, and need no formatter.
 */
export function fill(message: string, values: Readonly<Record<string, unknown>>, language: Language): string | null {
  const texts = valuesFor(message, values, language);
  if (Object.values(texts).includes(unknown)) return null;
  return message.replace(/\{(\w+)\}/g, (_, name: string) => written(texts[name]));
}

const written = (value: string | number | undefined): string => (typeof value === 'number' ? formatCount(value) : (value ?? unknown));

const listGlue: { readonly [L in Language]: string } = { en: ', ', zh: '、' };

/** "one, two"; 「一、二」. */
export const joinList = (members: readonly unknown[], language: Language): string => members.map(String).join(listGlue[language]);

function textOf(value: unknown, language: Language): string | number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.length > 0 ? joinList(value, language) : unknown;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? shortened(value) : unknown;
}

const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

const longest = 120;

/** A sentence quotes the beginning of a long value; the whole of it stands in the field. */
function shortened(value: string): string {
  const points = [...value];
  return points.length > longest ? `${points.slice(0, longest).join('')}…` : value;
}
