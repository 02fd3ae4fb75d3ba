import { CsvError, parse } from 'csv-parse';
import { breathing } from './breathe.js';
import { decodeText } from './decode-text.js';
import { mostCells, mostRows, type Row, type SheetFile, UnreadableFile } from './table.js';

const delimiters = [',', ';', '\t'] as const;
const longestRecord = 2_000_000;

/**
 * Reads one CSV. The delimiter is the one with which the first rows show the most headings that `known` recognizes,
 * then the most columns. A row is a record as a spreadsheet counts it, whatever line breaks its cells hold.
 */
export async function readCsv(file: Buffer, name: string, known: (heading: string) => boolean): Promise<SheetFile> {
  const text = decodeText(file).replace(/^sep=.\r?\n/i, '\n');
  const delimiter = await delimiterOf(text.slice(0, 200_000), known);
  return { sheets: [{ name, rows: await records(text, delimiter) }], hidden: [] };
}

async function delimiterOf(start: string, known: (heading: string) => boolean): Promise<string> {
  const scored = await Promise.all(
    delimiters.map(async (delimiter) => {
      const rows = await records(start, delimiter, 25).catch(() => []);
      const headings = Math.max(0, ...rows.map(({ cells }) => cells.filter((cell) => cell && known(cell.text)).length));
      return { delimiter, score: headings * 1_000 + Math.max(0, ...rows.map(({ cells }) => cells.length)) };
    }),
  );
  return scored.sort((a, b) => b.score - a.score)[0]?.delimiter ?? ',';
}

async function records(text: string, delimiter: string, most?: number): Promise<Row[]> {
  const rows: Row[] = [];
  const breathe = breathing();
  let cells = 0;
  const parser = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestRecord,
    record_delimiter: ['\r\n', '\n', '\r'],
    ...(most && { to: most }),
  });
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      rows.push({ number: rows.length + 1, cells: record.map((value) => (value === '' ? undefined : { text: value })) });
      cells += record.length;
      if (rows.length > mostRows || cells > mostCells) throw new UnreadableFile('too-many-cells', { limit: mostRows });
      await breathe();
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile('broken-csv', { line: (error as { lines?: number }).lines ?? null, code: error.code });
    throw error;
  }
  return rows;
}
