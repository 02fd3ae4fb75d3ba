import { z } from 'zod';

/** Lists that people keep views of. */
export const viewedList = z.enum(['studies', 'customers', 'alerts']);

/** A way to look at a list: what its address holds, under a name. */
export const savedView = z.object({
  id: z.string(),
  list: viewedList,
  name: z.string(),
  search: z.record(z.string(), z.string()),
});
export type SavedView = z.infer<typeof savedView>;

/** No list has as many filters. */
const mostParts = 30;

/** `POST /api/views` keeps one of the reader's own; the same name on the same list takes the place of the earlier one. `GET` gives all, `DELETE /api/views/:id` takes one out. */
export const saveView = z.strictObject({
  list: viewedList,
  name: z.string().trim().min(1).max(60),
  search: z.record(z.string().min(1).max(60), z.string().max(20_000)).superRefine((search, context) => {
    if (Object.keys(search).length > mostParts)
      context.addIssue({ code: 'too_big', origin: 'array', maximum: mostParts, inclusive: true, input: search });
  }),
});
