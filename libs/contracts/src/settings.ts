import { z } from 'zod';

const code = z.string().min(1).max(100);
export const target = z.strictObject({
  specialization: code,
  weight: z.number().int().min(1).max(1000).default(1),
  submitOn: z.string().nullable().default(null),
});
/** `GET/PATCH /api/settings` (ETag / If-Match): the partner's own facts. */
export const settings = z.object({
  legalName: z.string(),
  timeZone: z.string(),
  warningDays: z.number().int(),
  heldSpecializations: z.array(code),
  targets: z.array(target),
});
export type Settings = z.infer<typeof settings>;
export const updateSettings = z.strictObject({
  legalName: z.string().max(255).optional(),
  timeZone: z.string().max(100).optional(),
  warningDays: z.number().int().min(0).max(730).optional(),
  heldSpecializations: z.array(code).max(500).optional(),
  targets: z.array(target).max(500).optional(),
});
