import { partnerClasses, practiceCategories, strategies, type Report } from '@caseboard/domain';
import { z } from 'zod';
import { dayString } from './page.js';

export const reportLanguages = ['en', 'zh'] as const;

/** What a reader may call whom; made for each reader, so that no withheld name travels. */
export const reportLabels = z.object({
  studies: z.record(z.string(), z.object({ label: z.string(), withheld: z.boolean() })).describe('By id of the study'),
  people: z.record(z.string(), z.string()).describe('Names by address'),
});
export type ReportLabels = z.infer<typeof reportLabels>;

/** The one page, as data: ids, codes and days, which `libs/wording` makes sentences of. */
const reportBody = z.looseObject({}).describe('`Report` of libs/domain/src/report/report.ts') as unknown as z.ZodType<Report>;

export const reportStates = ['making', 'issued', 'failed'] as const;

/** The row of `GET /api/reports`: reports as they were issued, newest first. */
export const reportRow = z.object({
  number: z.number().int(),
  from: dayString,
  to: dayString,
  state: z.enum(reportStates),
  progress: z.number().describe('From 0 to 1'),
  requestedAt: z.string(),
  issuedAt: z.string().nullable(),
  issuedBy: z.string().nullable().describe('A name; null: on schedule'),
  hash: z.string().nullable().describe('SHA-256 of everything the numbers rest on'),
  error: z.string().nullable(),
});
export type ReportRow = z.infer<typeof reportRow>;

/** `GET /api/reports/:number`; `GET /api/reports/draft?from=&to=` makes one that is not kept (`number` 0, nothing issued). */
export const reportView = reportRow.extend({ report: reportBody.nullable(), labels: reportLabels });
export type ReportView = z.infer<typeof reportView>;

/** `POST /api/reports` issues one: made by a job, so the answer is a row in the state `making`. Without days: since the last one, to today. */
export const issueReport = z.strictObject({ from: dayString.optional(), to: dayString.optional() });

export const reportFormats = ['pdf', 'xlsx', 'pptx'] as const;
/** `GET /api/reports/:number/file`: the same numbers as a file. */
export const reportFileQuery = z.strictObject({
  format: z.enum(reportFormats),
  language: z.enum(reportLanguages).default('en'),
  paper: z.enum(['a4', 'letter']).default('a4'),
});
export type ReportFileQuery = z.infer<typeof reportFileQuery>;

/** `POST /api/reports/:number/reproduce` makes it again from the record of changes. */
export const reproduced = z.object({ same: z.boolean(), hash: z.string() });

/** A read-only page for someone without an account: `GET/POST /api/reports/:number/links`, `DELETE /api/reports/:number/links/:id`. */
export const reportLink = z.object({
  id: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  expiresOn: dayString,
  includesNames: z.boolean(),
  language: z.enum(reportLanguages),
  revokedAt: z.string().nullable(),
  opened: z.number().int(),
  lastOpenedAt: z.string().nullable(),
});
export type ReportLink = z.infer<typeof reportLink>;
export const createReportLink = z.strictObject({
  expiresOn: dayString,
  includeNames: z.boolean().default(false),
  language: z.enum(reportLanguages).default('en'),
});
/** The only answer that holds the address: `/r/<secret>`, read by `GET /api/shared-reports/:secret` and its `/file`. */
export const createdReportLink = reportLink.extend({ url: z.string() });
export const sharedReport = z.object({ language: z.enum(reportLanguages), expiresOn: dayString, view: reportView });
export type SharedReport = z.infer<typeof sharedReport>;

const strategy = z.strictObject({
  state: z.enum(['not-started', 'under-way', 'done']),
  owner: z.string().max(255),
  note: z.string().max(2000),
});
export const valueFacts = z.strictObject({
  awsRevenue: z.strictObject({ amount: z.number().min(0).max(1e12), currency: z.string().regex(/^[A-Z]{3}$/) }).nullable(),
  activeCategories: z.array(z.enum(practiceCategories)).max(practiceCategories.length),
  classByHand: z.enum(partnerClasses).nullable(),
  inChina: z.boolean(),
  strategies: z.strictObject(
    Object.fromEntries(strategies.map((name) => [name, strategy])) as Record<(typeof strategies)[number], typeof strategy>,
  ),
});

export const cadences = ['never', 'monthly', 'quarterly'] as const;
/** `GET/PATCH /api/settings/report` (ETag / If-Match). The report goes out on the first morning of the month or quarter, and a day before each board. */
export const reportSettings = z.object({
  cadence: z.enum(cadences),
  boardDays: z.array(dayString),
  readers: z.array(z.string()).describe('Addresses of people, each mailed in their language'),
  value: valueFacts,
  nextOn: dayString.nullable().describe('The next day on which one is issued by itself'),
});
export type ReportSettings = z.infer<typeof reportSettings>;
export const updateReportSettings = z.strictObject({
  cadence: z.enum(cadences).optional(),
  boardDays: z.array(dayString).max(50).optional(),
  readers: z.array(z.string().max(255)).max(200).optional(),
  value: valueFacts.optional(),
});
