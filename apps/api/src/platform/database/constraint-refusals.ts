import type { RefusalCode } from '@caseboard/contracts';

/**
 * What the database holds under concurrency, and what its no means. A constraint that is not here is our own
 * defect and answers 500.
 */
export const constraintRefusals: { readonly [constraint: string]: RefusalCode } = {
  one_person_per_email: 'email-taken',
  one_active_study_per_legal_entity: 'two-active-studies',
  no_circle_of_units: 'circle-of-units',
  one_registration_per_legal_entity: 'registration-taken',
  study_of_a_customer: 'customer-has-studies',
  part_of_a_customer: 'customer-has-units',
};
