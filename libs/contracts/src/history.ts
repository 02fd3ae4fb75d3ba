import { z } from 'zod';
import { someOf } from './page.js';

export const changeSubject = z.enum(['study', 'customer', 'specialization', 'settings', 'person', 'import']);

/** What the history calls a change of the portfolio; changes of people have actions of their own. */
export const portfolioActions = [
  'create',
  'edit',
  'remove',
  'activate',
  'retire',
  'draft',
  'confirm',
  'reset',
  'import',
  'undo-import',
  'demo',
  'clear-demo',
] as const;
export type PortfolioAction = (typeof portfolioActions)[number];

/** One recorded change. `before` and `after` hold only the keys that differ; null stands for "was not there". */
export const change = z.object({
  id: z.string(),
  at: z.string(),
  who: z.string().nullable().describe("The person's address; null for the product itself"),
  whoName: z.string().nullable(),
  action: z.string(),
  subject: changeSubject,
  subjectId: z.string(),
  title: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type Change = z.infer<typeof change>;
/** Filters of `GET /api/history`, newest first. */
export const historyFilters = z.object({
  subject: someOf(changeSubject.options),
  subjectId: z.string().max(255).optional(),
  who: z.string().max(255).optional(),
  since: z.string().max(40).optional(),
});
