import { spacedLegalForms, unspacedLegalForms } from './catalog/legal-forms.js';

/**
 * The name, already folded, without the legal forms at its end and its beginning (rules 5.4); `null` where none stands
 * there or nothing would be left. `foldForm` folds the forms of the list the way the name is folded.
 */
export function withoutLegalForms(name: string, foldForm: (form: string) => string): string | null {
  const forms = formsFolded(foldForm);
  let left = name;
  for (let next = takeOne(left, forms); next !== null; next = takeOne(left, forms)) left = next;
  return left === name || left === '' ? null : left;
}

interface LegalForm {
  readonly characters: string;
  readonly reversed: string;
  readonly spaced: boolean;
}

const folded = new Map<(form: string) => string, readonly LegalForm[]>();

/** The forms without full stops and slashes, the longest first. */
function formsFolded(foldForm: (form: string) => string): readonly LegalForm[] {
  const known = folded.get(foldForm);
  if (known) return known;
  const prepare = (spaced: boolean) => (form: string) => {
    const characters = foldForm(form).replace(/[./]/g, '');
    return { characters, reversed: reverse(characters), spaced };
  };
  const forms = [...spacedLegalForms.map(prepare(true)), ...unspacedLegalForms.map(prepare(false))];
  forms.sort((a, b) => b.characters.length - a.characters.length);
  folded.set(foldForm, forms);
  return forms;
}

/** The name without the longest form at its end, else at its beginning, and what stands beside it; `null` if none. */
function takeOne(name: string, forms: readonly LegalForm[]): string | null {
  const reversed = reverse(name);
  for (const form of forms) {
    const end = lengthOfForm(reversed, form.reversed, form.spaced);
    if (end > 0) return name.slice(0, name.length - end).replace(/[\s,.&]+$/, '');
  }
  for (const form of forms) {
    const start = lengthOfForm(name, form.characters, form.spaced);
    if (start > 0) return name.slice(start).replace(/^[\s,.&]+/, '');
  }
  return null;
}

/** How many characters of the name's beginning the form takes with the punctuation before it, or 0. */
function lengthOfForm(name: string, form: string, spaced: boolean): number {
  let at = /^[\s,.&]*/.exec(name)?.[0].length ?? 0;
  let taken = 0;
  for (let punctuated = false; taken < form.length; ) {
    if (name[at] === form[taken]) [at, taken, punctuated] = [at + 1, taken + 1, false];
    else if (name[at] === '.' || name[at] === '/') [at, punctuated] = [at + 1, true];
    // "Co.KG": the full stop stands for the space.
    else if (form[taken] === ' ' && punctuated) [taken, punctuated] = [taken + 1, false];
    else return 0;
  }
  return !spaced || /^[./]*(?:[\s,&]|$)/.test(name.slice(at)) ? at : 0;
}

/** By UTF-16 unit: only used to compare with text reversed the same way. */
function reverse(text: string): string {
  let reversed = '';
  for (let at = text.length - 1; at >= 0; at--) reversed += text[at];
  return reversed;
}
