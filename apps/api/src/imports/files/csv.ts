import { breathing } from '../../platform/breathe.js';
import { decodeText } from './decode-text.js';
import { type Cell, mostCells, mostRows, type Row, type SheetFile, UnreadableFile } from './table.js';

const delimiters = [',', ';', '\t'] as const;

/**
 * Reads one CSV. The delimiter is the one with which the first rows show the most headings that `known` recognizes,
 * then the most columns. A row is a record as a spreadsheet counts it, whatever line breaks its cells hold.
 */
export async function readCsv(file: Buffer, name: string, known: (heading: string) => boolean): Promise<SheetFile> {
  const text = decodeText(file).replace(/^\ufeff?sep=.\r?\n/i, '\n');
  const delimiter = delimiterOf(text, known);
  const rows: Row[] = [];
  const breathe = breathing();
  let cells = 0;
  for (const row of recordsOf(text, delimiter)) {
    rows.push(row);
    cells += row.cells.length;
    if (rows.length > mostRows || cells > mostCells) throw new UnreadableFile('too-many-cells', { limit: mostRows });
    await breathe();
  }
  return { sheets: [{ name, rows }], hidden: [] };
}

const rowsLookedAt = 25;

function delimiterOf(text: string, known: (heading: string) => boolean): string {
  const scored = delimiters.map((delimiter) => {
    const rows = firstRecords(text, delimiter);
    const headings = Math.max(0, ...rows.map(({ cells }) => cells.filter((cell) => cell && known(cell.text)).length));
    return { delimiter, score: headings * 100_000 + Math.max(0, ...rows.map(({ cells }) => cells.length)) };
  });
  return scored.sort((a, b) => b.score - a.score)[0]?.delimiter ?? ',';
}

/** With a wrong delimiter the quotes may not match: what was read until then still tells. */
function firstRecords(text: string, delimiter: string): Row[] {
  const rows: Row[] = [];
  try {
    for (const row of recordsOf(text, delimiter)) if (rows.push(row) >= rowsLookedAt) break;
  } catch {
    return rows;
  }
  return rows;
}

const quote = 0x22;
const isEnd = (code: number) => code === 0x0a || code === 0x0d || Number.isNaN(code);

/** The records one by one. A cell that begins with a quote goes on to its closing one; a quote elsewhere is a character. */
function* recordsOf(text: string, delimiter: string): Generator<Row> {
  const parting = delimiter.charCodeAt(0);
  let number = 0;
  let at = 0;
  while (at < text.length) {
    const cells: (Cell | undefined)[] = [];
    number += 1;
    for (;;) {
      const start = at;
      let value = '';
      if (text.charCodeAt(at) === quote) {
        const close = closingQuote(text, at + 1, number);
        value = text.slice(at + 1, close);
        if (value.includes('"')) value = value.replaceAll('""', '"');
        at = close + 1;
      }
      const rest = at;
      while (!isEnd(text.charCodeAt(at)) && text.charCodeAt(at) !== parting) at += 1;
      value = rest === start ? text.slice(rest, at) : value + text.slice(rest, at);
      cells.push(value === '' ? undefined : { text: value });
      if (text.charCodeAt(at) !== parting) break;
      at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    yield { number, cells };
  }
}

function closingQuote(text: string, from: number, row: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== quote) return at;
  }
  throw new UnreadableFile('broken-csv', { row });
}
