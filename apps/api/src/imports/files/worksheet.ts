import { breathing } from '../../platform/breathe.js';
import { numberText } from './number-text.js';
import { dayOfSerial } from './serial-day.js';
import { type Cell, mostCells, mostRows, type Row, UnreadableFile } from './table.js';
import { decodeEscapes } from './workbook.js';
import { XmlWalk } from './xml.js';

export interface CellStyle {
  readonly day: boolean;
  readonly text: (stored: string) => string;
}

interface WorkbookContext {
  readonly from1904: boolean;
  /** The shared texts as cells: a sheet has many more cells than texts. */
  readonly strings: readonly Cell[];
  readonly styles: readonly CellStyle[];
  /** Counted over all sheets of the workbook. */
  readonly bounds: { rows: number; cells: number };
}

const lastColumn = 16_383;

/** Reads the cells of one sheet; `links` are the addresses its links point to, by relation. */
export async function readCells(xml: Buffer, links: ReadonlyMap<string, string>, context: WorkbookContext): Promise<Row[]> {
  const rows: Row[] = [];
  const areas: { from: Place; to: Place; link?: string }[] = [];
  const breathe = breathing();
  const walk = new XmlWalk(xml);
  let row: { number: number; cells: (Cell | undefined)[] } = { number: 0, cells: [] };
  while (walk.next()) {
    if (walk.closing) continue;
    if (walk.name === 'row') {
      row = { number: Number(walk.attribute('r')) || row.number + 1, cells: [] };
      rows.push(row);
      if ((context.bounds.rows += 1) > mostRows) throw new UnreadableFile('too-many-cells', { limit: mostRows });
      await breathe();
    } else if (walk.name === 'c') {
      const column = columnOf(walk.attribute('r')) ?? row.cells.length;
      const cell = readCell(walk, context);
      if (column > lastColumn || !cell) continue;
      if ((context.bounds.cells += 1) > mostCells) throw new UnreadableFile('too-many-cells', { limit: mostCells });
      row.cells[column] = cell;
    } else if (walk.name === 'mergeCell') {
      const area = areaOf(walk.attribute('ref'));
      if (area) areas.push(area);
    } else if (walk.name === 'hyperlink') {
      const area = areaOf(walk.attribute('ref'));
      const link = links.get(walk.attribute('id') ?? '');
      if (area && link) areas.push({ ...area, link });
    }
  }
  return spread(
    rows.sort((a, b) => a.number - b.number),
    areas,
    context,
  );
}

/** Reads `<c>` up to its end; nothing for a cell without a value. */
function readCell(walk: XmlWalk, context: WorkbookContext): Cell | undefined {
  if (walk.empty) return undefined;
  const type = walk.attribute('t') ?? 'n';
  const style = context.styles[Number(walk.attribute('s') ?? 0)];
  let stored: string | undefined;
  let formula: string | undefined;
  let inline = '';
  let phonetic = false;
  while (walk.next() && !(walk.name === 'c' && walk.closing)) {
    if (walk.name === 'rPh') phonetic = !walk.closing && !walk.empty;
    if (walk.closing) continue;
    if (walk.name === 'f') formula = walk.empty ? '' : walk.text();
    else if (walk.name === 'v') stored = walk.empty ? '' : walk.text();
    else if (walk.name === 't' && !walk.empty && !phonetic) inline += walk.text();
  }
  if (type === 'inlineStr') return { text: decodeEscapes(inline) };
  if (stored === undefined) return formula === undefined ? undefined : { text: '', unsolved: true };
  const cell = valueOf(type, stored, style, context);
  const link = formula === undefined ? undefined : addressOf(formula);
  return link === undefined ? cell : { ...cell, link };
}

function valueOf(type: string, stored: string, style: CellStyle | undefined, context: WorkbookContext): Cell {
  if (type === 's') return context.strings[Number(stored)] ?? { text: '' };
  if (type === 'b') return { text: stored === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'd') return { text: stored.slice(0, 10), day: stored.slice(0, 10) };
  if (type !== 'n') return { text: decodeEscapes(stored) };
  const day = style?.day ? dayOfSerial(Number(stored), context.from1904) : undefined;
  if (day !== undefined) return { text: day, day };
  return { text: style ? style.text(stored) : numberText(stored, undefined) };
}

/** The address in `=HYPERLINK("https://…","text")`. */
function addressOf(formula: string): string | undefined {
  return /^\s*=?\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(formula)?.[1]?.replaceAll('""', '"');
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function areaOf(ref: string | undefined): { from: Place; to: Place } | undefined {
  const [first, last = first] = (ref ?? '').split(':');
  const from = placeOf(first);
  const to = placeOf(last);
  return from && to ? { from, to } : undefined;
}

function placeOf(ref: string | undefined): Place | undefined {
  const column = columnOf(ref);
  const row = Number(/\d+$/.exec(ref ?? '')?.[0] ?? Number.NaN);
  return column === undefined || Number.isNaN(row) ? undefined : { row, column };
}

/** `AB12` is column 27. */
function columnOf(ref: string | undefined): number | undefined {
  if (!ref) return undefined;
  let column = 0;
  for (let i = 0; i < ref.length && i < 4; i += 1) {
    const letter = ref.charCodeAt(i) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? undefined : column - 1;
}

/**
 * Gives links to their cells, and the value of a merged area to the cells below it in its first column: a customer
 * merged over three rows is the customer of all three. Titles merged sideways stay one cell.
 */
function spread(rows: Row[], areas: readonly { from: Place; to: Place; link?: string }[], context: WorkbookContext): Row[] {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const { from, to, link } of areas) {
    const top = byNumber.get(from.row)?.cells[from.column];
    const until = Math.min(to.row, rows.at(-1)?.number ?? 0);
    for (let number = from.row; number <= until; number += 1) {
      const row = byNumber.get(number);
      if (!row || from.column > lastColumn) continue;
      if ((context.bounds.cells += 1) > mostCells) throw new UnreadableFile('too-many-cells', { limit: mostCells });
      const cell = link === undefined ? (row.cells[from.column] ?? top) : row.cells[from.column];
      if (cell) row.cells[from.column] = link === undefined ? cell : { ...cell, link };
    }
  }
  return rows;
}
