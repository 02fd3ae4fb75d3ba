import { createHash } from 'node:crypto';
import type { ImportQuestion } from '@caseboard/contracts';
import { indexServices, knownSpecializations, type Portfolio } from '@caseboard/domain';
import { awsServices } from '@caseboard/domain/catalog/aws-services';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import type { ImportOptions } from '../import-rows.service.js';
import type { Remembered } from '../remembered.service.js';
import type { TableNote } from '../tables/table-rows.js';
import { type ReadTable, readTables, type TableDocument } from '../tables/table-document.js';
import type { RowPlace } from '../tables/rows-left-out.js';
import type { Mapping } from '../tables/tables.js';
import { broughtByDocument, broughtByTables } from './brought.js';
import type { ImportFile } from './import-file.js';
import { likeNames } from './like-names.js';
import { makePlan, type Plan } from './plan.js';

export interface ImportPlan extends Plan {
  readonly questions: readonly ImportQuestion[];
  readonly notes: readonly TableNote[];
  readonly tables: readonly ReadTable[];
  readonly leftOut: readonly RowPlace[];
}

const services = indexServices(awsServices);

/**
 * What a file would do to the portfolio, `stored.specializations` being its own entries. Documents name everything by
 * id and ask nothing; tables ask who a new name is before it is created.
 */
export function planImport(file: ImportFile, options: ImportOptions, remembered: Remembered, stored: Portfolio): Promise<ImportPlan> {
  if (file.kind !== 'tables') return planOfDocument(file, stored);
  const read = readTables(file.file, {
    mapping: mappingOf(options, remembered),
    ...(options.dayOrder && { dayOrder: options.dayOrder }),
    answers: (question) => {
      const given = options.answers?.[question];
      const before = remembered.answers.get(question);
      if (given !== undefined) return { answer: given, remembered: given === before };
      return before === undefined ? undefined : { answer: before, remembered: true };
    },
    stored,
    known: knownSpecializations(builtInSpecializations, stored.specializations),
    knowsService: (name) => services.knows(name),
    like: (fresh) => likeNames(stored.customers, fresh),
    mended: options.cells ?? [],
    leaveOut: options.leaveOut ?? [],
  });
  // Not awaited here: a function that waits keeps what it was given, and the cells of a large file are to go.
  return read.then((tables) => planOfTables(tables, stored));
}

async function planOfDocument(file: Exclude<ImportFile, { kind: 'tables' }>, stored: Portfolio): Promise<ImportPlan> {
  const brought =
    file.kind === 'document' ? broughtByDocument(file.document ?? null) : { ...broughtByDocument(undefined), faults: [{ ...file.fault }] };
  return { ...(await makePlan(brought, stored, builtInSpecializations)), questions: [], notes: [], tables: [], leftOut: [] };
}

async function planOfTables(read: TableDocument, stored: Portfolio): Promise<ImportPlan> {
  const { tables, questions, notes, leftOut } = read;
  const plan = await makePlan(broughtByTables(read), stored, builtInSpecializations);
  const sheets = tables.map(({ sheet }) => sheet);
  const faults = plan.faults.toSorted(
    (a, b) => sheets.indexOf(a.sheet ?? '') - sheets.indexOf(b.sheet ?? '') || (a.row ?? 0) - (b.row ?? 0),
  );
  return { ...plan, faults, questions, notes, tables, leftOut };
}

/** What this import says of a heading goes before what is remembered; `''` leaves a column out. */
export function mappingOf({ mapping }: ImportOptions, remembered: Remembered): Mapping {
  return (kind, sheet, heading) => {
    const own = mapping?.[sheet];
    const said = own && Object.entries(own).find(([key]) => key.trim() === heading.trim())?.[1];
    return said ?? remembered.meaning(kind, heading);
  };
}

export function openQuestions({ questions }: Pick<ImportPlan, 'questions'>): readonly ImportQuestion[] {
  return questions.filter(({ answer }) => answer === null);
}

/** Stands for everything that a dry run showed: a commit that would do otherwise is not the one that was agreed to. */
export function fingerprintOf({ records, questions, faults }: ImportPlan): string {
  const hash = createHash('sha256');
  for (const { kind, id, title, outcome, changes } of records) hash.update(JSON.stringify([kind, id, title, outcome, changes]));
  const asked = questions.map(({ id, choices, answer }) => [id, choices, answer]);
  return hash.update(JSON.stringify([asked, faults])).digest('hex');
}
