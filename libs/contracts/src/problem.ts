import { z } from 'zod';

/** Every refusal the product knows, with the HTTP status it travels under. The words stand in libs/wording. */
export const refusalStatus = {
  // the request itself
  'malformed-request': 400,
  'invalid-fields': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'session-expired': 401,
  'not-permitted': 403,
  'cross-site-request': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-media-type': 415,
  'edit-is-stale': 412,
  'if-match-required': 428,
  'too-many-attempts': 429,
  // studies and customers
  'legal-entity-taken': 409,
  'no-legal-entity': 409,
  'two-active-studies': 409,
  'circle-of-units': 409,
  'registration-taken': 409,
  'already-in-that-state': 409,
  'id-taken': 409,
  'customer-has-studies': 409,
  'customer-has-units': 409,
  'specialization-in-use': 409,
  'built-in-specialization': 409,
  // alerts
  'alert-settled': 409,
  'alert-without-study': 409,
  // imports
  'import-refused': 422,
  'import-questions-open': 409,
  'import-changed-since': 409,
  'import-outdated': 409,
  'import-already-undone': 409,
  'portfolio-not-empty': 409,
  'unreadable-file': 422,
  // people
  'email-taken': 409,
  'last-administrator': 409,
  'link-used-or-expired': 410,
  'setup-done': 409,
  'weak-password': 400,
  // everything else: our fault, said without details
  'internal-error': 500,
  'not-available': 503,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusalStatus;

/** One field at fault. `reason` is a code of libs/wording's fault table; `params` fill its sentence. */
export const fieldFault = z.object({
  path: z.string().describe('Where: a JSON path such as `sections.solution[1]`, or sheet!cell for tables'),
  value: z.unknown().optional(),
  reason: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
  message: z.string().optional().describe('The sentence in the language of the request'),
});
export type FieldFault = z.infer<typeof fieldFault>;

/** RFC 9457 problem details. `code` is ours and stable; `title` and `detail` are in the reader's language. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  code: z.string(),
  faults: z.array(fieldFault).optional(),
  params: z.record(z.string(), z.unknown()).optional().describe('Facts about the refusal, such as the study in the way'),
});
export type Problem = z.infer<typeof problem>;
