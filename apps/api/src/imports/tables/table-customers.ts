import type { ImportQuestion } from '@caseboard/contracts';
import { type Customer, fold } from '@caseboard/domain';
import { columns, type WriteContext } from './columns.js';
import type { CustomerBook } from './customer-book.js';
import { type Answers, askAbout, type LikeNames, type NewCustomer } from './customer-questions.js';
import { newId } from './new-ids.js';
import { type CellPlace, columnOfPath, type TableRow } from './table-rows.js';

/** A record of the portfolio document as a table gives it: only the keys that it has. */
export type RawRecord = Record<string, unknown>;

/** A record that the import brings, and where it stands. */
export interface Incoming {
  readonly raw: RawRecord;
  /** The place of a path within the record. */
  readonly placeOf: (path: string) => CellPlace;
  /** The file says the id; otherwise it was found or made by what the row says. */
  readonly hasOwnId: boolean;
}

export interface CustomersRead {
  readonly customers: readonly Incoming[];
  readonly questions: readonly ImportQuestion[];
  /** Whom each question is about. */
  readonly customerOf: ReadonlyMap<string, string>;
}

/** A customer of the sheet of customers, or one that only a study names. */
interface Named {
  readonly id: string;
  readonly raw: RawRecord;
  readonly row?: TableRow;
  readonly places: CellPlace[];
}

/**
 * The customers that the rows of both tables bring: rows matched by id, registration or name, and one new legal entity
 * for each further name in the studies. Puts all of them into the book, and asks before any is new (rules 2.7).
 */
export async function readCustomers(
  rows: readonly TableRow[],
  studyRows: readonly TableRow[],
  stored: ReadonlyMap<string, Customer>,
  book: CustomerBook,
  like: (entries: readonly NewCustomer[]) => Promise<LikeNames>,
  answers: Answers,
  write: WriteContext,
): Promise<CustomersRead> {
  const named = rows.flatMap((row) => customerOfRow(row, stored, book, write) ?? []);
  named.push(...customersOfStudies(studyRows, book));
  const fresh = named.filter(({ id }) => !stored.has(id)).map(newCustomer);
  const { questions, customerOf, same, unitOf } = await askAbout(fresh, book, await like(fresh), new Set(stored.keys()), answers);
  for (const [from, to] of same) book.merge(from, to);
  for (const { row, raw } of named) if (row) setPartOf(row, raw, book);
  for (const { id, raw } of named) {
    const entity = unitOf.get(id);
    if (entity !== undefined) Object.assign(raw, { kind: 'unit', partOf: book.find(entity)[0] });
  }
  return { customers: mergeSame(named, same, stored, book), questions, customerOf };
}

function customerOfRow(row: TableRow, stored: ReadonlyMap<string, Customer>, book: CustomerBook, write: WriteContext): Named | undefined {
  const name = row.text('legalName');
  const given = row.text('id');
  if (name === '' && (given === '' || !stored.has(given))) return row.fault('legalName', 'row-without-name', null);
  const read = row.values(columns.customers, undefined, write, ['id', 'partOf']);
  const id =
    given ||
    matched(name, (read.get('registrations') ?? []) as { number: string }[], book) ||
    newId('c', [name], (taken) => book.has(taken));
  const before = stored.get(id);
  const values = before ? row.values(columns.customers, before, write, ['id', 'partOf']) : read;
  if (name === '') values.delete('legalName');
  const raw: RawRecord = { id, legalName: before?.legalName, kind: before?.kind ?? 'legal-entity', ...Object.fromEntries(values) };
  book.add({
    id,
    legalName: name || (before?.legalName ?? ''),
    kind: raw['kind'] as Customer['kind'],
    registrations: registrationsOf(raw, before),
    country: (raw['country'] ?? before?.country ?? null) as string | null,
    industry: (raw['industry'] ?? before?.industry ?? null) as string | null,
  });
  return { id, raw, row, places: [row.place('legalName')] };
}

