/**
 * Reads the portfolio document (portfolio-format.md). A document is taken whole or refused whole, with every fault
 * listed; the readers never throw, whatever they are given.
 */
import { checkTogether } from './document-checks.js';
import { type Fault, shownValue } from './document-faults.js';
import { customerFields, documentFields, partnerFields, specializationFields, studyFields } from './document-fields.js';
import { documentLimits } from './document-limits.js';
import { Reading, type References } from './document-reading.js';
import { complete, defaultsOf, type Fields, type Given, lay, readGiven } from './document-record.js';
import type { Customer, Partner, Portfolio, Specialization, Study } from './portfolio.js';

/** The keys that a document was given, `null` already turned into the key's default; absent keys stay absent. */
export interface GivenPortfolio {
  readonly partner?: Given<Partner>;
  readonly specializations: readonly Given<Specialization>[];
  readonly customers: readonly Given<Customer>[];
  readonly studies: readonly Given<Study>[];
}

export interface ReadContext {
  readonly builtIn: readonly Specialization[];
  /** What the document is laid over: absent keys leave it, references may lead into it. `specializations` are own ones. */
  readonly stored?: Portfolio;
}

export type PortfolioResult =
  | {
      readonly ok: true;
      /** Complete; `specializations` are the own ones, or all built-in ones where there is none of its own. */
      readonly portfolio: Portfolio;
      readonly ownSpecializations: readonly Specialization[];
      /** Every entry a reference may name: built-in ones in file order, own ones in their stead or after them. */
      readonly known: readonly Specialization[];
      readonly given: GivenPortfolio;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads a document from its text. The caller refuses bytes beyond `documentLimits.bytes` before decoding them. */
export function readPortfolioText(text: string, context: ReadContext): PortfolioResult {
  if (text.length > documentLimits.bytes) return { ok: false, faults: [tooLarge(text.length)] };
  let json: unknown;
  try {
    json = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? Number.NaN);
    return { ok: false, faults: [noJson(text, position)] };
  }
  return readPortfolio(json, context);
}

/** The fault of a document of so many bytes. */
export function tooLarge(bytes: number): Fault {
  return { path: '', value: bytes, reason: 'too-large', params: { limit: documentLimits.bytes } };
}

/** The fault of a text that is no JSON, with the place where it stops being JSON if that is known. */
export function noJson(text: string, position = Number.NaN): Fault {
  if (Number.isNaN(position)) return { path: '', value: shownValue(text.slice(0, 100)), reason: 'no-json' };
  const before = text.slice(0, position).split('\n');
  const params = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { path: '', value: shownValue(text.slice(position, position + 100)), reason: 'no-json', params };
}

/** Reads a document from its JSON value. */
export function readPortfolio(json: unknown, context: ReadContext): PortfolioResult {
  const { stored } = context;
  const reading = new Reading(referencesOf(json, context));
  const document = readGiven(documentFields, json, reading) as Partial<GivenPortfolio>;
  const given: GivenPortfolio = { specializations: [], customers: [], studies: [], ...document };
  checkTogether(given, stored, reading);
  const faults = reading.allFaults();
  if (faults.length > 0) return { ok: false, faults };

  const ownSpecializations = layOver(specializationFields, 'code', stored?.specializations, given.specializations);
  const portfolio: Portfolio = {
    partner: lay(partnerFields, stored?.partner ?? defaultsOf(partnerFields), given.partner ?? {}),
    specializations: ownSpecializations.length > 0 ? ownSpecializations : context.builtIn,
    customers: layOver(customerFields, 'id', stored?.customers, given.customers),
    studies: layOver(studyFields, 'id', stored?.studies, given.studies),
  };
  return {
    ok: true,
    portfolio,
    ownSpecializations,
    known: knownSpecializations(context.builtIn, ownSpecializations),
    given,
  };
}

/** Built-in entries in file order, each own one of the same code in its stead, then the other own ones. */
export function knownSpecializations(builtIn: readonly Specialization[], own: readonly Specialization[]): readonly Specialization[] {
  return [...new Map([...builtIn, ...own].map((entry) => [entry.code, entry])).values()];
}

/** Stored records keep their place and what is not given; new ones follow. */
function layOver<R, K extends keyof R & string>(
  fields: Fields<R>,
  key: K,
  stored: readonly R[] = [],
  given: readonly Given<R>[],
): readonly R[] {
  const records = new Map<unknown, R>(stored.map((record) => [record[key], record]));
  for (const record of given) {
    const name = (record as Partial<R>)[key];
    const before = records.get(name);
    records.set(name, before === undefined ? complete(fields, record) : lay(fields, before, record));
  }
  return [...records.values()];
}

/** What references may name: everything in the document, even where it is faulty itself, stored and built-in. */
function referencesOf(json: unknown, { builtIn, stored }: ReadContext): References {
  const customers = new Set<unknown>([...namesIn(json, 'customers', 'id'), ...(stored?.customers ?? []).map(({ id }) => id)]);
  const specializations = new Set<unknown>([
    ...namesIn(json, 'specializations', 'code'),
    ...[...builtIn, ...(stored?.specializations ?? [])].map(({ code }) => code),
  ]);
  return { hasCustomer: (id) => customers.has(id), hasSpecialization: (code) => specializations.has(code) };
}

function namesIn(json: unknown, list: string, key: string): unknown[] {
  const entries = (json as Record<string, unknown> | null | undefined)?.[list];
  return Array.isArray(entries) ? entries.map((entry: Record<string, unknown> | null | undefined) => entry?.[key]) : [];
}
