import type { FaultReason } from '@caseboard/domain';
import { formatDay } from './day.js';
import { faultsEn } from './fault-en.js';
import { faultsZh } from './fault-zh.js';
import type { Language } from './language.js';
import { fill } from './message.js';

/** What only a spreadsheet can get wrong. */
export const tableFaultReasons = [
  'ambiguous-customer',
  'ambiguous-day',
  'ambiguous-study',
  'formula-without-result',
  'no-customer-and-title',
  'no-heading-row',
  'not-a-registration',
  'repeated-row',
  'row-without-name',
  'shared-alias',
  'unknown-study',
] as const;
export type TableFaultReason = (typeof tableFaultReasons)[number];

/** What a request's own shape can get wrong, before any rule of the portfolio is asked. */
export const requestFaultReasons = [
  'before-record',
  'ladder-without-end',
  'not-valid',
  'number-out-of-range',
  'unknown-filter',
  'unknown-person',
  'unknown-sort',
] as const;
export type RequestFaultReason = (typeof requestFaultReasons)[number];

export type WordedFault = FaultReason | TableFaultReason | RequestFaultReason;

/**
 * `short` names the fault where many are counted; `sentence` says it beside the field. Arguments are plain (`{limit}`):
 * no formatter is needed. `value` is what stood there.
 */
export interface FaultText {
  readonly short: string;
  readonly sentence: string;
}

export type FaultTable = { readonly [R in WordedFault]: FaultText };

/** What each fault of a field, a document or a cell says. */
export const faultWords: { readonly [L in Language]: FaultTable } = { en: faultsEn, zh: faultsZh };

/** A fault as anybody may hold it: `reason` may come over the wire, so it may be one this version does not know. */
export interface AnyFault {
  readonly reason: string;
  readonly value?: unknown;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** The sentence of a fault, complete. What its arguments lack makes it shorter, never wrong. */
export function faultSentence(fault: AnyFault, language: Language): string {
  const table: Readonly<Record<string, FaultText>> = faultWords[language];
  const text = Object.hasOwn(table, fault.reason) ? table[fault.reason] : undefined;
  const { short, sentence } = text ?? faultWords[language]['not-valid'];
  return fill(sentence, { value: fault.value, ...readings(fault, language), ...fault.params }, language) ?? `${short}${stop[language]}`;
}

/** The two days that an ambiguous one can mean, written out. */
function readings({ params }: AnyFault, language: Language): { readonly first?: string; readonly second?: string } {
  const days: unknown = params?.['readings'];
  if (!Array.isArray(days)) return {};
  const [first, second] = days.map((day) => formatDay(String(day), language));
  return { first, second };
}

const stop: { readonly [L in Language]: string } = { en: '.', zh: '。' };
