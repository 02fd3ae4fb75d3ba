import { spacedLegalForms, unspacedLegalForms } from './catalog/legal-forms.js';
import { foldName } from './name-folding.js';

/** The name, already folded by `foldName`, without the legal forms at its end and its beginning (rules 5.4); `null` where none stands there or nothing would be left. */
export function withoutLegalForms(name: string): string | null {
  forms ??= formsFolded();
  let left = name;
  for (let next = takeOne(left, forms); next !== null; next = takeOne(left, forms)) left = next;
  return left === name || left === '' ? null : left;
}

interface LegalForm {
  readonly characters: string;
  /** Stands apart from the name by a space, a comma, `&` or the end. */
  readonly spaced: boolean;
}

/** Forms by their first character, the longest first; at the end of a name they are compared backwards. */
interface LegalForms {
  readonly forwards: ReadonlyMap<string, readonly LegalForm[]>;
  readonly backwards: ReadonlyMap<string, readonly LegalForm[]>;
}

let forms: LegalForms | undefined;

function formsFolded(): LegalForms {
  const form = (text: string, spaced: boolean) => ({ characters: foldName(text).replace(/[./]/g, ''), spaced });
  const all = [...spacedLegalForms.map((text) => form(text, true)), ...unspacedLegalForms.map((text) => form(text, false))];
  all.sort((one, other) => other.characters.length - one.characters.length);
  const backwards = all.map(({ characters, spaced }) => ({ characters: reverse(characters), spaced }));
  return { forwards: byFirstCharacter(all), backwards: byFirstCharacter(backwards) };
}

function byFirstCharacter(forms: readonly LegalForm[]): ReadonlyMap<string, readonly LegalForm[]> {
  const groups = new Map<string, LegalForm[]>();
  for (const form of forms) {
    const first = form.characters.charAt(0);
    groups.set(first, [...(groups.get(first) ?? []), form]);
  }
  return groups;
}

/** The name without the longest form at its end, else at its beginning, and what stands beside it; `null` if none. */
function takeOne(name: string, { forwards, backwards }: LegalForms): string | null {
  const end = lengthOfForm(reverse(name), backwards);
  if (end > 0) return name.slice(0, name.length - end).replace(/[\s,.&]+$/, '');
  const start = lengthOfForm(name, forwards);
  return start > 0 ? name.slice(start).replace(/^[\s,.&]+/, '') : null;
}

/** How many characters of the name's beginning the longest form there takes, punctuation before it included, or 0. */
function lengthOfForm(name: string, forms: ReadonlyMap<string, readonly LegalForm[]>): number {
  const first = name.search(/[^\s,.&/]/);
  for (const { characters, spaced } of forms.get(name[first] ?? '') ?? []) {
    const after = afterForm(name, first, characters);
    if (after > 0 && (!spaced || /^[./]*(?:[\s,&]|$)/.test(name.slice(after)))) return after;
  }
  return 0;
}

/** Where the form ends that begins at `at`, or 0; full stops and slashes within it do not matter. */
function afterForm(name: string, at: number, form: string): number {
  let punctuated = false;
  for (let taken = 0; taken < form.length;) {
    if (name[at] === form[taken]) [at, taken, punctuated] = [at + 1, taken + 1, false];
    else if (name[at] === '.' || name[at] === '/') [at, punctuated] = [at + 1, true];
    // "Co.KG": the full stop stands for the space.
    else if (form[taken] === ' ' && punctuated) [taken, punctuated] = [taken + 1, false];
    else return 0;
  }
  return at;
}

/** By UTF-16 unit: only used to compare with text reversed the same way. */
function reverse(text: string): string {
  return text.split('').reverse().join('');
}
