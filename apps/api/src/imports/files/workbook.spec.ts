import { deflateRawSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { type SheetFile, UnreadableFile } from './table.js';
import { readWorkbook } from './workbook.js';

const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;

interface Parts {
  readonly cells?: string;
  readonly after?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly links?: string;
}

/** A workbook of one sheet, written part by part. */
function workbookOf({ cells = '', after = '', strings = '', styles = '', workbook = '', links = '' }: Parts): Buffer {
  const files = {
    'xl/workbook.xml': `<workbook>${workbook}<sheets><sheet name="Studies" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${cells}</sheetData>${after}</worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${links}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)]))));
}

async function firstRow(parts: Parts) {
  return (await readWorkbook(workbookOf(parts))).sheets[0]?.rows[0]?.cells;
}

const why = (reading: Promise<SheetFile>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof UnreadableFile ? error.why : String(error)),
  );

describe('The text of a cell', () => {
  it('is that of its shared string, its runs joined and readings of words left out', async () => {
    const strings =
      '<si><t>plain &amp; simple</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t xml:space="preserve">text</t></r><rPh sb="0" eb="1"><t>リッチ</t></rPh></si><si/>';
    const cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>99</v></c></row>';
    expect(await firstRow({ strings, cells })).toEqual([{ text: 'plain & simple' }, { text: 'rich text' }, undefined, { text: '' }]);
  });

  it.each([
    ['a number', '<c r="A1"><v>7</v></c>', '7'],
    ['a large number, without exponent', '<c r="A1"><v>1.0E+15</v></c>', '1000000000000000'],
    ['a very large number', '<c r="A1"><v>1.5E+22</v></c>', '15000000000000000000000'],
    ['a tiny number', '<c r="A1"><v>1.2E-7</v></c>', '0.00000012'],
    ['a number with binary dust', '<c r="A1"><v>0.30000000000000004</v></c>', '0.3'],
    ['a truth', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['an inline text', '<c r="A1" t="inlineStr"><is><t>写入</t></is></c>', '写入'],
    ['a text that is written like a formula', '<c r="A1" t="inlineStr"><is><t>=HYPERLINK("x")</t></is></c>', '=HYPERLINK("x")'],
    ['the result of a formula', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>yx</v></c>', 'yx'],
    ['an escaped character', '<c r="A1" t="str"><v>a_x000D_b_x005F_x000D_</v></c>', 'a\rb_x000D_'],
    ['text in CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[a<b & c]]></t></is></c>', 'a<b & c'],
    ['an emoji and right-to-left text', '<c r="A1" t="inlineStr"><is><t>&#x1F680; مرحبا</t></is></c>', '🚀 مرحبا'],
  ])('of %s', async (_, cell, text) => {
    expect((await firstRow({ cells: `<row r="1">${cell}</row>` }))?.[0]).toEqual({ text });
  });

  it('follows the format of numbers where it says what they are', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="000000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs>';
    const cells = '<row r="1"><c r="A1" s="1"><v>0.32</v></c><c r="B1" s="2"><v>80000017</v></c></row>';
    expect(await firstRow({ styles, cells })).toEqual([{ text: '32%' }, { text: '080000017' }]);
  });

  it('of a formula without a stored result is told apart from an empty one', async () => {
    expect(await firstRow({ cells: '<row r="1"><c r="A1"><f>TODAY()</f></c><c r="B1" s="1"/></row>' })).toEqual([
      { text: '', unsolved: true },
    ]);
  });
});

describe('A date cell', () => {
  const styles =
    '<numFmts><numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="172" formatCode="[h]:mm"/><numFmt numFmtId="173" formatCode="#,##0 &quot;days&quot;"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/></cellXfs>';
  const dayOf = async (cell: string, workbook = '') => (await firstRow({ styles, workbook, cells: `<row r="1">${cell}</row>` }))?.[0]?.day;

  it.each([
    ['45838', '2025-06-30'],
    ['45838.75', '2025-06-30'],
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['109574', '2199-12-31'],
    ['60', undefined],
    ['0', undefined],
  ])('%s is the day %s, in whatever time zone the machine is', async (serial, day) => {
    expect(await dayOf(`<c r="A1" s="1"><v>${serial}</v></c>`)).toBe(day);
  });

  it('counts from 1904 where the workbook says so', async () => {
    expect(await dayOf('<c r="A1" s="1"><v>44376</v></c>', '<workbookPr date1904="1"/>')).toBe('2025-06-30');
  });

  it('is known by formats of one’s own, but not by durations and counted days', async () => {
    expect(await dayOf('<c r="A1" s="2"><v>45838</v></c>')).toBe('2025-06-30');
    expect(await dayOf('<c r="A1" s="3"><v>45838</v></c>')).toBeUndefined();
    expect(await dayOf('<c r="A1" s="4"><v>45838</v></c>')).toBeUndefined();
  });

  it('may be written as ISO 8601', async () => {
    expect(await dayOf('<c r="A1" t="d"><v>2025-06-30T00:00:00Z</v></c>')).toBe('2025-06-30');
  });
});

describe('A link', () => {
  it('keeps its address beside its text, from the sheet or from a formula', async () => {
    const cells =
      '<row r="1"><c r="A1" t="str"><v>our case</v></c><c r="B1" t="str"><f>HYPERLINK("https://b.example/?a=1&amp;b=2","b")</f><v>b</v></c></row>';
    const after = '<hyperlinks><hyperlink ref="A1" r:id="l1"/></hyperlinks>';
    const links = relation('l1', 'hyperlink', 'https://a.example/', ' TargetMode="External"');
    expect(await firstRow({ cells, after, links })).toEqual([
      { text: 'our case', link: 'https://a.example/' },
      { text: 'b', link: 'https://b.example/?a=1&b=2' },
    ]);
  });
});

describe('A workbook', () => {
  it('gives a merged cell to every row it spans, and a title merged sideways to one cell', async () => {
    const cells =
      '<row r="1"><c r="A1" t="str"><v>Title</v></c><c r="B1"/></row><row r="2"><c r="A2" t="str"><v>Acme</v></c></row><row r="3"><c r="B3" t="str"><v>x</v></c></row>';
    const { sheets } = await readWorkbook(
      workbookOf({ cells, after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A1048576"/></mergeCells>' }),
    );
    expect(sheets[0]?.rows.map((row) => row.cells.map((cell) => cell?.text))).toEqual([['Title'], ['Acme'], ['Acme', 'x']]);
  });

  it('leaves out hidden sheets, very hidden ones too, and names them', async () => {
    const workbook = new ExcelJS.Workbook();
    for (const [name, state] of [
      ['Studies', 'visible'],
      ['Old', 'hidden'],
      ['Secret', 'veryHidden'],
    ] as const)
      workbook.addWorksheet(name, { state }).addRow([name]);
    const file = await readWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect([file.sheets.map(({ name }) => name), file.hidden]).toEqual([['Studies'], ['Old', 'Secret']]);
  });

  it('is read from prefixed tags and without row and cell numbers', async () => {
    const cells = '<x:row><x:c t="str"><x:v>a</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row>';
    expect(await firstRow({ cells })).toEqual([{ text: 'a' }, { text: 'b' }]);
  });

  it('expands no entities of its own', async () => {
    const cells = '<!DOCTYPE x [<!ENTITY a "aaaa">]><row r="1"><c r="A1" t="str"><v>&a;&lt;</v></c></row>';
    expect((await firstRow({ cells }))?.[0]?.text).toBe('&a;<');
  });
});

describe('A file that is no workbook', () => {
  it.each([
    ['random bytes', randomBytes(5_000), 'damaged-workbook'],
    ['nothing', Buffer.alloc(0), 'encrypted-or-old-workbook'],
    [
      'an old or encrypted workbook',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000)]),
      'encrypted-or-old-workbook',
    ],
    ['another zip', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'not-a-spreadsheet'],
    ['a cut workbook', workbookOf({}).subarray(0, 300), 'damaged-workbook'],
  ])('is refused: %s', async (_, file, reason) => {
    expect(await why(readWorkbook(file))).toBe(reason);
  });

  const spaces = deflateRawSync(Buffer.alloc(40 * 1024 * 1024, ' '));

  it('is refused as a bomb before anything is unpacked when it says how large it is', async () => {
    const started = performance.now();
    expect(await why(readWorkbook(withSheet(spaces, 40 * 1024 * 1024)))).toBe('unpacks-too-large');
    expect(await why(readWorkbook(withSheet(spaces, 4_000_000_000)))).toBe('unpacks-too-large');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('is refused as a bomb at the first byte beyond what it says', async () => {
    expect(await why(readWorkbook(withSheet(spaces, 1_000)))).toBe('unpacks-too-large');
  });

  it('is refused when it has more rows than a portfolio can', async () => {
    expect(await why(readWorkbook(workbookOf({ cells: '<row/>'.repeat(250_001) })))).toBe('too-many-cells');
  });
});

/** A zip whose directory says that its one sheet unpacks to `size`, whatever is true. */
function withSheet(packed: Buffer, size: number): Buffer {
  const named = (name: string, data: Buffer, unpacked: number) => ({ name: Buffer.from(name), data, unpacked });
  const text = (name: string, xml: string) => named(name, deflateRawSync(xml), Buffer.byteLength(xml));
  const entries = [
    text('xl/workbook.xml', '<workbook><sheets><sheet name="Studies" r:id="r1"/></sheets></workbook>'),
    text('xl/_rels/workbook.xml.rels', `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`),
    named('xl/worksheets/sheet1.xml', packed, size),
  ];
  let offset = 0;
  const parts = entries.map(({ name, data, unpacked }) => {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(unpacked, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    offset += 30 + name.length + data.length;
    return { local: Buffer.concat([local, name, data]), central: Buffer.concat([central, name]) };
  });
  const directory = Buffer.concat(parts.map(({ central }) => central));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts.map(({ local }) => local), directory, end]);
}
