import { z } from 'zod';

/** Query of any list. `sort` is a column name, with `-` before it for descending. Unknown filters are refused. */
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
  search: z.string().max(200).optional(),
  sort: z.string().max(60).optional(),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** One page of a list and how many there are in all. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.number().int() });
export interface Page<T> {
  items: T[];
  total: number;
}

/** A filter that takes some of these values, parted by commas. */
export const someOf = (values: readonly string[]) =>
  z
    .string()
    .max(500)
    .superRefine((filter, context) => {
      const isKnown = filter.split(',').every((value) => value.trim() === '' || values.includes(value.trim()));
      if (!isKnown) context.addIssue({ code: 'invalid_value', values: [...values], input: filter });
    })
    .optional()
    .describe(`One or more of ${values.join(', ')}, parted by commas`);

export const dayString = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A calendar day, YYYY-MM-DD');

/** Any day from 2000-01-01 to 2099-12-31; today when absent (rules 1.6). */
export const asOfQuery = z.object({ asOf: z.string().max(40).optional() });
