import { z } from 'zod';
import { role } from './permission.js';

export const language = z.enum(['en', 'zh']);
export type Language = z.infer<typeof language>;
export const theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof theme>;

export const person = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  language,
  theme,
  seesAnonymousNames: z.boolean(),
  active: z.boolean(),
  invited: z.boolean().describe('Invited, and has not set a password yet'),
  lastSeenAt: z.string().nullable(),
  studiesOwned: z.number().int().optional(),
  mailBounce: z.object({ at: z.string(), error: z.string() }).nullable().optional().describe('The last mail was refused for good'),
});
export type Person = z.infer<typeof person>;

/** `GET /api/session`: who is signed in, and what every page needs to know. 401 when nobody is. */
export const session = z.object({
  person,
  today: z.string().describe("Today in the organisation's time zone"),
  todayIsFixed: z.boolean().describe('CASEBOARD_TODAY is set: shown on every page'),
  organisation: z.object({ legalName: z.string(), timeZone: z.string(), warningDays: z.number().int() }),
  portfolioIsEmpty: z.boolean(),
});
export type Session = z.infer<typeof session>;

/** `GET /api/start`, for anybody: what the sign-in page must know. */
export const startState = z.object({
  needsSetup: z.boolean().describe('No administrator yet: the terminal holds the one-time link'),
  today: z.string(),
  todayIsFixed: z.boolean(),
  version: z.string(),
});
export type StartState = z.infer<typeof startState>;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .min(3)
  .max(255)
  .regex(/^[^\s@]+@[^\s@]+$/);
const password = z.string().min(1).max(1024);
export const signIn = z.strictObject({ email, password });
export const setUp = z.strictObject({
  token: z.string().max(200),
  email,
  name: z.string().trim().min(1).max(255),
  password,
  language: language.optional(),
});
export const acceptInvitation = z.strictObject({
  token: z.string().max(200),
  password,
  name: z.string().trim().min(1).max(255).optional(),
});
/** `GET /api/invitations/:token`: whom the link is for. */
export const invitationFor = z.object({ email: z.string(), name: z.string() });
export const updateSelf = z.strictObject({
  name: z.string().trim().min(1).max(255).optional(),
  language: language.optional(),
  theme: theme.optional(),
  password: z.strictObject({ current: password, next: password }).optional(),
});
export const invitePerson = z.strictObject({
  email,
  name: z.string().trim().min(1).max(255),
  role,
  language: language.optional(),
  seesAnonymousNames: z.boolean().optional(),
});
export const updatePerson = z.strictObject({
  name: z.string().trim().min(1).max(255).optional(),
  role: role.optional(),
  active: z.boolean().optional(),
  seesAnonymousNames: z.boolean().optional(),
});
/** The one-time address an administrator hands to the invited person; shown once. */
export const invitationLink = z.object({ person, link: z.string(), expiresAt: z.string() });

export const createToken = z.strictObject({
  name: z.string().trim().min(1).max(100).optional(),
  days: z.number().int().min(1).max(365).optional(),
});
export const tokenRow = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
/** The only answer that ever holds the token itself. */
export const createdToken = tokenRow.extend({ token: z.string() });
export const sessionRow = z.object({
  id: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
  agent: z.string(),
  current: z.boolean(),
});
