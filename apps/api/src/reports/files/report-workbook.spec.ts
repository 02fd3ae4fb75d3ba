import ExcelJS from 'exceljs';
import { reportPage, reportSheetWords, type Language } from '@caseboard/wording';
import { aReport, someLabels } from '@caseboard/wording/testing';
import { format } from '../../platform/words.js';
import { reportWorkbook } from './report-workbook.js';

const report = aReport({ targets: 30, losses: 30 });
const pageOf = (language: Language) =>
  reportPage(report, someLabels(report), { language, format, number: 4, issuedAt: '2026-11-23T01:41:00Z' });

async function read(language: Language): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await reportWorkbook(pageOf(language));
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

const rowsOf = (sheet: ExcelJS.Worksheet | undefined): unknown[][] =>
  (sheet?.getSheetValues() ?? []).slice(2).map((row) => (Array.isArray(row) ? row.slice(1) : []));

describe.each(['en', 'zh'] as const)('The workbook of a report in %s', (language) => {
  const names = reportSheetWords[language];
  const page = pageOf(language);

  it('has a sheet behind every part, its heads frozen and filtering', async () => {
    const workbook = await read(language);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(Object.values(names));
    for (const sheet of workbook.worksheets) {
      expect(sheet.autoFilter).toBeTruthy();
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    }
  });

  it('has the figures of the page as numbers and its days as days', async () => {
    const workbook = await read(language);
    const overview = rowsOf(workbook.getWorksheet(names.overview));
    expect(overview.slice(0, 4).map(([label, now, before]) => [label, now, before])).toEqual(
      page.figures.map(({ label, now, before }) => [label, now.value, before?.value]),
    );
    const trend = rowsOf(workbook.getWorksheet(names.trend));
    expect(trend.map(([day, value]) => [(day as Date).toISOString().slice(0, 10), value])).toEqual(
      page.trend.points.map(({ on, value }) => [on, value]),
    );
    const portfolio = rowsOf(workbook.getWorksheet(names.portfolio));
    expect(portfolio.map(([, , studies]) => studies)).toEqual(
      page.shape.charts.flatMap(({ bars }) => bars.map(({ count }) => count.value)),
    );
    expect(rowsOf(workbook.getWorksheet(names.targets))).toHaveLength(30);
  });

  it('runs no formula out of a name', async () => {
    const workbook = await read(language);
    const cells: ExcelJS.Cell[] = [];
    for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
    expect(cells.filter(({ type }) => type === ExcelJS.ValueType.Formula)).toEqual([]);
    expect(cells.some(({ text }) => text.includes('=SUM(A1:A9)'))).toBe(true);
  });
});
