import { z } from 'zod';

export const readinessStatus = z.enum(['ready', 'at-risk', 'not-ready']);
export type ReadinessStatus = z.infer<typeof readinessStatus>;

/** One specialization's readiness; the first nine keys are those that `assess` prints. */
export const specializationReadiness = z.object({
  code: z.string(),
  status: readinessStatus,
  appliable: z.boolean(),
  supporting: z.array(z.string()),
  missing: z.object({ studies: z.number().int(), public: z.number().int(), categories: z.number().int() }),
  readyThrough: z.string().nullable().describe('A day, null, or "open"'),
  becomesReadyOn: z.string().nullable(),
  spare: z.number().int(),
  critical: z.array(z.string()),
  name: z.string(),
  programme: z.string().nullable(),
  publicSupporting: z.number().int(),
  categoriesCovered: z.number().int(),
  needs: z.object({ studies: z.number().int(), public: z.number().int(), categories: z.number().int() }),
  target: z.object({ weight: z.number().int(), submitOn: z.string().nullable() }).nullable(),
  held: z.boolean(),
  linked: z.number().int().describe('Studies, not retired, that have an application to it'),
  builtIn: z.boolean(),
  endsOn: z.string().nullable(),
});
export type SpecializationReadiness = z.infer<typeof specializationReadiness>;
export const readinessAnswer = z.object({
  asOf: z.string(),
  knownOn: z.string().nullable().describe('The past day whose data it rests on, as they were at its end; null: those of now'),
  specializations: z.array(specializationReadiness),
});
export type ReadinessAnswer = z.infer<typeof readinessAnswer>;

export const findingOutcome = z.enum(['met', 'unmet', 'unanswered']);
export const finding = z.object({
  code: z.string(),
  kind: z.enum(['blocking', 'advice']),
  outcome: findingOutcome,
  effort: z.number().describe('Points of rules 7.3 to close it; 0 when met or advice').optional(),
  fixable: z.boolean().optional(),
});
export type Finding = z.infer<typeof finding>;

/**
 * How a study stands to a specialization, as the matrix draws it (DESIGN.md, status vocabulary):
 * counts, expires-soon (counts for 90 days or less), blocked, expired, would-count (a draft with nothing missing),
 * would-be-blocked (a draft with gaps), could-support (fits, no application yet), none.
 */
export const cellState = z.enum([
  'counts',
  'expires-soon',
  'blocked',
  'expired',
  'would-count',
  'would-be-blocked',
  'could-support',
  'none',
]);
export type CellState = z.infer<typeof cellState>;
/** One letter for each state in a matrix row, so that 2,000 × 89 cells travel as 2,000 short strings. */
export const cellLetter = {
  counts: 'C',
  'expires-soon': 'S',
  blocked: 'B',
  expired: 'E',
  'would-count': 'W',
  'would-be-blocked': 'D',
  'could-support': '+',
  none: '.',
} as const satisfies Record<CellState, string>;

export const matrixRow = z.object({
  id: z.string(),
  title: z.string(),
  customerId: z.string().nullable(),
  customer: z.string().nullable().describe('Withheld (null) where the reader may not see the name'),
  status: z.enum(['draft', 'active', 'retired']),
  visibility: z.enum(['public', 'anonymous', 'private']),
  owner: z.string().nullable(),
  industry: z.string().nullable(),
  deployedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  cells: z.string().describe('One letter of cellLetter for each of `columns`'),
  gaps: z.string().describe('For each of `columns` the number of blocking gaps as one base-36 digit'),
});
/** `GET /api/readiness/matrix?asOf=`: drafts and active studies against every entry of the catalog, in its order. */
export const matrixAnswer = z.object({ asOf: z.string(), columns: z.array(z.string()), rows: z.array(matrixRow) });
export type MatrixAnswer = z.infer<typeof matrixAnswer>;
export type MatrixRow = z.infer<typeof matrixRow>;

/** `GET /api/readiness/cell?study=&specialization=&asOf=`: the popover of one cell. */
export const cellAnswer = z.object({
  study: z.string(),
  specialization: z.string(),
  asOf: z.string(),
  state: cellState,
  findings: z.array(finding),
  effort: z.number().nullable().describe('null when something cannot be fixed'),
  closing: z
    .object({ status: readinessStatus, readyThrough: z.string().nullable() })
    .nullable()
    .describe('What the specialization becomes with every gap closed (and the draft activated)'),
  cheaper: z.object({ study: z.string(), title: z.string(), customer: z.string().nullable(), effort: z.number() }).nullable(),
});
export type CellAnswer = z.infer<typeof cellAnswer>;

