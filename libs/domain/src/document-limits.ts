/** Limits of the portfolio document. Lengths are in code points, `bytes` is of the whole document. */
export const documentLimits = {
  bytes: 256 * 1024 * 1024,
  name: 255,
  title: 255,
  summary: 2_000,
  url: 2_000,
  text: 10_000,
  listEntries: 500,
  customers: 100_000,
  studies: 100_000,
  specializations: 2_000,
  count: 10_000,
  freshnessMonths: 600,
  weight: 1_000,
} as const;
