import type { ImportAnswer, ImportedRecord } from '@caseboard/contracts';
import type { ImportResult, StoredImport } from './import-rows.service.js';
import { type ImportPlan, openQuestions } from './plan/plan-import.js';
import { columns, type TableKind } from './tables/columns.js';

/** What travels and is kept of very long dry runs; `counts` always has the whole. */
const mostRecords = 2_000;
const mostCharacters = 4_000_000;
const mostFaults = 10_000;
const mostNotes = 2_000;

/** The result of a dry run, as it is kept and shown. */
export function resultOf(plan: ImportPlan, readiness: ImportAnswer['readiness']): ImportResult {
  const { records, questions, faults, notes, tables } = plan;
  const count = (outcome: ImportedRecord['outcome']) => records.filter((record) => record.outcome === outcome).length;
  const asked = openQuestions(plan).length;
  return {
    counts: { created: count('created'), changed: count('changed'), unchanged: count('unchanged'), asked, refused: faults.length },
    records: firstRecords(records),
    questions: [...questions],
    faults: faults.slice(0, mostFaults),
    notes: notes.slice(0, mostNotes),
    tables: tables.map(({ sheet, kind, headingRow, rows, headings }) => ({
      sheet,
      kind,
      headingRow,
      rows,
      headings: headings.map(({ heading, column, sample }) => ({ heading, column, sample })),
    })),
    columns:
      tables.length === 0
        ? []
        : (Object.keys(columns) as TableKind[]).flatMap((kind) => columns[kind].map(({ key }) => ({ kind, column: key }))),
    readiness,
    committable: plan.changes !== null && asked === 0,
    leftOut: [...plan.leftOut],
  };
}

function firstRecords(records: readonly ImportedRecord[]): ImportedRecord[] {
  const first: ImportedRecord[] = [];
  let characters = 0;
  for (const record of records.slice(0, mostRecords)) {
    characters += record.changes.length === 0 ? 200 : JSON.stringify(record).length;
    if (characters > mostCharacters) break;
    first.push(record);
  }
  return first;
}

const nothing: ImportResult = {
  counts: { created: 0, changed: 0, unchanged: 0, asked: 0, refused: 0 },
  records: [],
  questions: [],
  faults: [],
  notes: [],
  tables: [],
  columns: [],
  readiness: [],
  committable: false,
};

/** The answer of every call on an import. */
export function answerOf(stored: StoredImport, undoable: boolean): ImportAnswer {
  const { id, name, state, mode, result, done, total, createdAt, committedAt, by } = stored;
  const found = result ?? nothing;
  return {
    id,
    name,
    state,
    mode,
    progress: done === null || total === null ? null : { done, total },
    ...found,
    committable: found.committable && state === 'dry-run',
    by,
    at: createdAt.toISOString(),
    committedAt: committedAt?.toISOString() ?? null,
    undoable,
  };
}
