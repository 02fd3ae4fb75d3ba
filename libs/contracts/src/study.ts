import { z } from 'zod';
import { someOf } from './page.js';
import { cellState, finding, readinessStatus } from './readiness.js';

export const studyStatus = z.enum(['draft', 'active', 'retired']);
export const visibility = z.enum(['public', 'anonymous', 'private']);
const format = z.enum(['case-study', 'white-paper', 'video', 'blog-post']);
const stage = z.enum(['production', 'pilot', 'proof-of-concept']);
const nullableDay = z.string().nullable();

/** A study exactly as the portfolio document holds it: the same keys, the same values, complete. */
export const studyDocument = z.object({
  id: z.string(),
  customer: z.string().nullable(),
  status: studyStatus,
  title: z.string(),
  summary: z.string(),
  visibility,
  format: format.nullable(),
  url: z.string(),
  urlState: z.enum(['ok', 'broken']).nullable(),
  anonymousDescription: z.string(),
  stage: stage.nullable(),
  startedOn: nullableDay,
  deployedOn: nullableDay,
  endedOn: nullableDay,
  offeredExternally: z.boolean().nullable(),
  sections: z.object({
    aboutCustomer: z.array(z.string()),
    challenge: z.array(z.string()),
    solution: z.array(z.string()),
    results: z.array(z.string()),
    aboutPartner: z.array(z.string()),
  }),
  services: z.array(z.object({ name: z.string(), usage: z.string() })),
  outcomes: z.array(z.object({ statement: z.string(), value: z.number().nullable(), unit: z.string().nullable() })),
  support: z.object({ before: z.string(), during: z.string(), after: z.string() }),
  diagrams: z.number().int(),
  consent: z.object({ state: z.enum(['asked', 'granted', 'refused', 'withdrawn']).nullable(), until: nullableDay }),
  applications: z.array(
    z.object({
      specialization: z.string(),
      relevance: z.string(),
      category: z.string().nullable(),
      history: z.array(z.object({ state: z.enum(['submitted', 'accepted', 'declined']), on: z.string() })),
    }),
  ),
  owner: z.string().nullable(),
});
export type StudyDocument = z.infer<typeof studyDocument>;

/**
 * `GET /api/studies/:id` (ETag): the document's study and what the page needs beside it. `customerName` is null where
 * the reader may not see it, and `customer` is then null too.
 */
export const studyDetail = studyDocument.extend({
  customerName: z.string().nullable(),
  customerWithheld: z.boolean(),
  expiresOn: z.string().nullable(),
  mayEdit: z.boolean(),
  mayActivate: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type StudyDetail = z.infer<typeof studyDetail>;

/** One row of `GET /api/studies`. `supports` and `blocked` count its applications as of `asOf` (today). */
export const studyRow = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  customer: z.string().nullable(),
  customerName: z.string().nullable(),
  customerWithheld: z.boolean(),
  status: studyStatus,
  visibility,
  format: studyDocument.shape.format,
  stage: studyDocument.shape.stage,
  deployedOn: nullableDay,
  expiresOn: nullableDay,
  owner: z.string().nullable(),
  industry: z.string().nullable(),
  services: z.array(z.string()),
  specializations: z.array(z.string()).describe('Codes of its applications'),
  supports: z.number().int(),
  blocked: z.number().int(),
  updatedAt: z.string(),
});
export type StudyRow = z.infer<typeof studyRow>;
/** `attention`: active, then drafts, then retired; within each the soonest expiry first. */
export const studySorts = [
  'position',
  'attention',
  'title',
  'customer',
  'status',
  'visibility',
  'deployedOn',
  'expiresOn',
  'owner',
  'updatedAt',
] as const;

/** Filters of `GET /api/studies`; those that may hold several values part them by commas. */
export const studyFilters = z.object({
  status: someOf(studyStatus.options),
  visibility: someOf(visibility.options),
  stage: someOf([...stage.options, 'none']),
  format: someOf([...format.options, 'none']),
  customer: z.string().max(100).optional(),
  owner: z.string().max(255).optional().describe('An address, `me`, or `none`'),
  specialization: z.string().max(100).optional(),
  supports: z.string().max(100).optional().describe('A specialization that the study supports at `asOf`'),
  blocked: z.string().max(100).optional().describe('A specialization it has an application to without supporting it at `asOf`'),
  industry: z.string().max(255).optional(),
  service: z.string().max(255).optional(),
  expires: z.string().max(50).optional().describe('`from..to` days, half open; either may be left out; `expired` for before `asOf`'),
  ids: z.string().max(20_000).optional().describe('Just these, parted by commas'),
  asOf: z.string().max(40).optional(),
});

