import type { FastifyReply } from 'fastify';
import { type OutSheet, workbookType, writeCsv, writeWorkbook } from '../../platform/sheets/sheet-writer.js';

/** Sends tables as a file to save: a workbook of all of them, or a CSV of the first. */
export async function sendSheets(
  reply: FastifyReply,
  name: string,
  format: 'csv' | 'xlsx',
  sheets: readonly [OutSheet, ...OutSheet[]],
): Promise<void> {
  void reply.header('content-disposition', `attachment; filename="${name}.${format}"`);
  if (format === 'xlsx') await reply.type(workbookType).send(writeWorkbook(sheets));
  else await reply.type('text/csv; charset=utf-8').send(await writeCsv(sheets[0]));
}
