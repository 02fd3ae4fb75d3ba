/** Where each figure of a catalog entry stands, as its `provenance` tells; anything of another shape counts as nothing known. */
import type { Requirements, Specialization } from './portfolio.js';

export type FigureName = keyof Requirements;

export const figureNames = [
  'studies',
  'public',
  'freshnessMonths',
  'services',
  'categories',
  'categoryPerStudy',
  'categoriesCovered',
  'supportServices',
  'diagram',
  'unusedStudies',
] as const satisfies readonly FigureName[];

/** Read in AWS's checklist, assumed, confirmed or edited by a manager here, or without a source. */
export const figureStates = ['read', 'assumed', 'confirmed', 'edited', 'unsourced'] as const;
export type FigureState = (typeof figureStates)[number];

/** Who vouched for a figure here, and when. */
export interface Voucher {
  readonly by: string;
  readonly at: string;
}

/** The part of an entry's provenance that is read; whatever else stands there is left as it is. */
export interface Provenance {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly confirmed: Readonly<Record<string, Voucher>>;
  readonly edited: Readonly<Record<string, Voucher>>;
}

export function figureStateOf(entry: Pick<Specialization, 'provenance'>, name: FigureName): FigureState {
  const { figures, confirmed, edited } = provenanceOf(entry);
  if (edited[name]) return 'edited';
  if (confirmed[name]) return 'confirmed';
  const source = figures[name];
  return source === 'read' || source === 'assumed' ? source : 'unsourced';
}

/** Whether the figure asks anything: flags that are off and empty lists ask nothing. */
export function asksFor(requires: Requirements, name: FigureName): boolean {
  if (name === 'studies' || name === 'public' || name === 'freshnessMonths') return true;
  const value = requires[name];
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

export function provenanceOf({ provenance }: Pick<Specialization, 'provenance'>): Provenance {
  const { figures, confirmed, edited } = isRecord(provenance) ? provenance : {};
  return { figures: isRecord(figures) ? figures : {}, confirmed: vouchers(confirmed), edited: vouchers(edited) };
}

function vouchers(value: unknown): Record<string, Voucher> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, Voucher & Record<string, unknown>] => isRecord(entry[1]) && 'by' in entry[1] && 'at' in entry[1],
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
