import { formatSize } from './count.js';
import type { Language } from './language.js';
import { valuesFor } from './message.js';
import { permissionWords } from './people.js';
import type { WordedRefusal } from './refusal-codes.js';
import { refusalsEn } from './refusal-en.js';
import { refusalsZh } from './refusal-zh.js';

/** `title` says what was refused, `detail` why, and what would make it possible. ICU messages; see `valuesFor`. */
export interface RefusalText {
  readonly title: string;
  readonly detail: string;
}

export type RefusalTable = { readonly [C in WordedRefusal]: RefusalText };

/** What each refusal says. {@link refusalValues} fills the arguments; whatever is missing makes the sentence plainer. */
export const refusalWords: { readonly [L in Language]: RefusalTable } = { en: refusalsEn, zh: refusalsZh };

/**
 * The values for a refusal's title or detail, from the parameters it travels with: `customer` (a name that the reader
 * may see), `title`, `first`, `second` (of studies), `number`, `id`, `email`, `who`, `reason` (or `why`), `allowed`, `least`,
 * `request`, and `limitBytes`, `retryAfterSeconds`, `permission` and lists, which are written out here.
 */
export function refusalValues(
  message: string,
  params: Readonly<Record<string, unknown>>,
  language: Language,
): Record<string, string | number> {
  const permissions: Readonly<Record<string, string>> = permissionWords[language];
  const { limitBytes, retryAfterSeconds, permission, why, reason = why } = params;
  return valuesFor(
    message,
    {
      count: counted.map((key) => lengthOf(params[key])).find((count) => count !== undefined),
      limit: typeof limitBytes === 'number' ? formatSize(limitBytes) : undefined,
      minutes: typeof retryAfterSeconds === 'number' ? minutesOf(retryAfterSeconds) : undefined,
      action: typeof permission === 'string' && Object.hasOwn(permissions, permission) ? permissions[permission] : undefined,
      ...params,
      // ICU keys have no hyphens
      ...(typeof reason === 'string' && { reason: reason.replaceAll('-', '_') }),
    },
    language,
  );
}

const counted = ['studies', 'units', 'faults', 'questions', 'changed'];
/** Less than a minute is a moment. */
const minutesOf = (seconds: number): number => (seconds < 60 ? 0 : Math.ceil(seconds / 60));
const lengthOf = (list: unknown): number | undefined => (Array.isArray(list) ? list.length : undefined);
