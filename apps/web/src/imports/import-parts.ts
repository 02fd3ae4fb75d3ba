import type { ImportAnswer } from '@caseboard/contracts';
import type { IconName } from '../ui/icon';

/** The parts of a dry run in the order in which a person works through them. */
export const parts = ['questions', 'refused', 'changed', 'created', 'unchanged', 'notes'] as const;
export type Part = (typeof parts)[number];

export const partIcons: { readonly [P in Part]: IconName } = {
  questions: 'question',
  refused: 'close',
  changed: 'edit',
  created: 'plus',
  unchanged: 'check',
  notes: 'info',
};

export function openQuestions({ questions }: ImportAnswer): number {
  return questions.filter(({ answer }) => answer === null).length;
}

/** How many each part holds; questions that are answered already no longer count. */
export function countsOf(answer: ImportAnswer): { readonly [P in Part]: number } {
  const { created, changed, unchanged, refused } = answer.counts;
  return { questions: openQuestions(answer), refused, changed, created, unchanged, notes: answer.notes.length };
}
