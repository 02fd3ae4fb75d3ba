import { fold } from '@caseboard/domain';
import type { Row } from '../files/table.js';
import type { TableKind } from './columns.js';
import type { FoundTable } from './tables.js';

/** A row of the file, as the spreadsheet counts. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

export interface RowsKept {
  readonly tables: readonly FoundTable[];
  readonly leftOut: readonly RowPlace[];
}

/**
 * Takes out the rows that a person left out, and with them the rows that lean on them: units and studies of a customer
 * left out, applications of a study left out. Otherwise its mere name would bring the customer in after all.
 */
export function withoutRows(tables: readonly FoundTable[], asked: readonly RowPlace[], isStored: (name: string) => boolean): RowsKept {
  if (asked.length === 0) return { tables, leftOut: [] };
  const out = new Set(asked.map(keyOf));
  const gone = { customers: new Set<string>(), studies: new Set<string>() };
  const isOut = ({ sheet }: FoundTable, { number }: Row) => out.has(keyOf({ sheet, row: number }));
  const leaveOut = (kind: TableKind, leans: (text: (column: string) => string) => boolean) => {
    for (const table of tables.filter((each) => each.kind === kind))
      for (const row of table.rows)
        if (leans((column) => textOf(table, row, column))) out.add(keyOf({ sheet: table.sheet, row: row.number }));
  };
  const note = (kind: 'customers' | 'studies', columns: readonly string[]) => {
    for (const table of tables.filter((each) => each.kind === kind)) {
      const names = (row: Row) => columns.map((column) => textOf(table, row, column)).filter((name) => name !== '' && !isStored(name));
      for (const row of table.rows) if (isOut(table, row)) for (const name of names(row)) gone[kind].add(name);
    }
  };
  let before = -1;
  while (before !== gone.customers.size) {
    before = gone.customers.size;
    note('customers', ['id', 'legalName']);
    leaveOut('customers', (text) => gone.customers.has(text('partOf')));
  }
  leaveOut('studies', (text) => gone.customers.has(text('customer')));
  note('studies', ['id']);
  leaveOut('applications', (text) => gone.studies.has(text('study')));
  return {
    tables: tables.map((table) => ({ ...table, rows: table.rows.filter((row) => !isOut(table, row)) })),
    leftOut: tables.flatMap((table) =>
      table.rows.filter((row) => isOut(table, row)).map(({ number }) => ({ sheet: table.sheet, row: number })),
    ),
  };
}

function textOf({ places }: FoundTable, { cells }: Row, column: string): string {
  const place = places.get(column);
  return place === undefined ? '' : fold(cells[place]?.text.trim() ?? '');
}

const keyOf = ({ sheet, row }: RowPlace) => `${row} ${sheet}`;
