import type { ImportQuestion } from '@caseboard/contracts';
import { fold } from '@caseboard/domain';
import { breathing } from '../../platform/breathe.js';
import type { CustomerBook } from './customer-book.js';
import { shortHash } from './new-ids.js';

/** A customer that the file brings and nobody has stored. */
export interface NewCustomer {
  readonly id: string;
  readonly legalName: string;
  readonly aliases: readonly string[];
  readonly registrations: readonly { readonly scheme: string; readonly number: string }[];
  /** A row that says itself that it is a unit of something leaves nothing to ask. */
  readonly declaredUnit: boolean;
  readonly where: readonly string[];
}

/** Who a new name could be (rules 2.7); `libs/domain` decides it, over the stored customers and those of the file. */
export interface LikeNames {
  /** Customers alike that came before this one, best first. */
  alike(customer: NewCustomer): readonly { readonly id: string; readonly why: string }[];
  /** The known entity whose name the new one extends by "branch", 分公司 and the like. */
  unitOf(customer: NewCustomer): string | undefined;
}

/** An answer given with the request, or remembered from an earlier import. */
export interface Answer {
  readonly answer: string;
  readonly remembered: boolean;
}
export type Answers = (question: string) => Answer | undefined;

export interface Asked {
  readonly questions: readonly ImportQuestion[];
  /** Whom each question is about. */
  readonly customerOf: ReadonlyMap<string, string>;
  /** What the answers decide, by the id of the new customer. */
  readonly same: ReadonlyMap<string, string>;
  readonly unitOf: ReadonlyMap<string, string>;
}

/** The questions that come before anything is created, with the answers that are known. */
export async function askAbout(
  customers: readonly NewCustomer[],
  book: CustomerBook,
  like: LikeNames,
  stored: ReadonlySet<string>,
  answers: Answers,
): Promise<Asked> {
  const questions: ImportQuestion[] = [];
  const customerOf = new Map<string, string>();
  const same = new Map<string, string>();
  const unitOf = new Map<string, string>();
  const breathe = breathing();
  for (const customer of customers) {
    await breathe();
    const question = questionAbout(customer, book, like, stored, answers);
    if (!question) continue;
    questions.push(question);
    customerOf.set(question.id, customer.id);
    const [verb, id] = (question.answer ?? '').split(/:(.*)/s);
    if (verb === 'same' && id) same.set(customer.id, id);
    if (verb === 'unit' && id) unitOf.set(customer.id, id);
  }
  return { questions, customerOf, same, unitOf };
}

function questionAbout(
  customer: NewCustomer,
  book: CustomerBook,
  like: LikeNames,
  stored: ReadonlySet<string>,
  answers: Answers,
): ImportQuestion | undefined {
  if (customer.declaredUnit) return undefined;
  const entity = like.unitOf(customer);
  if (entity !== undefined) return question('unit-of', customer, [{ id: entity, why: 'unit-name' }], book, stored, answers);
  const alike = like.alike(customer);
  return alike.length > 0 ? question('same-customer', customer, alike, book, stored, answers) : undefined;
}

function question(
  kind: ImportQuestion['kind'],
  { legalName, where }: NewCustomer,
  alike: readonly { id: string; why: string }[],
  book: CustomerBook,
  stored: ReadonlySet<string>,
  answers: Answers,
): ImportQuestion {
  const id = shortHash([kind, fold(legalName)]);
  const verb = kind === 'unit-of' ? 'unit' : 'same';
  const choices = [...alike.map((candidate) => `${verb}:${candidate.id}`), kind === 'unit-of' ? 'entity' : 'another'];
  // An answer that is none of the choices, such as one that names a customer since removed, is no answer.
  const given = answers(id);
  const answer = given && choices.includes(given.answer) ? given : undefined;
  return {
    id,
    kind,
    name: legalName,
    where: [...where],
    candidates: alike.map((candidate) => ({
      id: candidate.id,
      legalName: book.get(candidate.id)?.legalName ?? candidate.id,
      inFile: !stored.has(candidate.id),
      why: candidate.why,
    })),
    choices,
    answer: answer?.answer ?? null,
    remembered: answer?.remembered ?? false,
  };
}
