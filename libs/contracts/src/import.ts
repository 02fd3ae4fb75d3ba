import { z } from 'zod';
import { pageQuery } from './page.js';
import { fieldFault } from './problem.js';

/** Query of `POST /api/imports`; the body is the file (JSON, CSV or XLSX by its content type). */
export const importQuery = z.strictObject({
  mode: z.enum(['dry-run', 'commit']),
  dayOrder: z.enum(['day-first', 'month-first']).optional().describe('How an ambiguous 03/04/2025 is meant'),
  answers: z.string().max(100_000).optional().describe('JSON: { "<question id>": "<answer>" }'),
  mapping: z.string().max(100_000).optional().describe('JSON: { "<sheet>": { "<heading>": "<column>" } }'),
  name: z.string().max(255).optional().describe("The file's name, shown in the list of imports"),
});

/** Query of `GET /api/imports`, newest first. */
export const importList = z.strictObject(pageQuery.pick({ page: true, size: true }).shape);

const language = z.enum(['en', 'zh']).optional().describe("Of headings and words; the person's own when absent");
/** Query of `GET /api/portfolio`: the document, a workbook of three sheets, or a CSV of the studies. */
export const exportQuery = z.strictObject({ format: z.enum(['json', 'xlsx', 'csv']).optional(), language });
/** Query of `GET /api/imports/template`. */
export const templateQuery = z.strictObject({ format: z.enum(['xlsx', 'csv']).optional(), language });

const count = z.number().int();
const change = z.object({ path: z.string(), before: z.unknown(), after: z.unknown() });
export const importedRecord = z.object({
  kind: z.enum(['customer', 'study', 'specialization', 'partner']),
  id: z.string(),
  title: z.string(),
  where: z.string().nullable().describe('Sheet and row, or the path in the document'),
  outcome: z.enum(['created', 'changed', 'unchanged']),
  changes: z.array(change).describe('Field by field; empty for created and unchanged'),
});
export type ImportedRecord = z.infer<typeof importedRecord>;

/** A fault of a table carries its sheet, row (as the spreadsheet counts) and column beside the path. */
export const importFault = fieldFault.extend({ sheet: z.string().optional(), row: count.optional(), column: z.string().optional() });
export type ImportFault = z.infer<typeof importFault>;

/** What helps to tell two customers apart. */
const customerFacts = z.object({
  country: z.string().nullable(),
  industry: z.string().nullable(),
  registrations: z.array(z.object({ scheme: z.string(), number: z.string() })),
  studies: count.describe('Stored ones'),
  studiesInFile: count,
});

/** A question asked before anything is created: same customer or another; a unit of it or an entity of its own. */
export const importQuestion = z.object({
  id: z.string(),
  kind: z.enum(['same-customer', 'unit-of']),
  name: z.string().describe('As the file writes it'),
  where: z.array(z.string()),
  facts: customerFacts.optional(),
  candidates: z.array(
    z.object({ id: z.string(), legalName: z.string(), inFile: z.boolean(), why: z.string(), facts: customerFacts.optional() }),
  ),
  choices: z.array(z.string()).describe('`same:<id>`, `another`, `unit:<id>`, `entity`'),
  answer: z.string().nullable(),
  remembered: z.boolean().describe('Answered the same way in an earlier import'),
});
export type ImportQuestion = z.infer<typeof importQuestion>;

export const importState = z.enum(['dry-run', 'committing', 'committed', 'undone', 'failed']);
export const importTable = z.object({
  sheet: z.string(),
  kind: z.enum(['customers', 'studies', 'applications']),
  headingRow: count,
  rows: count,
  headings: z.array(z.object({ heading: z.string(), column: z.string().nullable(), sample: z.string() })),
});

/** `GET /api/imports/:id`, and the answer of every call on an import. */
export const importAnswer = z.object({
  id: z.string(),
  name: z.string(),
  state: importState,
  mode: z.enum(['dry-run', 'commit']),
  progress: z.object({ done: count, total: count }).nullable(),
  counts: z.object({ created: count, changed: count, unchanged: count, asked: count, refused: count }),
  records: z.array(importedRecord).describe('Created and changed ones first; at most 2,000 travel, `counts` has the whole'),
  questions: z.array(importQuestion),
  faults: z.array(importFault),
  notes: z.array(
    z.object({
      code: z.enum(['hidden-sheet', 'sheet-left-out', 'unknown-column', 'unknown-service', 'value-read']),
      where: z.string(),
      value: z.unknown(),
    }),
  ),
  tables: z.array(importTable),
  columns: z
    .array(z.object({ kind: z.enum(['customers', 'studies', 'applications']), column: z.string() }))
    .describe('What a heading can be matched to'),
  readiness: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        before: z.string(),
        after: z.string(),
        supportingBefore: count,
        supportingAfter: count,
        publicBefore: count.optional(),
        publicAfter: count.optional(),
        needs: count.optional().describe('Studies that it asks for'),
        needsPublic: count.optional(),
        target: z.boolean().optional(),
      }),
    )
    .describe('What committing does to readiness today'),
  committable: z.boolean(),
  leftOut: z
    .array(z.object({ sheet: z.string(), row: count }))
    .optional()
    .describe('Rows that a person left out, and those that lean on them'),
  by: z.string(),
  at: z.string(),
  committedAt: z.string().nullable(),
  undoable: z.boolean(),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

export const importRow = importAnswer.pick({
  id: true,
  name: true,
  state: true,
  counts: true,
  by: true,
  at: true,
  committedAt: true,
  undoable: true,
});
export type ImportRow = z.infer<typeof importRow>;

/** `PATCH /api/imports/:id`: answers, matched headings, the order of days, cells mended on the spot; answers a new dry run. */
export const updateImport = z.strictObject({
  answers: z.record(z.string(), z.string()).optional(),
  mapping: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  dayOrder: z.enum(['day-first', 'month-first']).optional(),
  leaveOut: z
    .array(z.strictObject({ sheet: z.string().max(255), row: count }))
    .max(100_000)
    .optional()
    .describe('Rows of tables to leave out, all of them each time; none brings them back'),
  cells: z
    .array(z.strictObject({ sheet: z.string().max(255), row: count, column: z.string().max(255), value: z.string().max(20_000) }))
    .max(5_000)
    .optional(),
});

/**
 * What `GET /api/studies/export`, `/api/customers/export` and `/api/specializations/export` take beside the list's own
 * search, sort and filters; `columns` are keys parted by commas.
 */
export const listExport = z.strictObject({
  format: z.enum(['csv', 'xlsx']).optional(),
  columns: z.string().max(1_000).optional(),
  language,
});