/** A day on which a specialization's status flips, and the studies behind it. */
export const flip = z.object({
  on: z.string(),
  code: z.string(),
  name: z.string(),
  from: readinessStatus,
  to: readinessStatus,
  studies: z.array(z.object({ id: z.string(), title: z.string(), customer: z.string().nullable() })),
  leaves: z.number().int().describe('Supporting studies from that day on'),
  needs: z.number().int(),
  target: z.boolean(),
  held: z.boolean(),
});
export type Flip = z.infer<typeof flip>;
/** `GET /api/readiness/flips?from=&to=`: status changes with nothing changed; default today and 18 months. */
export const flipsAnswer = z.object({ from: z.string(), to: z.string(), flips: z.array(flip) });

/** A step of a chart: from this day on. */
export const readinessStep = z.object({
  from: z.string(),
  supporting: z.number().int(),
  status: readinessStatus,
  lost: z.array(z.object({ id: z.string(), title: z.string(), customer: z.string().nullable() })),
  gained: z.array(z.object({ id: z.string(), title: z.string(), customer: z.string().nullable() })),
});
export type ReadinessStep = z.infer<typeof readinessStep>;

/** The one thing to do about a need; the screen words it and links it. */
export const wayOut = z.object({
  kind: z.enum(['close-gaps', 'activate-draft', 'link', 'correct-url', 'new-study']),
  study: z.string().nullable(),
  title: z.string().nullable(),
  customer: z.string().nullable(),
  gaps: z.number().int(),
  effort: z.number(),
  readyThrough: z.string().nullable().describe('How long it then holds'),
  costs: z
    .array(z.object({ code: z.string(), name: z.string(), on: z.string() }))
    .describe('Specializations that would be lost if it took the place of its legal entity today'),
});
export type WayOut = z.infer<typeof wayOut>;

/** Something that needs the person: a loss behind, a loss ahead, a shortfall before a planned submission, or an own study with gaps. */
export const need = z.object({
  kind: z.enum(['lost', 'will-be-lost', 'short-for-submission', 'own-study-blocked', 'own-study-expires']),
  specialization: z.object({ code: z.string(), name: z.string() }).nullable(),
  on: z.string().nullable(),
  have: z.number().int(),
  needs: z.number().int(),
  causes: z.array(z.object({ id: z.string(), title: z.string(), customer: z.string().nullable() })),
  wayOut: wayOut.nullable(),
});
export type Need = z.infer<typeof need>;

/** `GET /api/home?asOf=` */
export const homeAnswer = z.object({
  asOf: z.string(),
  needs: z.array(need),
  nextDay: z.string().nullable().describe('The next day on which something changes'),
  counts: z
    .object({ ready: z.number().int(), atRisk: z.number().int(), notReady: z.number().int() })
    .describe('Among targets; among linked ones where there is no target'),
  targets: z.array(
    specializationReadiness.extend({
      ahead: z
        .array(z.object({ from: z.string(), status: readinessStatus }))
        .describe('The status at asOf and each it changes to within 12 months with nothing changed'),
    }),
  ),
  losses: z.array(flip),
  changes: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      who: z.string(),
      action: z.string(),
      subject: z.string(),
      subjectId: z.string(),
      title: z.string(),
    }),
  ),
  studies: z.object({ active: z.number().int(), draft: z.number().int(), retired: z.number().int() }),
});
export type HomeAnswer = z.infer<typeof homeAnswer>;

/** Query of every answer at a day; absent: today. Any day of rules 1.6. */
export const atDayQuery = z.strictObject({ asOf: z.string().max(40).optional() });
export type AtDayQuery = z.infer<typeof atDayQuery>;
/** `GET /api/readiness`: `knownOn` asks what was known at the end of a past day; `asOf` is then that day unless said. */
export const readinessQuery = atDayQuery.extend({ knownOn: z.string().max(40).optional() });
export type ReadinessQuery = z.infer<typeof readinessQuery>;
export const cellQuery = z.strictObject({
  study: z.string().max(100),
  specialization: z.string().max(100),
  asOf: z.string().max(40).optional(),
});
export type CellQuery = z.infer<typeof cellQuery>;
/** `to` is not included. */
export const flipsQuery = z.strictObject({ from: z.string().max(40).optional(), to: z.string().max(40).optional() });
export type FlipsQuery = z.infer<typeof flipsQuery>;
export type FlipsAnswer = z.infer<typeof flipsAnswer>;

/** `GET /api/services`: the AWS services that the editor offers, by their official names. */
export const servicesAnswer = z.object({ items: z.array(z.object({ name: z.string(), shortNames: z.array(z.string()) })) });
export type ServicesAnswer = z.infer<typeof servicesAnswer>;
