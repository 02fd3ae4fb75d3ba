import { workbookType } from '../../platform/sheets/sheet-writer.js';

/** What a file is, by its content type, or by its first bytes where the type says nothing. */
export type FileKind = 'json' | 'csv' | 'xlsx';

const byType: Readonly<Record<string, FileKind>> = {
  'application/json': 'json',
  'text/json': 'json',
  'text/csv': 'csv',
  'application/csv': 'csv',
  'text/tab-separated-values': 'csv',
  [workbookType]: 'xlsx',
};

/** The content types to be told to whoever sends another. */
export const usualTypes: readonly string[] = ['application/json', 'text/csv', workbookType];

/** Types that browsers and tools send when they do not know; `vnd.ms-excel` is what Windows calls a CSV. */
const unknowing = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'text/plain',
  'application/zip',
  'application/x-zip-compressed',
  'application/vnd.ms-excel',
  'application/x-www-form-urlencoded',
]);

/** The kind a content type declares; `'look'` where the bytes must tell; `undefined` for types that are never imported. */
export function declaredKind(contentType: string | undefined): FileKind | 'look' | undefined {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return byType[type] ?? (unknowing.has(type) ? 'look' : undefined);
}

/** What the first bytes look like. Whatever is neither a workbook nor JSON is read as CSV, which says what is wrong. */
export function kindOfBytes(file: Buffer): FileKind {
  if (file.length >= 4 && (file.readUInt32BE(0) === 0x504b0304 || file.readUInt32BE(0) === 0xd0cf11e0)) return 'xlsx';
  const start = file
    .subarray(0, 64)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  return start.startsWith('{') ? 'json' : 'csv';
}
