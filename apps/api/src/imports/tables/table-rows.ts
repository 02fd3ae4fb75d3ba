import { isBlank } from '@caseboard/domain';
import type { Cell } from '../files/table.js';
import type { CellContext } from './cell-readers.js';
import { type Column, columns, type WriteContext } from './columns.js';
import { unguard } from '../../platform/sheets/formula-guard.js';
import { cellName, type FoundTable, type TableHead } from './tables.js';

/** Where something of a table stands. `column` is the heading as the file writes it. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string;
  /** `Studies!J4`, or `Studies!4` for a whole row. */
  readonly path: string;
}

export interface TableFault {
  readonly place: CellPlace;
  readonly value: unknown;
  readonly reason: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

export interface TableNote {
  readonly code: 'hidden-sheet' | 'sheet-left-out' | 'unknown-column' | 'unknown-service' | 'value-read';
  readonly where: string;
  readonly value: unknown;
}

/** What reading the rows of an import collects, and what it needs to know. */
export interface TableReading extends Pick<CellContext, 'dayOrder' | 'specializations' | 'knowsService'> {
  readonly faults: TableFault[];
  readonly notes: TableNote[];
}

/** One row of a table, its cells by the key of their column. */
export class TableRow {
  /** The column whose cell is being read: what its reader says is about this one. */
  private columnRead = '';
  private readonly context: CellContext;

  constructor(
    readonly table: TableHead,
    readonly number: number,
    private cells: readonly (Cell | undefined)[],
    private readonly reading: TableReading,
  ) {
    this.context = {
      ...reading,
      fault: (reason, value, params) => this.fault(this.columnRead, reason, value, params),
      note: (code, value) => reading.notes.push({ code, where: this.place(this.columnRead).path, value }),
    };
  }

  /** The cell of a column: `undefined` where the table has no such column, blank where the row has no such cell. */
  cell(key: string): Cell | undefined {
    const place = this.table.places.get(key);
    if (place === undefined) return undefined;
    const cell = this.cells[place];
    if (!cell) return blank;
    const text = unguard(cell.text);
    return text === cell.text ? cell : { ...cell, text };
  }

  /** From here on only places are asked for; the cells of a large file are much to keep. */
  forgetCells(): void {
    this.cells = [];
  }

  /** The trimmed text of a cell, `''` where there is none. */
  text(key: string): string {
    return this.cell(key)?.text.trim() ?? '';
  }

  isBlank(key: string): boolean {
    return isBlank(this.text(key));
  }

  place(key?: string): CellPlace {
    const { sheet, places, headings } = this.table;
    const at = key === undefined ? undefined : places.get(key);
    if (at === undefined) return { sheet, row: this.number, path: `${sheet}!${this.number}` };
    return {
      sheet,
      row: this.number,
      column: headings.find(({ place }) => place === at)?.heading,
      path: `${sheet}!${cellName(at, this.number)}`,
    };
  }

  fault(key: string | undefined, reason: string, value: unknown, params?: Readonly<Record<string, unknown>>): undefined {
    this.reading.faults.push({ place: this.place(key), value, reason, ...(params && { params }) });
  }

  /**
   * The values of all columns but those in `except`, by the record's paths. A cell that reads as the stored record
   * would be written is left out: exporting and importing changes nothing, even where a cell cannot hold everything.
   */
  values<R>(
    columnsOfKind: readonly Column<R>[],
    stored: R | undefined,
    write: WriteContext,
    except: readonly string[],
  ): Map<string, unknown> {
    const values = new Map<string, unknown>();
    for (const column of columnsOfKind) {
      if (except.includes(column.key)) continue;
      const cell = this.cell(column.key);
      if (!cell || (stored && this.saysStored(column, cell, stored, write))) continue;
      const value = this.read(column, cell);
      if (value !== undefined) values.set(column.path, value);
    }
    return values;
  }

  /** Whether the cell reads just as an export of the stored record would write it. */
  saysStored<R>(column: Column<R>, cell: Cell, stored: R, write: WriteContext): boolean {
    if (cell.unsolved) return false;
    const text = column.path === 'url' ? (cell.link ?? cell.text) : cell.text;
    return lines(text) === lines(column.write(stored, write));
  }

  private read<R>(column: Column<R>, cell: Cell): unknown {
    if (cell.unsolved) return this.fault(column.key, 'formula-without-result', null);
    this.columnRead = column.key;
    return column.read(cell, this.context);
  }
}

const blank: Cell = { text: '' };

export function rowsOf(table: FoundTable, reading: TableReading): TableRow[] {
  const { rows, ...head } = table;
  return rows.map(({ number, cells }) => new TableRow(head, number, cells, reading));
}

/** Which column of a table a path of its record belongs to: the longest that leads to it. */
export function columnOfPath(kind: keyof typeof columns, path: string): string | undefined {
  const leading = (columns[kind] as readonly { key: string; path: string }[]).filter(
    (column) => path === column.path || path.startsWith(`${column.path}.`) || path.startsWith(`${column.path}[`),
  );
  return leading.sort((a, b) => b.path.length - a.path.length)[0]?.key;
}

/** Spreadsheets write line ends each in their own way. */
function lines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
