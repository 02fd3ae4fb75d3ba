import { fold, isBlank, type Study } from '@caseboard/domain';
import { breathing } from '../../platform/breathe.js';
import { onlyCode } from './cell-readers.js';
import { columns, type WriteContext } from './columns.js';
import type { CustomerBook } from './customer-book.js';
import { newId } from './new-ids.js';
import type { Incoming, RawRecord } from './table-customers.js';
import { columnOfPath, type TableReading, type TableRow } from './table-rows.js';

interface Application {
  specialization: string;
  relevance?: unknown;
  category?: unknown;
}

/** A study of the tables, and the rows that its applications come from where the sheet of applications gives them. */
interface TableStudy {
  readonly raw: RawRecord;
  readonly row: TableRow;
  readonly applicationRows: Map<string, TableRow>;
}

/** The studies that the rows of the tables bring, each with its applications. Their customers are in the book by now. */
export async function readStudies(
  rows: readonly TableRow[],
  applicationRows: readonly TableRow[],
  stored: readonly Study[],
  book: CustomerBook,
  reading: TableReading,
  write: WriteContext,
): Promise<Incoming[]> {
  const known = new StudyIndex(stored);
  const breathe = breathing();
  const studies: TableStudy[] = [];
  for (const row of rows) {
    await breathe();
    const study = studyOfRow(row, known, book, write);
    if (study) studies.push(study);
  }
  const byId = new Map(studies.map((study) => [study.raw['id'] as string, study]));
  for (const row of applicationRows) {
    await breathe();
    const study = studyOfApplication(row, known, byId);
    if (study && !byId.has(study.raw['id'] as string)) studies.push(study);
    if (study) byId.set(study.raw['id'] as string, study);
    // An unknown study does not hide that the specialization is unknown too.
    const code = onlyCode(row.text('specialization'), reading.specializations.find(row.text('specialization')), {
      ...reading,
      note: () => undefined,
      fault: (reason, value, params) => row.fault('specialization', reason, value, params),
    });
    if (study && code !== undefined) addApplication(study, code, row, known.byId.get(study.raw['id'] as string), write);
  }
  return studies.map(({ raw, row, applicationRows: own }) => ({
    raw,
    hasOwnId: row.text('id') === raw['id'],
    placeOf: (path: string) => placeOf(path, raw, row, own),
  }));
}

class StudyIndex {
  readonly byId: ReadonlyMap<string, Study>;
  private readonly byWords = new Map<string, string[]>();

  constructor(stored: readonly Study[]) {
    this.byId = new Map(stored.map((study) => [study.id, study]));
    for (const { id, customer, title } of stored) this.put(customer, title, id);
  }

  /** The studies of this customer and title, stored or earlier in the file. */
  find(customer: string | null, title: string): readonly string[] {
    return this.byWords.get(JSON.stringify([customer, fold(title)])) ?? [];
  }

  put(customer: string | null, title: string, id: string): void {
    const key = JSON.stringify([customer, fold(title)]);
    this.byWords.set(key, [...(this.byWords.get(key) ?? []), id]);
  }
}

function studyOfRow(row: TableRow, known: StudyIndex, book: CustomerBook, write: WriteContext): TableStudy | undefined {
  const given = row.text('id');
  const before = known.byId.get(given);
  if (row.isBlank('customer') && row.isBlank('title') && !leavesBoth(row, before))
    return row.fault(undefined, 'no-customer-and-title', null);
  const customer = customerOf(row, before, book);
  if (customer.faulty && given === '') return undefined;
  const id = given || matched(row, customer.id ?? null, known);
  if (id === undefined) return undefined;
  return { raw: rawStudy(row, id, customer.id, known.byId.get(id), write), row, applicationRows: new Map() };
}

/** A row with an id may leave out both, as a stored study without them is exported, or as a table without the columns. */
function leavesBoth(row: TableRow, stored: Study | undefined): boolean {
  if (!stored) return false;
  const hasColumns = row.cell('customer') !== undefined || row.cell('title') !== undefined;
  return !hasColumns || (stored.customer === null && isBlank(stored.title));
}

