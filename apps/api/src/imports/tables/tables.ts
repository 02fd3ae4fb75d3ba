import { isBlank } from '@caseboard/domain';
import { type Cell, type Row, type Sheet, type SheetFile } from '../files/table.js';
import { columnOfHeading, columns, sheetNames, type TableKind } from './columns.js';
import { tight } from './words.js';

/** Which column a person said that a heading means; `''` leaves it out, `undefined` says nothing. */
export type Mapping = (kind: TableKind, sheet: string, heading: string) => string | undefined;

/** What is known of a table beside its rows. */
export interface TableHead {
  readonly sheet: string;
  readonly kind: TableKind;
  /** As the spreadsheet counts; 0 where none was found. */
  readonly headingRow: number;
  /** Where each column stands, from 0. */
  readonly places: ReadonlyMap<string, number>;
  readonly headings: readonly {
    readonly heading: string;
    readonly column: string | null;
    readonly sample: string;
    readonly place: number;
  }[];
}

export interface FoundTable extends TableHead {
  readonly rows: readonly Row[];
}

export interface FoundTables {
  readonly tables: readonly FoundTable[];
  /** Visible sheets that are none of the three tables. */
  readonly leftOut: readonly string[];
}

const fewestHeadings = 3;
const rowsLookedAt = 200;

/**
 * Finds the tables of a file: the sheets by their names, an only one being the studies, and in each the first row with
 * at least three known headings.
 */
export function findTables({ sheets }: SheetFile, mapping: Mapping): FoundTables {
  const kinds = sheets.map(({ name }) => kindOfSheet(name));
  if (sheets.length === 1) kinds[0] ??= 'studies';
  const tables = sheets.flatMap((sheet, i) => {
    const kind = kinds[i];
    return kind && kinds.indexOf(kind) === i ? [tableOf(sheet, kind, mapping)] : [];
  });
  return { tables, leftOut: sheets.filter(({ name }) => !tables.some(({ sheet }) => sheet === name)).map(({ name }) => name) };
}

function kindOfSheet(name: string): TableKind | undefined {
  const kinds = Object.keys(sheetNames) as TableKind[];
  return kinds.find((kind) => [...sheetNames[kind].en, ...sheetNames[kind].zh].some((known) => tight(known) === tight(name)));
}

function tableOf({ name, rows }: Sheet, kind: TableKind, mapping: Mapping): FoundTable {
  const meaning = (heading: string) => mapping(kind, name, heading) ?? columnOfHeading(kind, heading);
  const top = rows.slice(0, rowsLookedAt);
  const known = (row: Row) => row.cells.filter((cell) => cell && meaning(cell.text)).length;
  // A list of applications is whole with two columns.
  const enough = kind === 'applications' ? 2 : fewestHeadings;
  const found = top.find((row) => known(row) >= enough);
  // Without one, the first row that looks like headings is shown, for a person to match.
  const shown = found ?? top.find((row) => row.cells.filter((cell) => cell && !isBlank(cell.text)).length >= fewestHeadings);
  const below = shown ? rows.filter(({ number }) => number > shown.number) : [];
  const places = new Map<string, number>();
  const headings = (shown?.cells ?? []).flatMap((cell, place) => {
    if (!cell || isBlank(cell.text)) return [];
    const key = meaning(cell.text);
    const column = key && isColumn(kind, key) && !places.has(key) ? key : null;
    if (column) places.set(column, place);
    return [{ heading: cell.text.trim(), column, sample: sampleOf(below, place), place }];
  });
  return { sheet: name, kind, headingRow: found?.number ?? 0, places, headings, rows: found ? below.filter(isFilled) : [] };
}

function isColumn(kind: TableKind, key: string): boolean {
  return (columns[kind] as readonly { key: string }[]).some((column) => column.key === key);
}

function isFilled({ cells }: Row): boolean {
  return cells.some((cell) => cell !== undefined && (cell.unsolved === true || !isBlank(cell.text)));
}

function sampleOf(rows: readonly Row[], place: number): string {
  const cell = rows.slice(0, 50).find(({ cells }) => cells[place] && !isBlank((cells[place] as Cell).text))?.cells[place];
  return (cell?.text ?? '').slice(0, 80);
}

/** `J4`, as a spreadsheet names the cell; columns count from 0. */
export function cellName(place: number, row: number): string {
  let letters = '';
  for (let n = place + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row}`;
}
