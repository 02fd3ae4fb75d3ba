import { documentLimits, type Fault, noJson, tooLarge } from '@caseboard/domain';
import { readCsv } from '../files/csv.js';
import { decodeText } from '../files/decode-text.js';
import type { FileKind } from '../files/sniff.js';
import { type SheetFile, UnreadableFile } from '../files/table.js';
import { readWorkbook } from '../files/workbook.js';
import { columnOfHeading } from '../tables/columns.js';

/** A file that was read: a document, tables, or a document that is none. */
export type ImportFile =
  | { readonly kind: 'document'; readonly document: unknown }
  | { readonly kind: 'no-document'; readonly fault: Fault }
  | { readonly kind: 'tables'; readonly file: SheetFile };

/** Reads a file by its kind. Throws {@link UnreadableFile} for what is no spreadsheet at all. */
export async function readImportFile(bytes: Buffer, kind: FileKind, isKnownHeading: (heading: string) => boolean): Promise<ImportFile> {
  if (kind === 'json') return readDocument(bytes);
  const file =
    kind === 'xlsx'
      ? await readWorkbook(bytes)
      : await readCsv(bytes, 'CSV', (heading) => columnOfHeading('studies', heading) !== undefined || isKnownHeading(heading));
  if (file.sheets.length === 0) throw new UnreadableFile('no-table');
  return { kind: 'tables', file };
}

function readDocument(bytes: Buffer): ImportFile {
  if (bytes.length > documentLimits.bytes) return { kind: 'no-document', fault: tooLarge(bytes.length) };
  let text = '';
  try {
    text = decodeText(bytes).replace(/^\ufeff/, '');
    return { kind: 'document', document: JSON.parse(text) as unknown };
  } catch (error) {
    return { kind: 'no-document', fault: noJson(text, Number(/position (\d+)/.exec(String(error))?.[1] ?? Number.NaN)) };
  }
}
