/** Reads one record of a portfolio document, for an edit of one study, customer or specialization, or of the partner. */
import type { Fault } from './document-faults.js';
import { customerFields, partnerFields, specializationFields, studyFields } from './document-fields.js';
import { Reading, type References } from './document-reading.js';
import { defaultsOf, type Fields, type Given, lay, readGiven } from './document-record.js';
import type { Customer, Partner, Specialization, Study } from './portfolio.js';

/** The keys that were given, or every fault, its path relative to the record (`sections.solution[1]`). */
export type RecordResult<R> = { readonly ok: true; readonly given: Given<R> } | { readonly ok: false; readonly faults: readonly Fault[] };

export interface RecordOptions {
  /** An edit of a stored record: no key is required, absent keys leave what is stored. */
  readonly partial: boolean;
  /** Where references may lead; without it only their form is looked at. */
  readonly references?: References;
}

interface RecordReader<R> {
  read(json: unknown, options: RecordOptions): RecordResult<R>;
  /** A new record: what is given, the defaults for the rest. */
  complete(given: Given<R>): R;
  /** A stored record with what is given laid over it; a study's applications are merged by specialization. */
  lay(stored: R, given: Given<R>): R;
}

function recordReader<R>(fields: Fields<R>): RecordReader<R> {
  const defaults = defaultsOf(fields);
  return {
    read(json, { partial, references }) {
      const reading = new Reading(references);
      const given = readGiven(fields, json, reading, { partial });
      const faults = reading.allFaults();
      return faults.length > 0 ? { ok: false, faults } : { ok: true, given };
    },
    complete: (given) => lay(fields, defaults, given),
    lay: (stored, given) => lay(fields, stored, given),
  };
}

export const studyRecord: RecordReader<Study> = recordReader(studyFields);
export const customerRecord: RecordReader<Customer> = recordReader(customerFields);
export const specializationRecord: RecordReader<Specialization> = recordReader(specializationFields);
export const partnerRecord: RecordReader<Partner> = recordReader(partnerFields);

/** A partner of whom nothing is known yet. */
export const unknownPartner: Partner = defaultsOf(partnerFields);
