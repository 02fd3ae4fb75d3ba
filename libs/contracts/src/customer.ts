import { z } from 'zod';
import { someOf } from './page.js';

export const customerKind = z.enum(['legal-entity', 'unit']);
export const relation = z.enum(['external', 'affiliate', 'internal']);

/** A customer exactly as the portfolio document holds it. */
export const customerDocument = z.object({
  id: z.string(),
  legalName: z.string(),
  aliases: z.array(z.string()),
  notNames: z.array(z.string()),
  kind: customerKind,
  partOf: z.string().nullable(),
  country: z.string().nullable(),
  registrations: z.array(z.object({ scheme: z.string(), number: z.string() })),
  relation,
  industry: z.string().nullable(),
});
export type CustomerDocument = z.infer<typeof customerDocument>;

const entity = z.object({ id: z.string(), name: z.string().nullable() });
const heldBy = z.object({ id: z.string(), title: z.string() }).nullable().describe('The study that holds the place of its legal entity');
const counts = z.object({ active: z.number().int(), draft: z.number().int(), retired: z.number().int() });

/**
 * One row of `GET /api/customers`. A reader who may not see the names of anonymous customers does not get the rows of
 * customers whose studies, retired ones aside, are all anonymous; and no anonymous study counts in the others' rows.
 */
export const customerRow = customerDocument
  .pick({ id: true, legalName: true, kind: true, partOf: true, country: true, relation: true, industry: true })
  .extend({
    partOfName: z.string().nullable(),
    legalEntity: entity.nullable().describe('Rules 2.2; null where the chain ends without one'),
    units: z.number().int(),
    studies: counts,
    activeStudy: heldBy,
    updatedAt: z.string(),
  });
export type CustomerRow = z.infer<typeof customerRow>;
export const customerSorts = ['position', 'legalName', 'kind', 'country', 'relation', 'industry', 'studies', 'updatedAt'] as const;
export const customerFilters = z.object({
  kind: someOf(customerKind.options),
  relation: someOf(relation.options),
  country: z.string().max(255).optional(),
  industry: z.string().max(255).optional(),
  entity: z.string().max(100).optional().describe('Only customers of this legal entity'),
  partOf: z.string().max(100).optional().describe('Only the units next below this customer'),
  used: z.enum(['yes', 'no']).optional().describe('Whether an active study holds the place of the entity'),
  ids: z.string().max(20_000).optional(),
});

/** `GET /api/customers/:id` (ETag): the document's customer and what the page needs beside it. */
export const customerDetail = customerDocument.extend({
  partOfName: z.string().nullable(),
  legalEntity: entity.nullable(),
  chain: z.array(entity).describe('Up to the legal entity, itself first'),
  unitsList: z.array(z.object({ id: z.string(), legalName: z.string(), kind: customerKind })),
  studiesList: z
    .array(z.object({ id: z.string(), title: z.string(), status: z.string(), visibility: z.string(), customer: z.string().nullable() }))
    .describe('Of the customer and all below it'),
  activeStudy: heldBy,
  mayEdit: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type CustomerDetail = z.infer<typeof customerDetail>;

/** `GET /api/customers/like?name=&registration=`: who it could be already (rules 2.7), best first. */
export const likeCustomers = z.object({
  candidates: z.array(z.object({ id: z.string(), legalName: z.string(), kind: customerKind, why: z.string() })),
  unitOf: z.object({ id: z.string(), legalName: z.string() }).nullable(),
});
/** `POST /api/customers` (201), `PATCH /api/customers/:id` (If-Match), `DELETE /api/customers/:id` (If-Match; refused while studies or units hang on it). */

/** `POST /api/customers/bulk`: each customer with its own values, all or nothing; the same call with the old values undoes it. */
export const bulkCustomers = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        id: z.string().max(100),
        relation: relation.optional(),
        country: z.string().max(255).nullable().optional(),
        industry: z.string().max(255).nullable().optional(),
      }),
    )
    .min(1)
    .max(500),
});
export const changedCustomers = z.object({ changed: z.number().int() });