/** By registration, then by name; a name that several customers bear finds none of them. */
function matched(name: string, registrations: readonly { number: string }[], book: CustomerBook): string | undefined {
  const byNumber = book.findByRegistration(registrations);
  if (byNumber.length === 1) return byNumber[0];
  const byName = book.findByName(name);
  return byName.length === 1 ? byName[0] : undefined;
}

function customersOfStudies(rows: readonly TableRow[], book: CustomerBook): Named[] {
  const named = new Map<string, Named>();
  for (const row of rows) {
    const name = row.text('customer');
    if (name === '') continue;
    const known = named.get(fold(name));
    if (known) known.places.push(row.place('customer'));
    if (known || book.find(name).length > 0) continue;
    const id = newId('c', [name], (taken) => book.has(taken));
    named.set(fold(name), { id, raw: { id, legalName: name, kind: 'legal-entity' }, places: [row.place('customer')] });
    book.add({ id, legalName: name, kind: 'legal-entity', registrations: [], country: null, industry: null });
  }
  return [...named.values()];
}

function newCustomer({ id, raw, row, places }: Named): NewCustomer {
  return {
    id,
    legalName: (raw['legalName'] ?? '') as string,
    aliases: (raw['aliases'] ?? []) as string[],
    registrations: registrationsOf(raw, undefined),
    declaredUnit: raw['kind'] === 'unit' && row !== undefined && !row.isBlank('partOf'),
    where: places.slice(0, 20).map(({ path }) => path),
  };
}

function setPartOf(row: TableRow, raw: RawRecord, book: CustomerBook): void {
  if (!row.cell('partOf')) return;
  const text = row.text('partOf');
  const [id, another] = text === '' ? [null] : book.find(text);
  if (id === undefined) row.fault('partOf', 'unknown-customer', text);
  else if (another !== undefined) row.fault('partOf', 'ambiguous-customer', text, { customers: book.find(text) });
  else raw['partOf'] = id;
}

/** A customer that is another one gives it its name as an alias, and what that one lacks; it is none of its own. */
function mergeSame(
  named: readonly Named[],
  same: ReadonlyMap<string, string>,
  stored: ReadonlyMap<string, Customer>,
  book: CustomerBook,
): Incoming[] {
  const kept = named.filter(({ id }) => !same.has(id));
  const byId = new Map(kept.map((each) => [each.id, each]));
  for (const each of named.filter(({ id }) => same.has(id))) {
    const target = book.find(each.id)[0] as string;
    const into = byId.get(target) ?? storedAsNamed(stored.get(target), each.places);
    if (!into) continue;
    if (!byId.has(target)) kept.push(into);
    byId.set(target, into);
    fill(into.raw, each.raw, stored.get(target));
  }
  return kept.map(({ raw, row, places }) => ({
    raw,
    hasOwnId: row?.text('id') === raw['id'],
    placeOf: (path) => row?.place(columnOfPath('customers', path)) ?? (places[0] as CellPlace),
  }));
}

function storedAsNamed(customer: Customer | undefined, places: CellPlace[]): Named | undefined {
  return customer && { id: customer.id, raw: { id: customer.id, legalName: customer.legalName, kind: customer.kind }, places };
}

function fill(into: RawRecord, from: RawRecord, stored: Customer | undefined): void {
  const aliases = (into['aliases'] ?? stored?.aliases ?? []) as string[];
  const names = [into['legalName'] as string, ...aliases].map(fold);
  const name = from['legalName'] as string;
  if (!names.includes(fold(name))) into['aliases'] = [...aliases, name];
  for (const key of ['country', 'industry', 'registrations'] as const) {
    const has = into[key] ?? stored?.[key];
    const lacks = has === undefined || has === null || (Array.isArray(has) && has.length === 0);
    if (lacks && from[key] !== undefined && from[key] !== null) into[key] = from[key];
  }
}

function registrationsOf(raw: RawRecord, stored: Customer | undefined): readonly { scheme: string; number: string }[] {
  return (raw['registrations'] ?? stored?.registrations ?? []) as { scheme: string; number: string }[];
}
