import { randomBytes } from 'node:crypto';
import { readCsv } from './csv.js';
import { UnreadableFile } from './table.js';

const known = (heading: string) => ['Title', 'Customer', '标题', '客户'].includes(heading);
const read = async (file: Buffer | string) => {
  const { sheets } = await readCsv(Buffer.from(file), 'CSV', known);
  return sheets[0]?.rows.map(({ number, cells }) => [number, ...cells.map((cell) => cell?.text)]);
};
const why = (file: Buffer) =>
  readCsv(file, 'CSV', known).then(
    () => 'read',
    (error: unknown) => (error instanceof UnreadableFile ? error.why : String(error)),
  );
const utf16 = (text: string, bigEndian: boolean, mark: boolean) => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('A CSV', () => {
  const text = 'Title,客户\r\n订舱,恒岭 Ltd\r\n';
  const rows = [
    [1, 'Title', '客户'],
    [2, '订舱', '恒岭 Ltd'],
  ];

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with its mark', utf16(text, false, true)],
    ['UTF-16 BE with its mark', utf16(text, true, true)],
    ['UTF-16 LE without a mark', utf16(text, false, false)],
    ['UTF-16 BE without a mark', utf16(text, true, false)],
    ['GB18030', Buffer.from('5469746c652cbfcdbba70d0ab6a9b2d52cbae3c1eb204c74640d0a', 'hex')],
  ])('is read as %s', async (_, file) => {
    expect(await read(file)).toEqual(rows);
  });

  it.each([
    ['commas', 'Title,Customer\na;b,c'],
    ['semicolons', 'Title;Customer\na,b;c'],
    ['tabs', 'Title\tCustomer\na,b\tc'],
    ['what Excel says in its first line', 'sep=;\nTitle;Customer'],
  ])('is parted by %s', async (_, file) => {
    const found = await read(file);
    expect(found?.some((row) => row.includes('Title') && row.includes('Customer'))).toBe(true);
  });

  it('counts rows as a spreadsheet does: line breaks within quotes are one row, blank lines are rows', async () => {
    expect(await read('Title,Customer\n"a\nb ""c""",d\n\n"e"\r\nf')).toEqual([
      [1, 'Title', 'Customer'],
      [2, 'a\nb "c"', 'd'],
      [3, undefined],
      [4, 'e'],
      [5, 'f'],
    ]);
  });

  it('keeps quotes that do not begin a cell', async () => {
    expect(await read('Title,Customer\n5" disk,"x"y')).toEqual([
      [1, 'Title', 'Customer'],
      [2, '5" disk', 'xy'],
    ]);
  });

  it('is refused when its quotes do not match', async () => {
    expect(await why(Buffer.from('Title,Customer\n"a,b'))).toBe('broken-csv');
  });

  it('is refused when it is random bytes', async () => {
    for (let i = 0; i < 20; i += 1) expect(await why(randomBytes(2_000))).toBe('no-readable-text');
  });
});
