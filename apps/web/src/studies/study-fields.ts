import type { StudyDocument } from '@caseboard/contracts';

/** What can be edited on its own, and what two people can disagree about: a field, a section, a list. */
export const studyFields = [
  'customer',
  'title',
  'summary',
  'visibility',
  'format',
  'url',
  'urlState',
  'anonymousDescription',
  'stage',
  'startedOn',
  'deployedOn',
  'endedOn',
  'offeredExternally',
  'sections.aboutCustomer',
  'sections.challenge',
  'sections.solution',
  'sections.results',
  'sections.aboutPartner',
  'services',
  'outcomes',
  'support.before',
  'support.during',
  'support.after',
  'diagrams',
  'consent',
  'applications',
  'owner',
] as const;
export type StudyField = (typeof studyFields)[number];
export type Changes = { readonly [F in StudyField]?: unknown };

type Tree = Readonly<Record<string, unknown>>;

export function valueAt(study: StudyDocument, field: StudyField): unknown {
  const [first = '', second] = field.split('.');
  const value = (study as unknown as Tree)[first];
  return second === undefined ? value : (value as Tree)[second];
}

export function withValue<S extends StudyDocument>(study: S, field: StudyField, value: unknown): S {
  const [first = '', second] = field.split('.');
  if (second === undefined) return { ...study, [first]: value };
  return { ...study, [first]: { ...((study as unknown as Tree)[first] as Tree), [second]: value } };
}

export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The fields in which two versions differ, with the values of the second. */
export function changesBetween(from: StudyDocument, to: StudyDocument): Changes {
  const changed = studyFields.filter((field) => !isSame(valueAt(from, field), valueAt(to, field)));
  return Object.fromEntries(changed.map((field) => [field, valueAt(to, field)]));
}

export function fieldsOf(changes: Changes): StudyField[] {
  return Object.keys(changes) as StudyField[];
}

export function withChanges<S extends StudyDocument>(study: S, changes: Changes): S {
  return fieldsOf(changes).reduce((laid, field) => withValue(laid, field, changes[field]), study);
}

/** Changes as the API takes them: `{ sections: { solution: […] } }`. */
export function patchOf(changes: Changes): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const field of fieldsOf(changes)) {
    const [first = '', second] = field.split('.');
    patch[first] = second === undefined ? changes[field] : { ...(patch[first] as Tree | undefined), [second]: changes[field] };
  }
  return patch;
}

/** One field that two people changed differently, and what it was before both. */
export interface Conflict {
  readonly field: StudyField;
  readonly before: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<S> {
  readonly study: S;
  /** Both changed it: `study` holds mine until somebody chooses. */
  readonly conflicts: readonly Conflict[];
  /** Only they changed it. */
  readonly taken: readonly StudyField[];
}

/** Brings two edits of the same version together, field by field; nothing of either is lost. */
export function merge<S extends StudyDocument>(base: StudyDocument, mine: StudyDocument, theirs: S): Merged<S> {
  const ours = changesBetween(base, mine);
  const others = changesBetween(base, theirs);
  const conflicts = fieldsOf(ours)
    .filter((field) => field in others && !isSame(ours[field], others[field]))
    .map((field): Conflict => ({ field, before: valueAt(base, field), mine: ours[field], theirs: others[field] }));
  return { study: withChanges(theirs, ours), conflicts, taken: fieldsOf(others).filter((field) => !(field in ours)) };
}

/** The field a fault or a place of the API belongs to: `sections.solution[1]` → `sections.solution`. */
export function fieldOfPath(path: string): StudyField | undefined {
  return studyFields.find((field) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`));
}