/** `POST /api/studies`: any keys of a study; `id` may be given, `status` is `draft` or absent. Answers 201 and the detail. */
/** `PATCH /api/studies/:id` (If-Match): absent keys stay; a list that is given replaces the stored one; an application that leaves out `history` keeps its own. */
/** `POST /api/studies/:id/activate` (If-Match honoured when sent). `replace` names the study that gives up the place. */
export const activateStudy = z.strictObject({ replace: z.string().max(100).optional() });
/** Answer of activate: the study, and the one retired for it. */
export const activatedStudy = z.object({ study: studyDetail, retired: z.string().nullable() });

/** `GET /api/studies/:id/activation?asOf=`: who holds the place, and what a swap changes for every specialization. */
export const activationPreview = z.object({
  holder: z.object({ id: z.string(), title: z.string(), customerName: z.string().nullable() }).nullable(),
  legalEntity: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  changes: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      target: z.boolean(),
      before: z.object({ status: readinessStatus, supporting: z.number().int(), readyThrough: z.string().nullable() }),
      after: z.object({ status: readinessStatus, supporting: z.number().int(), readyThrough: z.string().nullable() }),
      needs: z.number().int(),
    }),
  ),
});
export type ActivationPreview = z.infer<typeof activationPreview>;

/** A place where the customer's name stands in published text: offsets are UTF-16 units of the field as it is stored. */
export const namePlace = z.object({
  path: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  name: z.string(),
});

const standing = z.object({
  code: z.string(),
  name: z.string(),
  programme: z.string().nullable(),
  target: z.boolean(),
  state: cellState,
  supports: z.boolean(),
  expiresOn: z.string().nullable(),
  findings: z.array(finding),
  gaps: z.number().int().describe('Blocking findings not met'),
  effort: z.number().nullable(),
  readiness: z.object({
    status: readinessStatus,
    supporting: z.number().int(),
    needs: z.number().int(),
    readyThrough: z.string().nullable(),
  }),
  closing: z.object({ status: readinessStatus, supporting: z.number().int(), readyThrough: z.string().nullable() }).nullable(),
});
export type Standing = z.infer<typeof standing>;

/**
 * `GET /api/studies/:id/standing?asOf=`, and `POST /api/studies/preview` with `{ id?, study, asOf? }` for a text still
 * being written: how the study stands to each specialization it is linked to, and to those it could support.
 */
export const studyStanding = z.object({
  asOf: z.string(),
  expiresOn: z.string().nullable(),
  general: z.array(finding).describe('The findings that no specialization changes, in the order of rules 4'),
  linked: z.array(standing),
  could: z.array(standing),
  names: z.object({
    places: z.array(namePlace),
    sought: z.array(z.string()).describe('The names that are looked for; empty where the reader may not see them'),
    unsought: z.array(z.string()).describe('Names too short to look for: a person must check'),
  }),
  services: z.array(
    z.object({
      name: z.string(),
      known: z.string().nullable().describe('Official name, or null when the catalog does not know it'),
    }),
  ),
});
export type StudyStanding = z.infer<typeof studyStanding>;
export const previewStudy = z.strictObject({
  id: z.string().max(100).optional(),
  study: z.record(z.string(), z.unknown()),
  asOf: z.string().max(40).optional(),
});

/** `POST /api/studies/bulk` `{ ids, action }`: all or nothing; answers `{ changed }` and can be undone with the same call. */
export const bulkStudies = z.strictObject({
  ids: z.array(z.string().max(100)).min(1).max(500),
  action: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set-owner'), owner: z.string().max(255).nullable() }),
    z.strictObject({ kind: z.literal('set-visibility'), visibility }),
    z.strictObject({ kind: z.literal('activate') }),
    z.strictObject({ kind: z.literal('retire') }),
    z.strictObject({ kind: z.literal('draft') }),
  ]),
});
export const changedStudies = z.object({ changed: z.number().int() });
