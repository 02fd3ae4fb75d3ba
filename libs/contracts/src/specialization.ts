import { figureNames, figureStates, type FigureName } from '@caseboard/domain';
import { z } from 'zod';
import { cellState, finding, readinessStatus, readinessStep, specializationReadiness, wayOut } from './readiness.js';

const count = z.number().int();
export const requirements = z.object({
  studies: count,
  public: count,
  freshnessMonths: count.nullable(),
  services: z.array(z.array(z.string())),
  categories: z.array(z.string()),
  categoryPerStudy: z.boolean(),
  categoriesCovered: count,
  supportServices: z.boolean(),
  diagram: z.boolean(),
  unusedStudies: z.boolean(),
});

/** Where a figure stands: read in AWS's checklist, assumed, confirmed or edited by a manager here, or without a source. */
export const figureState = z.enum(figureStates);
export { figureNames, type FigureName };

/** An entry of the catalog as the portfolio document holds it; the carried keys are kept as they came. */
export const specializationDocument = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  programme: z.string().nullable(),
  requires: requirements,
  lifecycle: z.object({
    newApplicationsUntil: z.string().nullable(),
    endsOn: z.string().nullable(),
    reported: z.record(z.string(), z.unknown()).nullable(),
  }),
  path: z.unknown().optional(),
  provenance: z.unknown().optional(),
  prerequisites: z.unknown().optional(),
  crossEffects: z.unknown().optional(),
  categoriesUnverified: z.unknown().optional(),
  relatedServices: z.unknown().optional(),
  notes: z.unknown().optional(),
});
export type SpecializationDocument = z.infer<typeof specializationDocument>;

/** One row of `GET /api/specializations` (also the detail, with ETag): the entry and where its figures stand. */
export const specializationRow = specializationDocument.extend({
  builtIn: z.boolean().describe('Shipped with the product'),
  edited: z.boolean().describe('A built-in entry that was edited or confirmed here, or replaced by an import'),
  figures: z.record(
    z.string(),
    z.object({
      state: figureState,
      by: z.string().nullable(),
      at: z.string().nullable(),
      shipped: z.unknown().optional().describe('The value the product came with, where it differs'),
    }),
  ),
  assumed: count.describe('Figures that are assumed'),
  target: z.object({ weight: count, submitOn: z.string().nullable() }).nullable(),
  held: z.boolean(),
  linked: count,
});
export type SpecializationRow = z.infer<typeof specializationRow>;
export const specializationSorts = ['position', 'name', 'programme', 'studies', 'assumed', 'linked'] as const;
export const specializationFilters = z.object({
  programme: z.string().max(255).optional(),
  path: z.string().max(100).optional(),
  assumed: z.enum(['yes', 'no']).optional(),
  target: z.enum(['yes', 'no']).optional(),
  held: z.enum(['yes', 'no']).optional(),
  own: z.enum(['yes', 'no']).optional(),
  linked: z.enum(['yes', 'no']).optional(),
  ids: z.string().max(20_000).optional(),
});

/**
 * `PATCH /api/specializations/:code` (If-Match): any keys of an entry; `confirm` names figures that were checked and are
 * right, `lifecycleConfirmed` takes what was only reported into the lifecycle that decides.
 * `POST /api/specializations` makes an own entry; `DELETE` removes an own one, or gives a built-in one its shipped figures back.
 */
export const patchSpecialization = z.looseObject({
  confirm: z.array(z.enum(figureNames)).max(20).optional(),
  lifecycleConfirmed: z.literal(true).optional(),
});

const brief = z.object({
  id: z.string(),
  title: z.string(),
  customerName: z.string().nullable(),
  visibility: z.string(),
  status: z.string(),
  owner: z.string().nullable(),
  deployedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
});

/** `GET /api/readiness/specializations/:code?asOf=`: everything its page shows. */
export const specializationPage = z.object({
  asOf: z.string(),
  entry: specializationRow,
  readiness: specializationReadiness,
  supporting: z.array(brief.extend({ daysLeft: count.nullable(), critical: z.boolean(), category: z.string().nullable() })),
  candidates: z.array(
    brief.extend({
      state: cellState,
      findings: z.array(finding).describe('Gaps only'),
      effort: z.number().nullable(),
      heldBy: z.object({ id: z.string(), title: z.string() }).nullable().describe('The active study of the same legal entity'),
      then: z.object({ status: readinessStatus, readyThrough: z.string().nullable(), supporting: count }).nullable(),
      sideEffects: z.array(z.object({ code: z.string(), name: z.string(), on: z.string() })).describe('Specializations a swap would cost'),
    }),
  ),
  steps: z.array(readinessStep).describe('From 60 days before asOf over the 18 months after it, with nothing changed'),
  withCheapestFix: z.object({ wayOut, steps: z.array(readinessStep) }).nullable(),
  categories: z.array(z.object({ name: z.string(), supporting: count })),
});
export type SpecializationPage = z.infer<typeof specializationPage>;
