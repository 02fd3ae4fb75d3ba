/** What any spreadsheet file becomes: sheets of sparse rows, numbered as the spreadsheet numbers them. */
export interface Cell {
  /** What a person reads in the cell: numbers without exponent, days as `YYYY-MM-DD`. */
  readonly text: string;
  /** The day of a real date cell. */
  readonly day?: string;
  /** The address behind a link. */
  readonly link?: string;
  /** A formula whose result the file does not hold. */
  readonly unsolved?: true;
}

export interface Row {
  /** From 1, as the spreadsheet counts. */
  readonly number: number;
  /** By column, from 0; absent cells are holes. */
  readonly cells: (Cell | undefined)[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: Row[];
}

export interface SheetFile {
  readonly sheets: Sheet[];
  /** Names of hidden sheets, which are left out. */
  readonly hidden: string[];
}

/** Bounds of what is read; a portfolio of 100,000 studies fits with room to spare. */
export const mostRows = 250_000;
export const mostCells = 4_000_000;

/** Why a file cannot be read; the words stand in libs/wording under `unreadable-file`. */
export type Unreadable =
  | 'not-a-spreadsheet'
  | 'encrypted-or-old-workbook'
  | 'damaged-workbook'
  | 'unpacks-too-large'
  | 'too-many-cells'
  | 'no-readable-text'
  | 'broken-csv'
  | 'no-json'
  | 'no-table';

/** Thrown by every reader of files; the service turns it into the refusal `unreadable-file`. */
export class UnreadableFile extends Error {
  constructor(
    readonly why: Unreadable,
    readonly params: Readonly<Record<string, unknown>> = {},
  ) {
    super(why);
  }
}
