import { posix } from 'node:path';
import { breathing } from '../../platform/breathe.js';
import { numberText } from './number-text.js';
import { showsDay } from './serial-day.js';
import { readCells, type CellStyle } from './worksheet.js';
import { type Cell, type Sheet, type SheetFile, UnreadableFile } from './table.js';
import { XmlWalk } from './xml.js';
import { openZip, type Zip } from './zip.js';

/**
 * Reads an XLSX workbook. Hidden sheets are left out and named; formulas count by their stored results. Memory and
 * time are bounded before anything is unpacked (see {@link openZip}) and while cells are read.
 */
export async function readWorkbook(file: Buffer): Promise<SheetFile> {
  if (file.length < 22 || file.readUInt32BE(0) === 0xd0cf11e0) throw new UnreadableFile('encrypted-or-old-workbook');
  const zip = openZip(file);
  const rootRelations = await relationsOf(zip, '');
  const workbookPart = rootRelations.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.has(workbookPart)) throw new UnreadableFile('not-a-spreadsheet');
  const relations = await relationsOf(zip, workbookPart);
  const listed = listSheets(await zip.read(workbookPart));
  const context = {
    from1904: listed.from1904,
    strings: await stringsOf(zip, relations.find(({ type }) => type === 'sharedStrings')?.target),
    styles: await stylesOf(zip, relations.find(({ type }) => type === 'styles')?.target),
    bounds: { rows: 0, cells: 0 },
  };
  const sheets: Sheet[] = [];
  const hidden: string[] = [];
  for (const { name, state, relation } of listed.sheets) {
    const target = relations.find(({ id, type }) => id === relation && type === 'worksheet')?.target;
    if (!target) continue;
    if (state !== 'visible') hidden.push(name);
    else sheets.push({ name, rows: await readCells(await zip.read(target), await linksOf(zip, target), context) });
  }
  return { sheets, hidden };
}

interface Relation {
  readonly id: string;
  /** The last word of the type's address: the transitional and the strict one differ before it. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
  const folder = part === '' ? '' : posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(name)) return [];
  const relations: Relation[] = [];
  const walk = new XmlWalk(await zip.read(name));
  while (walk.next()) {
    if (walk.name !== 'Relationship' || walk.closing) continue;
    const external = walk.attribute('TargetMode') === 'External';
    const target = walk.attribute('Target') ?? '';
    const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    relations.push({
      id: walk.attribute('Id') ?? '',
      type: (walk.attribute('Type') ?? '').replace(/^.*\//, ''),
      target: external ? target : inside,
      external,
    });
  }
  return relations;
}

async function linksOf(zip: Zip, part: string): Promise<ReadonlyMap<string, string>> {
  const relations = await relationsOf(zip, part);
  return new Map(relations.filter(({ external }) => external).map(({ id, target }) => [id, target]));
}

function listSheets(xml: Buffer): { from1904: boolean; sheets: { name: string; state: string; relation: string }[] } {
  const sheets: { name: string; state: string; relation: string }[] = [];
  let from1904 = false;
  const walk = new XmlWalk(xml);
  while (walk.next()) {
    if (walk.closing) continue;
    if (walk.name === 'workbookPr') from1904 = ['1', 'true'].includes(walk.attribute('date1904') ?? '');
    if (walk.name !== 'sheet') continue;
    sheets.push({ name: walk.attribute('name') ?? '', state: walk.attribute('state') ?? 'visible', relation: walk.attribute('id') ?? '' });
  }
  return { from1904, sheets };
}

/** The table of texts that cells point into. Readings of Japanese words (`rPh`) are no part of the text. */
async function stringsOf(zip: Zip, part: string | undefined): Promise<Cell[]> {
  if (!part || !zip.has(part)) return [];
  const strings: Cell[] = [];
  const breathe = breathing();
  const walk = new XmlWalk(await zip.read(part));
  let text = '';
  let phonetic = false;
  while (walk.next()) {
    if (walk.name === 'si') {
      if (walk.closing || walk.empty) strings.push({ text: decodeEscapes(text) });
      else text = '';
      if (walk.closing || walk.empty) text = '';
      await breathe();
    } else if (walk.name === 'rPh') phonetic = !walk.closing && !walk.empty;
    else if (walk.name === 't' && !walk.closing && !walk.empty && !phonetic) text += walk.text();
  }
  return strings;
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

async function stylesOf(zip: Zip, part: string | undefined): Promise<CellStyle[]> {
  if (!part || !zip.has(part)) return [];
  const codes = new Map<number, string>([
    [9, '0%'],
    [10, '0.00%'],
  ]);
  const styles: CellStyle[] = [];
  const walk = new XmlWalk(await zip.read(part));
  let inCellFormats = false;
  while (walk.next()) {
    if (walk.name === 'numFmt' && !walk.closing) codes.set(Number(walk.attribute('numFmtId')), walk.attribute('formatCode') ?? '');
    else if (walk.name === 'cellXfs') inCellFormats = !walk.closing && !walk.empty;
    else if (walk.name === 'xf' && inCellFormats && !walk.closing) {
      const id = Number(walk.attribute('numFmtId') ?? 0);
      const code = codes.get(id);
      styles.push({ day: showsDay(id, code), text: (stored) => numberText(stored, code) });
    }
  }
  return styles;
}
