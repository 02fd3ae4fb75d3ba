import { z } from 'zod';
import { alertKind } from './alert.js';
import { dayString } from './page.js';

/**
 * What one person wants to be told. `mail` false: only in the product. `earliest`: steps of more days before are not for
 * me. `losses`: for managers, the mail on losses of readiness at once.
 */
export const notificationRules = z.strictObject({
  mail: z.boolean(),
  kinds: z.array(alertKind).max(5),
  earliest: z.number().int().min(0).max(730),
  losses: z.boolean(),
});
export type NotificationRules = z.infer<typeof notificationRules>;

/** `GET /api/notifications`, `PUT /api/notifications` with `{ rules }`; null follows the team's default. */
export const myNotifications = z.object({
  rules: notificationRules.nullable(),
  teamDefault: notificationRules,
  ladder: z.array(z.number().int()),
  bounced: z.object({ at: z.string(), error: z.string() }).nullable(),
});
export type MyNotifications = z.infer<typeof myNotifications>;
export const putNotifications = z.strictObject({ rules: notificationRules.nullable() });

/** `POST /api/notifications/forecast` with `{ rules }`: the mails these would send me in the next 12 months with nothing changed. */
export const mailForecast = z.object({
  from: dayString,
  to: dayString,
  digests: z.number().int(),
  losses: z.number().int(),
  days: z.array(z.object({ day: dayString, alerts: z.number().int(), losses: z.number().int() })),
});
export type MailForecast = z.infer<typeof mailForecast>;

const ladderDays = z.array(z.number().int().min(0).max(730)).min(1).max(12);
const renewal = z.strictObject({ specialization: z.string().min(1).max(100), on: z.string().max(40) });
/** `GET/PATCH /api/settings/alerts` (ETag / If-Match). The ladder holds 0. */
export const alertSettings = z.object({
  ladder: ladderDays,
  morningHour: z.number().int(),
  daysPerPoint: z.number().int().describe('Working days that a point of effort takes: a start-by day is that much before the loss'),
  defaultRules: notificationRules,
  renewals: z.array(renewal),
});
export type AlertSettings = z.infer<typeof alertSettings>;
export const updateAlertSettings = z.strictObject({
  ladder: ladderDays.optional(),
  morningHour: z.number().int().min(0).max(12).optional(),
  daysPerPoint: z.number().int().min(0).max(20).optional(),
  defaultRules: notificationRules.optional(),
  renewals: z.array(renewal).max(500).optional(),
});