/** The customer that the cell means; `undefined` where it leaves the stored one or is at fault. */
function customerOf(row: TableRow, before: Study | undefined, book: CustomerBook): { id?: string | null; faulty?: true } {
  if (!row.cell('customer')) return {};
  const text = row.text('customer');
  if (text === '') return { id: null };
  const found = book.find(text);
  if (before?.customer && found.includes(before.customer)) return { id: before.customer };
  if (found.length === 1) return { id: found[0] as string };
  row.fault('customer', found.length === 0 ? 'unknown-customer' : 'ambiguous-customer', text, { customers: found });
  return { faulty: true };
}

function matched(row: TableRow, customer: string | null, known: StudyIndex): string | undefined {
  const title = row.text('title');
  const found = known.find(customer, title);
  if (found.length > 1) return row.fault('title', 'ambiguous-study', title, { studies: found });
  if (found[0] !== undefined) return found[0];
  const id = newId('s', [customer ?? '', title], (taken) => known.byId.has(taken));
  known.put(customer, title, id);
  return id;
}

function rawStudy(
  row: TableRow,
  id: string,
  customer: string | null | undefined,
  before: Study | undefined,
  write: WriteContext,
): RawRecord {
  const raw: RawRecord = { id, status: before?.status ?? 'draft', visibility: before?.visibility ?? 'private' };
  if (customer !== undefined) raw['customer'] = customer;
  for (const [path, value] of row.values(columns.studies, before, write, ['id', 'customer'])) put(raw, path, value);
  return before ? keepUnits(raw, before) : raw;
}

function put(raw: RawRecord, path: string, value: unknown): void {
  const [first, second] = path.split('.') as [string, string?];
  if (second === undefined) raw[first] = value;
  else raw[first] = { ...(raw[first] as object | undefined), [second]: value };
}

/** A cell of outcomes tells statements only: one that stands as before keeps its value and unit. */
function keepUnits(raw: RawRecord, before: Study): RawRecord {
  const outcomes = raw['outcomes'] as { statement: string }[] | undefined;
  if (outcomes)
    raw['outcomes'] = outcomes.map((outcome) => before.outcomes.find(({ statement }) => statement === outcome.statement) ?? outcome);
  return raw;
}

function studyOfApplication(row: TableRow, known: StudyIndex, inFile: ReadonlyMap<string, TableStudy>): TableStudy | undefined {
  const id = row.text('study');
  const study = inFile.get(id);
  if (study) return study;
  const before = known.byId.get(id);
  if (!before) return row.fault('study', 'unknown-study', id);
  return { raw: { id, status: before.status, visibility: before.visibility }, row, applicationRows: new Map() };
}

function addApplication(study: TableStudy, code: string, row: TableRow, before: Study | undefined, write: WriteContext): void {
  if (study.applicationRows.has(code)) return row.fault('specialization', 'duplicate-application', code);
  study.applicationRows.set(code, row);
  const stored = before?.applications.find(({ specialization }) => specialization === code);
  const asRow = stored && { ...stored, study: study.raw['id'] as string };
  const applications = (study.raw['applications'] ??= []) as Application[];
  const entry = applications.find(({ specialization }) => specialization === code) ?? { specialization: code };
  if (!applications.includes(entry)) applications.push(entry);
  for (const [path, value] of row.values(columns.applications, asRow, write, ['study', 'specialization'])) {
    // A blank relevance takes nothing from the one told beside the specialization in the row of the study.
    if (path === 'relevance' && value === '' && entry.relevance) continue;
    Object.assign(entry, { [path]: value });
  }
}

/** Where a path of the study stands: its own row, or the row of the application. */
function placeOf(path: string, raw: RawRecord, row: TableRow, applicationRows: ReadonlyMap<string, TableRow>) {
  const [, index, rest] = /^applications\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const code = index === undefined ? undefined : (raw['applications'] as Application[] | undefined)?.[Number(index)]?.specialization;
  const own = code === undefined ? undefined : applicationRows.get(code);
  if (own) return own.place(columnOfPath('applications', rest ?? ''));
  return row.table.kind === 'studies' ? row.place(columnOfPath('studies', path)) : row.place('study');
}
