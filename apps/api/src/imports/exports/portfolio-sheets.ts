import type { Customer, Study } from '@caseboard/domain';
import type { Language } from '@caseboard/wording';
import { type ApplicationRow, type Column, columns, sheetNames, type TableKind, type WriteContext } from '../tables/columns.js';
import { CustomerBook } from '../tables/customer-book.js';
import type { OutSheet } from '../../platform/sheets/sheet-writer.js';

/** The portfolio as the tables that the import takes, headings and words in one language; without records, a template. */
export function portfolioSheets(
  customers: readonly Customer[],
  studies: readonly Study[],
  language: Language,
): { readonly [K in TableKind]: OutSheet } {
  const book = new CustomerBook(customers);
  const context: WriteContext = { language, customerName: (id) => book.nameOf(id) };
  return {
    customers: sheetOf('customers', columns.customers, customers, context),
    studies: sheetOf('studies', columns.studies, studies, context),
    applications: sheetOf('applications', columns.applications, studies.flatMap(applicationsOf), context),
  };
}

function sheetOf<R>(kind: TableKind, list: readonly Column<R>[], records: readonly R[], context: WriteContext): OutSheet {
  return {
    name: sheetNames[kind][context.language][0] as string,
    headings: list.map((column) => column[context.language]),
    shapes: list.map(({ shape }) => shape),
    rows: rowsOf(list, records, context),
  };
}

function* rowsOf<R>(list: readonly Column<R>[], records: readonly R[], context: WriteContext): Iterable<string[]> {
  for (const record of records) yield list.map((column) => column.write(record, context));
}

function applicationsOf({ id, applications }: Study): ApplicationRow[] {
  return applications.map(({ specialization, relevance, category }) => ({ study: id, specialization, relevance, category }));
}
