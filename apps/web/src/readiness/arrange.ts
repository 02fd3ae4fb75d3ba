import { cellLetter, type CellState, type MatrixAnswer, type MatrixRow, type SpecializationReadiness } from '@caseboard/contracts';
import { csvOf } from '../platform/csv';
import { specializationName } from '../platform/specialization-name';
import { isChosen } from '../ui/choices';

/** One column: where its letter stands in a row's `cells`, and what the head shows. */
export interface MatrixColumn {
  readonly at: number;
  readonly code: string;
  readonly name: string;
  readonly specialization: SpecializationReadiness;
}
export interface ColumnGroup {
  readonly programme: string;
  readonly columns: readonly MatrixColumn[];
  /** Columns that no study touches, folded away. */
  readonly folded: number;
  readonly all: number;
  readonly ends: string | null;
}

const programmes = ['competency', 'service-delivery', 'service-ready', 'msp'];
const states = Object.fromEntries(Object.entries(cellLetter).map(([state, letter]) => [letter, state])) as Record<string, CellState>;

export function stateAt(row: MatrixRow, at: number): CellState {
  return states[row.cells[at] ?? '.'] ?? 'none';
}

export function gapsAt(row: MatrixRow, at: number): number {
  return parseInt(row.gaps[at] ?? '0', 36);
}

/** Groups by programme; inside, targets first, then what some study is linked to, then the rest unless folded. */
export function groupsOf(matrix: MatrixAnswer, readiness: readonly SpecializationReadiness[], withAll: boolean): ColumnGroup[] {
  const known = new Map(readiness.map((each) => [each.code, each]));
  const columns = matrix.columns.flatMap((code, at): MatrixColumn[] => {
    const specialization = known.get(code);
    return specialization ? [{ at, code, name: specializationName(specialization.name), specialization }] : [];
  });
  const groups = new Map<string, MatrixColumn[]>();
  for (const column of columns) {
    const programme = programmes.includes(column.specialization.programme ?? '') ? (column.specialization.programme as string) : 'other';
    groups.set(programme, [...(groups.get(programme) ?? []), column]);
  }
  return [...programmes, 'other'].flatMap((programme) => {
    const all = groups.get(programme) ?? [];
    const used = all.filter(({ specialization }) => specialization.target || specialization.linked > 0);
    const shown = withAll ? all : used;
    const ends = all.find(({ specialization }) => specialization.endsOn)?.specialization.endsOn ?? null;
    const ordered = [...shown].sort((a, b) => rank(a) - rank(b) || a.at - b.at);
    return all.length === 0 ? [] : [{ programme, columns: ordered, folded: all.length - shown.length, all: all.length, ends }];
  });
}

function rank({ specialization }: MatrixColumn): number {
  return specialization.target ? 0 : specialization.linked > 0 ? 1 : 2;
}

/** What a person chose of the studies: values parted by commas; '' for any. */
export interface RowFilters {
  readonly search: string;
  readonly owner: string;
  readonly industry: string;
}

/** Whether the filters and the search let the study through. */
export function isWanted({ id, title, customer, owner, industry }: MatrixRow, filters: RowFilters): boolean {
  return (
    isChosen(filters.owner, owner ?? 'none') &&
    isChosen(filters.industry, industry ?? '') &&
    `${title} ${customer ?? ''} ${id}`.toLowerCase().includes(filters.search.trim().toLowerCase())
  );
}

/** Active ones by expiry, soonest first, then drafts by expiry: trouble is at the top. */
export function rowsOf(matrix: MatrixAnswer, filters: RowFilters & { readonly status: string }): MatrixRow[] {
  return matrix.rows
    .filter((row) => isChosen(filters.status, row.status) && isWanted(row, filters))
    .sort(
      (a, b) =>
        Number(a.status === 'draft') - Number(b.status === 'draft') ||
        (a.expiresOn ?? '9').localeCompare(b.expiresOn ?? '9') ||
        a.id.localeCompare(b.id),
    );
}

/** What a person sees of the matrix, as CSV. */
export function matrixCsv(
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
  heads: readonly string[],
  word: (state: CellState) => string,
): string {
  return csvOf([
    [...heads, ...columns.map(({ name }) => name)],
    ...rows.map((row) => [row.id, row.customer ?? '', row.title, row.expiresOn ?? '', ...columns.map(({ at }) => cellText(row, at, word))]),
  ]);
}

function cellText(row: MatrixRow, at: number, word: (state: CellState) => string): string {
  const state = stateAt(row, at);
  if (state === 'none') return '';
  const gaps = gapsAt(row, at);
  return gaps > 0 && (state === 'blocked' || state === 'would-be-blocked') ? `${word(state)} (${gaps})` : word(state);
}
