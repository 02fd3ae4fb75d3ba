import type { ImportQuestion } from '@caseboard/contracts';
import type { Study } from '@caseboard/domain';
import type { CustomerBook } from './customer-book.js';
import type { TableRow } from './table-rows.js';

/**
 * The questions with what stands beside each name, so that a person can tell two customers apart. `customerOf` says
 * whom a question is about.
 */
export function withFacts(
  questions: readonly ImportQuestion[],
  customerOf: ReadonlyMap<string, string>,
  book: CustomerBook,
  studyRows: readonly TableRow[],
  stored: readonly Study[],
): ImportQuestion[] {
  if (questions.length === 0) return [];
  const inFile = counted(studyRows.flatMap((row) => book.exactly(row.text('customer'))));
  const kept = counted(stored.flatMap(({ customer }) => customer ?? []));
  const factsOf = (id: string) => {
    const entry = book.get(id);
    if (!entry) return undefined;
    const registrations = entry.registrations.map(({ scheme, number }) => ({ scheme, number }));
    const { country, industry } = entry;
    return { country, industry, registrations, studies: kept.get(id) ?? 0, studiesInFile: inFile.get(id) ?? 0 };
  };
  return questions.map((question) => ({
    ...question,
    facts: factsOf(customerOf.get(question.id) ?? ''),
    candidates: question.candidates.map((candidate) => ({ ...candidate, facts: factsOf(candidate.id) })),
  }));
}

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
