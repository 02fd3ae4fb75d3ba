import { z } from 'zod';
import { version } from './version.js';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-11-22')
  .refine(isCalendarDay, 'a day of the calendar');
const yesOrNo = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .regex(/^[^\s@]+@[^\s@]+$/, 'an address such as anna@example.com');

/** Every variable that Caseboard reads; `.env.example` describes each. */
const variables = {
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'an address such as postgresql://user:password@host/database')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'an address such as redis://host:6379')
    .optional(),
  CASEBOARD_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  CASEBOARD_DATA: z.string().default('.data'),
  CASEBOARD_TODAY: day.optional(),
  CASEBOARD_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  CASEBOARD_TRUST_PROXY: yesOrNo.default(false),
  CASEBOARD_ADMIN_EMAIL: email.optional(),
  CASEBOARD_ADMIN_PASSWORD: z.string().max(1024).optional(),
  CASEBOARD_DATABASE_CONNECTIONS: z.coerce.number().int().min(4).max(500).default(20),
  CASEBOARD_LOG: z.enum(['quiet', 'requests']).default('quiet'),
  SMTP_URL: z
    .string()
    .refine((url) => /^smtps?:\/\/[^/?#]/.test(url) && URL.canParse(url), 'an address such as smtp://user:password@host:587')
    .optional(),
  CASEBOARD_MAIL_FROM: z.string().transform(readSender).default({ name: 'Caseboard', address: 'caseboard@localhost' }),
};

/** The settings of one process, read once when it starts. */
export abstract class Config {
  readonly port: number;
  readonly host: string;
  /** Undefined until the embedded database runs; after that always given. */
  readonly databaseUrl: string;
  /** The role that the product's own queries run under; null where the database's owner may not make one. */
  readonly databaseRole: string | null;
  readonly databaseConnections: number;
  readonly redisUrl: string | null;
  readonly role: 'all' | 'api' | 'worker';
  readonly dataFolder: string;
  /** The day that stands in for today, for demos and tests. */
  readonly today: string | null;
  /** How people reach the product from outside, without a slash at the end. */
  readonly baseUrl: string | null;
  readonly trustProxy: boolean;
  readonly administrator: { readonly email: string; readonly password: string } | null;
  readonly logRequests: boolean;
  /** Null where no mail leaves the product: mails are kept and shown in it. */
  readonly smtpUrl: string | null;
  readonly mailFrom: Sender;
  /** Which build of the rules runs: what another one worked out and kept is worked out anew. */
  readonly rules: string;
}

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** A variable that cannot be used, in one sentence that names it. */
export class ConfigError extends Error {}

/** Reads the environment; throws a {@link ConfigError} about the first variable that makes no sense. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config & { databaseUrl: string | undefined } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = z.object(variables).safeParse(given);
  if (!read.success) throw new ConfigError(sentence(read.error.issues[0]));
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL as string,
    databaseRole: null,
    databaseConnections: data.CASEBOARD_DATABASE_CONNECTIONS,
    redisUrl: data.REDIS_URL ?? null,
    role: data.CASEBOARD_ROLE,
    dataFolder: data.CASEBOARD_DATA,
    today: data.CASEBOARD_TODAY ?? null,
    baseUrl: data.CASEBOARD_BASE_URL ?? null,
    trustProxy: data.CASEBOARD_TRUST_PROXY,
    administrator: administrator(data.CASEBOARD_ADMIN_EMAIL, data.CASEBOARD_ADMIN_PASSWORD),
    logRequests: data.CASEBOARD_LOG === 'requests',
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.CASEBOARD_MAIL_FROM,
    rules: version,
  };
}

function administrator(address: string | undefined, password: string | undefined): Config['administrator'] {
  if (!address && !password) return null;
  if (!address) throw new ConfigError('CASEBOARD_ADMIN_PASSWORD is set, but CASEBOARD_ADMIN_EMAIL is not: set both or neither');
  if (!password) throw new ConfigError('CASEBOARD_ADMIN_EMAIL is set, but CASEBOARD_ADMIN_PASSWORD is not: set both or neither');
  return { email: address, password };
}

/** `Caseboard <caseboard@example.com>`, or the address alone. */
function readSender(text: string, context: z.RefinementCtx): Sender {
  const read = /^\s*(?:"?([^"<>]*?)"?\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))\s*$/.exec(text);
  if (read) return { name: read[1] || 'Caseboard', address: (read[2] ?? read[3]) as string };
  context.addIssue({ code: 'custom', message: 'a sender such as Caseboard <caseboard@example.com>' });
  return z.NEVER;
}

function sentence(issue: z.core.$ZodIssue | undefined): string {
  return `${String(issue?.path[0])} cannot be used: ${issue?.message ?? 'unknown reason'}`;
}

function isCalendarDay(text: string): boolean {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 2000 && year <= 2099 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= lastDay;
}
