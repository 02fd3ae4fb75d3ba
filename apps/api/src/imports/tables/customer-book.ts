import { type Customer, fold, normalizedNumber } from '@caseboard/domain';

/** A customer as an import may mean it: stored, or named in the file. */
export interface BookEntry {
  readonly id: string;
  readonly legalName: string;
  readonly kind: Customer['kind'];
  readonly registrations: readonly { readonly scheme: string; readonly number: string }[];
  readonly country: string | null;
  readonly industry: string | null;
}

/** Finds customers by what cells call them: legal name, id or registration. */
export class CustomerBook {
  private readonly byId = new Map<string, BookEntry>();
  private readonly byName = new Map<string, Set<string>>();
  private readonly byNumber = new Map<string, Set<string>>();
  /** Names that a person said mean another customer. */
  private readonly sameAs = new Map<string, string>();

  constructor(stored: readonly Customer[]) {
    for (const customer of stored) this.add(customer);
  }

  add(entry: BookEntry): void {
    this.byId.set(entry.id, entry);
    put(this.byName, fold(entry.legalName), entry.id);
    if (entry.kind === 'unit') return;
    for (const { number } of entry.registrations) put(this.byNumber, normalizedNumber(number), entry.id);
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  get(id: string): BookEntry | undefined {
    return this.byId.get(id);
  }

  /** From now on, the id `from` means `to`. */
  merge(from: string, to: string): void {
    this.sameAs.set(from, to);
  }

  /** The ids that a cell may mean: one, none, or several customers of the same name. */
  find(text: string): readonly string[] {
    const found = this.exactly(text).map((id) => this.settled(id));
    return [...new Set(found)];
  }

  findByRegistration(registrations: readonly { number: string }[]): readonly string[] {
    return [...new Set(registrations.flatMap(({ number }) => [...(this.byNumber.get(normalizedNumber(number)) ?? [])]))];
  }

  findByName(name: string): readonly string[] {
    return [...(this.byName.get(fold(name)) ?? [])];
  }

  /**
   * How a cell calls a customer so that the import finds just this one again: its legal name where no other customer
   * is called so, by name, id or number, else its id.
   */
  nameOf(id: string): string {
    const name = this.byId.get(id)?.legalName;
    if (name === undefined || name !== name.trim() || name === '') return id;
    const found = this.exactly(name);
    return found.length === 1 && found[0] === id ? name : id;
  }

  /** The ids that are called so by name, id or number, whoever they were said to be. */
  exactly(text: string): readonly string[] {
    const trimmed = text.trim();
    if (this.byId.has(trimmed)) return [trimmed];
    const named = this.findByName(trimmed);
    if (named.length > 0) return named;
    const number = /^(?:lei|duns|uscc|company-number:[a-z]{2})\s+(.+)$/iu.exec(trimmed)?.[1] ?? trimmed;
    return [...(this.byNumber.get(normalizedNumber(number)) ?? [])];
  }

  private settled(id: string): string {
    const next = this.sameAs.get(id);
    return next === undefined || next === id ? id : this.settled(next);
  }
}

function put(map: Map<string, Set<string>>, key: string, id: string): void {
  if (key === '') return;
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}
