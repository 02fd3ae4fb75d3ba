/** Writes the portfolio document, its keys in the order of portfolio-format.md; reading it again gives the same. */
import { customerFields, partnerFields, specializationFields, studyFields } from './document-fields.js';
import { writeRecord } from './document-record.js';
import type { Customer, Portfolio, Specialization, Study } from './portfolio.js';

type Json = Record<string, unknown>;

/** The document of a portfolio whose `specializations` are the organisation's own. */
export function writePortfolio({ partner, specializations, customers, studies }: Portfolio): Json {
  return {
    format: 'caseboard-portfolio',
    version: 1,
    partner: writeRecord(partnerFields, partner),
    specializations: specializations.map(writeSpecialization),
    customers: customers.map(writeCustomer),
    studies: studies.map(writeStudy),
  };
}

export function writeSpecialization(specialization: Specialization): Json {
  return writeRecord(specializationFields, specialization);
}

export function writeCustomer(customer: Customer): Json {
  return writeRecord(customerFields, customer);
}

export function writeStudy(study: Study): Json {
  return writeRecord(studyFields, study);
}
