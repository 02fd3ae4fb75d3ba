import { z } from 'zod';
import { dayString, someOf } from './page.js';

export const mailKinds = ['digest', 'loss', 'report', 'test', 'webhook'] as const;
export const mailKind = z.enum(mailKinds);
export type MailKind = z.infer<typeof mailKind>;
/** kept: there is no mail server, so the product shows it instead. */
export const mailStates = ['waiting', 'sending', 'sent', 'kept', 'failed', 'given-up', 'withdrawn'] as const;
export const mailState = z.enum(mailStates);
export type MailState = z.infer<typeof mailState>;

/** The row of `GET /api/mails`: own ones, or all for those who may. */
export const mailRow = z.object({
  id: z.string(),
  kind: mailKind,
  state: mailState,
  to: z.string().nullable().describe('The address, or the name of the webhook'),
  toName: z.string().nullable(),
  subject: z.string().nullable(),
  alerts: z.number().int(),
  attempts: z.number().int(),
  uncertain: z.boolean(),
  nextAttemptAt: z.string().nullable(),
  lastError: z.string().nullable(),
  day: dayString.nullable(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
});
export type MailRow = z.infer<typeof mailRow>;
export const mailSorts = ['createdAt', 'sentAt', 'to', 'state'] as const;
export const mailFilters = z.object({
  state: someOf(mailStates),
  kind: someOf(mailKinds),
  mine: z.enum(['true', 'false']).optional(),
});
/** `GET /api/mails/:id`; the HTML is shown in a sandboxed frame. `POST /api/mails/:id/resend` and `/give-up`. */
export const mailDetail = mailRow.extend({
  messageId: z.string(),
  html: z.string().nullable(),
  text: z.string().nullable(),
  body: z.unknown(),
});
export type MailDetail = z.infer<typeof mailDetail>;
/** `GET /api/mails/server`: whether mail leaves the product; `POST /api/mails/test` sends one to the asker. */
export const mailServer = z.object({ configured: z.boolean(), from: z.string(), server: z.string().nullable(), unsent: z.number().int() });
export type MailServer = z.infer<typeof mailServer>;

/** `GET/POST /api/webhooks`, `PATCH/DELETE /api/webhooks/:id`, `POST /api/webhooks/:id/test` */
export const webhook = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  active: z.boolean(),
  privateAllowed: z.boolean().describe('Whether its address may lie in a private network'),
  language: z.enum(['en', 'zh']).describe('Of the sentence that a chat shows'),
  createdAt: z.string(),
  lastSentAt: z.string().nullable(),
  lastError: z.string().nullable(),
});
export type Webhook = z.infer<typeof webhook>;
const name = z.string().trim().min(1).max(100);
const url = z.url({ protocol: /^https?$/ }).max(2000);
const language = webhook.shape.language.optional();
export const createWebhook = z.strictObject({ name, url, privateAllowed: z.boolean().optional(), language });
export const updateWebhook = z.strictObject({
  name: name.optional(),
  url: url.optional(),
  active: z.boolean().optional(),
  privateAllowed: z.boolean().optional(),
  language,
});
/** The only answer that holds the secret that signs. */
export const createdWebhook = webhook.extend({ secret: z.string() });

const jobRow = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'active', 'delayed', 'failed', 'completed']),
  attempts: z.number().int(),
  error: z.string().nullable(),
  at: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
/** `GET /api/jobs`: queue, last and next runs; `POST /api/jobs/:id/retry`, `POST /api/jobs/sweep` runs one now. */
export const jobsAnswer = z.object({
  backend: z.enum(['postgresql', 'redis']),
  counts: z.object({
    waiting: z.number().int(),
    active: z.number().int(),
    delayed: z.number().int(),
    failed: z.number().int(),
    completed: z.number().int(),
  }),
  scheduled: z.array(
    z.object({ name: z.string(), pattern: z.string().nullable(), every: z.number().nullable(), nextAt: z.string().nullable() }),
  ),
  recent: z.array(jobRow),
  failed: z.array(jobRow),
  sweep: z.object({
    endedAt: z.string().nullable(),
    sweptOn: dayString.nullable(),
    late: z.boolean().describe('No sweep for 26 hours'),
  }),
});
export type JobsAnswer = z.infer<typeof jobsAnswer>;
