import { isDeepStrictEqual } from 'node:util';
import { figureNames, type FigureName, type SpecializationRow } from '@caseboard/contracts';
import {
  addDays,
  figureStateOf,
  parseDay,
  provenanceOf,
  type Lifecycle,
  type Provenance,
  type Specialization,
  type Voucher,
} from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';

const shipped: ReadonlyMap<string, Specialization> = new Map(builtInSpecializations.map((entry) => [entry.code, entry]));

/** The entry as the product came with it, if it did. */
export function shippedEntry(code: string): Specialization | undefined {
  return shipped.get(code);
}

type Figures = SpecializationRow['figures'];

/** Where each figure of the entry stands. What is known travels in its `provenance`, beside what the catalog came with, so that an export keeps it. */
export function figuresOf(entry: Specialization): Figures {
  const provenance = provenanceOf(entry);
  return Object.fromEntries(figureNames.map((name) => [name, figureOf(entry, name, provenance)]));
}

function figureOf(entry: Specialization, name: FigureName, { confirmed, edited }: Provenance): Figures[string] {
  const came = shippedEntry(entry.code)?.requires[name];
  const differs = came !== undefined && !isDeepStrictEqual(came, entry.requires[name]);
  const voucher = edited[name] ?? confirmed[name];
  return {
    state: figureStateOf(entry, name),
    by: voucher ? String(voucher.by) : null,
    at: voucher ? String(voucher.at) : null,
    ...(differs && { shipped: came }),
  };
}

/**
 * The edited entry with a note of who vouches for which figure: for each that was changed, and for each that was
 * checked and found right. One that has its shipped value again stands where it stood when it came.
 */
export function vouchedFor(
  before: Specialization,
  after: Specialization,
  confirm: readonly FigureName[],
  voucher: Voucher,
): Specialization {
  const provenance = provenanceOf(after);
  const confirmed = { ...provenance.confirmed };
  const edited = { ...provenance.edited };
  for (const name of figureNames) {
    if (isDeepStrictEqual(before.requires[name], after.requires[name])) continue;
    delete confirmed[name];
    delete edited[name];
    if (!isDeepStrictEqual(shippedEntry(after.code)?.requires[name], after.requires[name])) edited[name] = voucher;
  }
  for (const name of confirm) {
    confirmed[name] = voucher;
    delete edited[name];
  }
  return withVouchers(after, { confirmed, edited });
}

function withVouchers(entry: Specialization, vouchers: { readonly confirmed: object; readonly edited: object }): Specialization {
  const { confirmed: _confirmed, edited: _edited, ...carried } = isRecord(entry.provenance) ? entry.provenance : {};
  const given = Object.entries(vouchers).filter(([, of]) => Object.keys(of).length > 0);
  const provenance = { ...carried, ...Object.fromEntries(given) };
  return isDeepStrictEqual(provenance, entry.provenance ?? {}) ? entry : { ...entry, provenance };
}

/** Takes what was only reported into the lifecycle that decides (rules 6.9), since somebody answers for it now. */
export function withReportedLifecycle(entry: Specialization): Specialization {
  const { reported } = entry.lifecycle;
  const closedBy = dayOf(reported?.['newApplicationsClosedBy']);
  const lifecycle: Lifecycle = {
    // Closed by that day: the day before it is the last on which an application was possible.
    newApplicationsUntil: closedBy ? addDays(closedBy, -1) : entry.lifecycle.newApplicationsUntil,
    endsOn: dayOf(reported?.['endsOn']) ?? entry.lifecycle.endsOn,
    reported,
  };
  return { ...entry, lifecycle };
}

function dayOf(value: unknown) {
  return typeof value === 'string' ? parseDay(value) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
