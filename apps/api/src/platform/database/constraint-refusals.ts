import type { RefusalCode } from '@caseboard/contracts';

/**
 * What the database holds under concurrency, and what its no means. A constraint that is not here is our own
 * defect and answers 500.
 */
export const constraintRefusals: { readonly [constraint: string]: RefusalCode } = {
  one_person_per_email: 'email-taken',
};
