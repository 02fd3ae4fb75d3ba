import { z } from 'zod';
import { dayString, someOf } from './page.js';
import { wayOut } from './readiness.js';

/** Of which days people are warned (rules 8; decision 7). */
export const alertKinds = ['study-expiry', 'consent-end', 'applications-close', 'programme-end', 'renewal'] as const;
export const alertKind = z.enum(alertKinds);
export type AlertKind = z.infer<typeof alertKind>;

export const alertStates = ['due', 'sent', 'passed-over', 'snoozed', 'acknowledged', 'withdrawn', 'failed'] as const;
export const alertState = z.enum(alertStates);
export type AlertState = z.infer<typeof alertState>;

const counts = z.object({ studies: z.number().int(), public: z.number().int(), categories: z.number().int() });
/** A specialization that counts fewer studies from the day on (rules 8.3). */
export const fall = z.object({
  specialization: z.string(),
  name: z.string(),
  before: counts,
  after: counts,
  needs: counts,
  stopsBeingReady: z.boolean(),
  target: z.boolean(),
  held: z.boolean(),
});
export type Fall = z.infer<typeof fall>;

const brief = z.object({ id: z.string(), title: z.string(), customer: z.string().nullable() });
/** What the day costs: the studies that expire with this one, and what falls. `way` is the cheapest way out of the first loss, else of the first fall. */
export const consequence = z.object({
  falls: z.array(fall),
  together: z.array(brief).describe('Other studies that expire on the same day and count for one of these'),
  costsReadiness: z.boolean(),
  way: z.object({ specialization: z.string(), name: z.string(), wayOut }).nullable(),
});
export type Consequence = z.infer<typeof consequence>;

/** The row of `GET /api/alerts`. The subject is a study or a specialization, by kind; names as the reader may see them. */
export const alertRow = z.object({
  id: z.string(),
  kind: alertKind,
  subject: brief,
  day: dayString,
  step: z.number().int().describe('Days before the day'),
  state: alertState,
  madeAt: z.string(),
  sentAt: z.string().nullable(),
  snoozedUntil: dayString.nullable(),
  owner: z.string().nullable(),
  consequence,
  canAct: z.boolean().describe('Whether the reader may acknowledge, snooze and hand over'),
});
export type AlertRow = z.infer<typeof alertRow>;
export const alertSorts = ['harm', 'day', 'step', 'state', 'subject'] as const;
/** Filters of `GET /api/alerts`; `open` are those that nobody settled (due, sent, failed, snoozed) and no later step of the day overtook. */
export const alertFilters = z.object({
  state: someOf(alertStates),
  kind: someOf(alertKinds),
  subject: z.string().max(100).optional(),
  owner: z.string().max(255).optional().describe('An address, or "me"'),
  losses: z.enum(['true', 'false']).optional(),
  open: z.enum(['true', 'false']).optional(),
});

/** `GET /api/alerts/:id`: the row and all that happened to it, and the other steps of the same day. */
export const alertEvent = z.object({
  at: z.string(),
  who: z.string().nullable().describe('The name of the person; null for the product itself'),
  event: z.string(),
  detail: z.record(z.string(), z.unknown()).nullable(),
});
export const alertDetail = alertRow.extend({
  events: z.array(alertEvent),
  steps: z.array(z.object({ id: z.string().nullable(), step: z.number().int(), on: dayString, state: alertState.nullable() })),
  told: z.array(z.object({ person: z.string(), mail: z.string(), sentAt: z.string().nullable() })),
});
export type AlertDetail = z.infer<typeof alertDetail>;

/** `POST /api/alerts/:id/snooze` */
export const snoozeAlert = z.strictObject({ until: z.string(), reason: z.string().trim().min(1).max(1000) });
/** `POST /api/alerts/:id/hand-over`: the study gets another owner. */
export const handOver = z.strictObject({ to: z.string().trim().toLowerCase().max(255) });

/** `GET /api/alerts/bell`: open alerts of the reader, most harmful first, and how many there are. */
export const bell = z.object({ total: z.number().int(), losses: z.number().int(), items: z.array(alertRow) });
export type Bell = z.infer<typeof bell>;

/** `GET /api/alerts/calendar?from=&to=`: what happens on which day with nothing changed. */
export const calendarEntry = z.object({
  day: dayString,
  what: z.enum(['expiry', 'loss', 'start-by', 'consent-end', 'applications-close', 'programme-end', 'renewal']),
  study: brief.nullable(),
  specialization: z.object({ code: z.string(), name: z.string() }).nullable(),
  alert: z.string().nullable().describe('The latest alert row about it'),
  costsReadiness: z.boolean(),
});
export type CalendarEntry = z.infer<typeof calendarEntry>;
export const calendarAnswer = z.object({ from: dayString, to: dayString, entries: z.array(calendarEntry) });
export type CalendarAnswer = z.infer<typeof calendarAnswer>;
export const calendarQuery = z.strictObject({
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  owner: z.string().max(255).optional().describe('An address, or "me"'),
});

/** `GET/PUT/DELETE /api/studies/:id/follow` */
export const following = z.object({ following: z.boolean(), followers: z.array(z.object({ id: z.string(), name: z.string() })) });
export type Following = z.infer<typeof following>;

/** `POST /api/calendar-feed` makes an address (and ends the earlier one), `GET` says whether there is one, `DELETE` ends it. */
export const calendarFeed = z.object({
  exists: z.boolean(),
  createdAt: z.string().nullable(),
  lastReadAt: z.string().nullable(),
  url: z.string().nullable().describe('Only in the answer that makes it'),
});
export type CalendarFeed = z.infer<typeof calendarFeed>;
