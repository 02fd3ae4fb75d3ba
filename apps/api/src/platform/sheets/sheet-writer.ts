import { PassThrough, type Readable } from 'node:stream';
import { breathing } from '../breathe.js';
import { guardForCsv, guardForWorkbook } from './formula-guard.js';

/**
 * A table to write: its headings, and its rows as texts; `shapes` says which columns a workbook shows as days or numbers (`number` has
 * decimals), `hasFilter` whether its heads filter.
 */
export interface OutSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly shapes: readonly Shape[];
  readonly rows: Iterable<readonly string[]>;
  readonly hasFilter?: boolean;
}

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Shape = 'day' | 'count' | 'number' | undefined;

/** A CSV that Excel opens with its characters intact (the mark in front) and in which no cell runs as a formula. */
export async function writeCsv({ headings, rows }: OutSheet): Promise<string> {
  const breathe = breathing();
  const lines = [line(headings)];
  for (const row of rows) {
    lines.push(line(row));
    await breathe();
  }
  return `\ufeff${lines.join('')}`;
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${guardForCsv(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/** A workbook, written while it is sent. Texts are typed as texts, so nothing runs. */
export function writeWorkbook(sheets: readonly OutSheet[]): Readable {
  const stream = new PassThrough();
  fill(stream, sheets).catch((error: Error) => stream.destroy(error));
  return stream;
}

async function fill(stream: PassThrough, sheets: readonly OutSheet[]): Promise<void> {
  // It is large, and no start should wait for it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const breathe = breathing();
  for (const { name, headings, shapes, rows, hasFilter } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = headings.map((heading, at) => ({
      width: Math.min(48, Math.max(14, heading.length * 2)),
      style: shapes[at] === 'day' ? { numFmt: 'yyyy-mm-dd' } : {},
    }));
    const head = sheet.addRow(headings);
    head.font = { bold: true };
    head.commit();
    for (const row of rows) {
      sheet.addRow(row.map((text, at) => cellOf(text, shapes[at]))).commit();
      await breathe();
    }
    if (hasFilter) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } };
    sheet.commit();
  }
  await workbook.commit();
}

function cellOf(text: string, shape: Shape): string | number | null {
  if (text === '') return null;
  if (shape === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return serialOfDay(text);
  if (shape === 'count' && /^\d{1,9}$/.test(text)) return Number(text);
  if (shape === 'number' && /^-?\d{1,15}(\.\d{1,6})?$/.test(text)) return Number(text);
  return escapeCharacters(guardForWorkbook(text));
}

/** The day number that spreadsheets keep: the 1900 system, with the 29 February 1900 that it believes in. */
function serialOfDay(day: string): number {
  const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  return serial <= 60 ? serial - 1 : serial;
}

/** Characters that XML cannot hold are written `_x000D_`, and so is a text that looks like one of these. */
function escapeCharacters(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

    .replace(
      /[\u0001-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}
