import type { ImportQuestion } from '@caseboard/contracts';
import { fold, type Portfolio, type Specialization } from '@caseboard/domain';
import type { SheetFile } from '../files/table.js';
import type { TableKind, WriteContext } from './columns.js';
import { CustomerBook } from './customer-book.js';
import type { Answers, LikeNames, NewCustomer } from './customer-questions.js';
import { specializationNames } from './specialization-names.js';
import { type Incoming, readCustomers } from './table-customers.js';
import { withFacts } from './question-facts.js';
import { type RowPlace, withoutRows } from './rows-left-out.js';
import { rowsOf, type TableFault, type TableNote, type TableReading, type TableRow } from './table-rows.js';
import { readStudies } from './table-studies.js';
import { type FoundTable, findTables, type Mapping, type TableHead } from './tables.js';
import type { DayOrder } from './typed-day.js';

export interface TableOptions {
  readonly mapping: Mapping;
  readonly dayOrder?: DayOrder;
  readonly answers: Answers;
  readonly stored: Pick<Portfolio, 'customers' | 'studies'>;
  readonly known: readonly Specialization[];
  readonly knowsService: (name: string) => boolean;
  readonly like: (fresh: readonly NewCustomer[]) => Promise<LikeNames>;
  /** Cells that a person mended; `column` is a heading or a key. */
  readonly mended: readonly { readonly sheet: string; readonly row: number; readonly column: string; readonly value: string }[];
  readonly leaveOut: readonly RowPlace[];
}

/** A table that was read, with the number of its rows. */
export interface ReadTable extends TableHead {
  readonly rows: number;
}

export interface TableDocument {
  readonly tables: readonly ReadTable[];
  readonly customers: readonly Incoming[];
  readonly studies: readonly Incoming[];
  readonly questions: readonly ImportQuestion[];
  readonly faults: readonly TableFault[];
  readonly notes: readonly TableNote[];
  readonly leftOut: readonly RowPlace[];
}

/** Turns the tables of a file into records of the portfolio document, each knowing the cells that it came from. */
export async function readTables(file: SheetFile, options: TableOptions): Promise<TableDocument> {
  const found = findTables(file, options.mapping);
  const mended = found.tables.map((table) => mend(table, options.mended));
  const storedNames = new Set(options.stored.customers.flatMap(({ id, legalName }) => [fold(id), fold(legalName)]));
  for (const { id } of options.stored.studies) storedNames.add(fold(id));
  const { tables, leftOut } = withoutRows(mended, options.leaveOut, (name) => storedNames.has(name));
  const reading: TableReading = { faults: [], notes: notesOf(file, tables, found.leftOut), ...reads(options) };
  for (const { sheet, headingRow } of tables) {
    if (headingRow === 0) reading.faults.push({ place: { sheet, row: 1, path: `${sheet}!1` }, value: null, reason: 'no-heading-row' });
  }
  const rows = (kind: TableKind): TableRow[] => tables.filter((table) => table.kind === kind).flatMap((table) => rowsOf(table, reading));
  const book = new CustomerBook(options.stored.customers);
  const write: WriteContext = { language: 'en', customerName: (id) => book.nameOf(id) };
  const stored = new Map(options.stored.customers.map((customer) => [customer.id, customer]));
  const [customerRows, studyRows, applicationRows] = [rows('customers'), rows('studies'), rows('applications')];
  const read = await readCustomers(customerRows, studyRows, stored, book, options.like, options.answers, write);
  const { customers, questions, customerOf } = read;
  const studies = await readStudies(studyRows, applicationRows, options.stored.studies, book, reading, write);
  const asked = withFacts(questions, customerOf, book, studyRows, options.stored.studies);
  for (const row of [...customerRows, ...studyRows, ...applicationRows]) row.forgetCells();
  return {
    tables: tables.map((table) => ({ ...table, rows: table.rows.length })),
    customers,
    studies,
    questions: asked,
    faults: reading.faults,
    notes: reading.notes,
    leftOut,
  };
}

function reads({ dayOrder, known, knowsService }: TableOptions): Pick<TableReading, 'dayOrder' | 'specializations' | 'knowsService'> {
  return { ...(dayOrder && { dayOrder }), specializations: specializationNames(known), knowsService };
}

function notesOf({ hidden }: SheetFile, tables: readonly FoundTable[], leftOut: readonly string[]): TableNote[] {
  return [
    ...hidden.map((sheet) => ({ code: 'hidden-sheet' as const, where: sheet, value: sheet })),
    ...leftOut.map((sheet) => ({ code: 'sheet-left-out' as const, where: sheet, value: sheet })),
    ...tables.flatMap(({ sheet, headings }) =>
      headings
        .filter(({ column }) => column === null)
        .map(({ heading }) => ({ code: 'unknown-column' as const, where: sheet, value: heading })),
    ),
  ];
}

function mend(table: FoundTable, mended: TableOptions['mended']): FoundTable {
  const own = mended.filter(({ sheet }) => sheet === table.sheet);
  if (own.length === 0) return table;
  const rows = table.rows.map((row) => {
    const cells = [...row.cells];
    for (const { column, value } of own.filter(({ row: number }) => number === row.number)) {
      const place = table.places.get(column) ?? table.headings.find(({ heading }) => heading === column)?.place;
      if (place !== undefined) cells[place] = { text: value };
    }
    return { ...row, cells };
  });
  return { ...table, rows };
}
