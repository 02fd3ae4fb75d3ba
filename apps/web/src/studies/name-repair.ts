import type { StudyDetail } from '@caseboard/contracts';
import type { NameMark } from './study-context';

const han = /\p{Script=Han}/u;

/** What stands instead of the customer's name, in the language of the text around it. */
export function anonymousWord(text: string, start: number, end: number): string {
  const before = text.slice(0, start);
  if (han.test(text.slice(0, start).slice(-12) + text.slice(end, end + 12))) return '该客户';
  const opens = /(^|[.!?:]\s+|\n)["'“‘(]*$/.test(before);
  const hasArticle = /\b(the|a|an|our|their|this)\s+$/i.test(before);
  if (hasArticle) return 'customer';
  return opens ? 'The customer' : 'the customer';
}

/** The text with each marked name written as "the customer". */
export function withoutNames(text: string, marks: readonly NameMark[]): string {
  return [...marks]
    .sort((one, other) => other.start - one.start)
    .reduce((changed, { start, end }) => changed.slice(0, start) + anonymousWord(changed, start, end) + changed.slice(end), text);
}

/** A text of the study by its path, `sections.solution[1]`; undefined where there is none. */
export function textAt(study: StudyDetail, path: string): string | undefined {
  const value = steps(path).reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], study);
  return typeof value === 'string' ? value : undefined;
}

/** The study with another text at a path. */
export function withTextAt(study: StudyDetail, path: string, text: string): StudyDetail {
  return replaced(study, steps(path), text) as StudyDetail;
}

function replaced(part: unknown, [step, ...rest]: readonly string[], text: string): unknown {
  if (step === undefined) return text;
  if (Array.isArray(part)) return part.map((entry: unknown, index) => (String(index) === step ? replaced(entry, rest, text) : entry));
  const record = part as Record<string, unknown>;
  return { ...record, [step]: replaced(record[step], rest, text) };
}

function steps(path: string): string[] {
  return path.match(/[^.[\]]+/g) ?? [];
}
