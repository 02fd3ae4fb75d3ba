import { refusalStatus, type FieldFault, type RefusalCode } from '@caseboard/contracts';

/**
 * Says no, by code: `throw new Refusal('legal-entity-taken', { study })`. The filter gives it its status and its
 * words; `params` travel with it and fill the sentence.
 */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly code: RefusalCode,
    readonly params: Record<string, unknown> = {},
    readonly faults: readonly FieldFault[] = [],
  ) {
    super(code);
    this.name = 'Refusal';
    this.status = refusalStatus[code];
  }
}
