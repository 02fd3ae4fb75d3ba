/**
 * A business date: a calendar day `YYYY-MM-DD` without time or zone (rules 1.1). Days are strings so that `<`
 * orders them, and branded so that only {@link parseDay} and the arithmetic of this file make one.
 */
export type Day = string & { readonly __brand: 'Day' };
