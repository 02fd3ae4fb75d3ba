import { seesAnonymousNames, type Role } from '@caseboard/contracts';
import { fold, type Customer, type Study } from '@caseboard/domain';
import type { Snapshot } from './snapshot.js';
import { searchText, type Withholding } from './withholding.js';

/** Whoever reads, as far as names are concerned. */
export interface NamesReader {
  readonly role: Role;
  readonly seesAnonymousNames: boolean;
}

/** A study named in passing; `customer` is null where there is none or it is withheld. */
export interface Brief {
  readonly id: string;
  readonly title: string;
  readonly customer: string | null;
}

/**
 * What one reader may meet of customers' names (issue 2, "People"). Every answer takes customers and texts from here:
 * nothing is shown, searched, sorted or counted by a name that this reader does not get. Rules are always decided on
 * the facts as they are.
 */
export class Names {
  constructor(
    private readonly snapshot: Snapshot,
    /** Null for those who meet every name. */
    private readonly withholding: Withholding | null,
  ) {}

  get all(): boolean {
    return this.withholding === null;
  }

  /** Whether the reader may know that there is such a customer; one that is not met answers like an unknown id. */
  meets(customerId: string): boolean {
    return !this.withholding?.hidden.has(customerId);
  }

  /** Whether the study may be shown, counted and found with its customer: an anonymous one never is. */
  isJoined(study: Study): boolean {
    return study.customer !== null && (this.withholding?.isJoined(study) ?? true);
  }

  /** The customer to show beside the study; null where there is none or it is withheld. */
  customerOf(study: Study): Customer | null {
    const customer = study.customer === null || !this.isJoined(study) ? undefined : this.snapshot.customer(study.customer);
    return customer ? this.customer(customer) : null;
  }

  /** Whether the study has a customer that this reader does not get. */
  isWithheld(study: Study): boolean {
    return study.customer !== null && !this.isJoined(study);
  }

  /** A customer that the reader meets, without what it says of hidden ones. */
  customer(customer: Customer): Customer {
    return this.withholding?.customer(customer) ?? customer;
  }

  /** The study as the reader may read it: the same keys, names taken out, `customer` null where it is withheld. */
  study(study: Study): Study {
    return this.withholding?.study(study) ?? study;
  }

  title(study: Study): string {
    return this.withholding?.title(study) ?? study.title;
  }

  /** Any other text, hidden names taken out. */
  text(text: string): string {
    return this.withholding?.text(text) ?? text;
  }

  /** Folded text that a search for studies looks through: title, id, owner, services, and the customer's names if met. */
  haystack(study: Study): string {
    const customer = this.customerOf(study);
    return `${this.withholding?.haystack(study) ?? openHaystack(study)}${customer ? `\n${customerHaystack(customer)}` : ''}`;
  }

  /** How the reader sees a study named in passing. */
  brief(study: Study): Brief {
    return { id: study.id, title: this.title(study), customer: this.customerOf(study)?.legalName ?? null };
  }
}

export function namesFor(snapshot: Snapshot, reader: NamesReader): Names {
  if (seesAnonymousNames(reader)) return snapshot.memo('names', () => new Names(snapshot, null));
  return snapshot.memo('names withheld', () => new Names(snapshot, snapshot.parts.withholdings.for(snapshot)));
}

const haystacks = new WeakMap<Study, string>();
const customerHaystacks = new WeakMap<Customer, string>();

function openHaystack(study: Study): string {
  let text = haystacks.get(study);
  if (text === undefined) haystacks.set(study, (text = searchText(study)));
  return text;
}

function customerHaystack(customer: Customer): string {
  let text = customerHaystacks.get(customer);
  if (text === undefined) customerHaystacks.set(customer, (text = fold([customer.legalName, ...customer.aliases].join('\n'))));
  return text;
}
