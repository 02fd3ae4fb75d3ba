import { Injectable } from '@nestjs/common';
import type { ReportFileQuery, ReportView } from '@caseboard/contracts';
import { reportPage } from '@caseboard/wording';
import { Refusal } from '../platform/refusal.js';
import { workbookType } from '../platform/sheets/sheet-writer.js';
import { format as formatMessage } from '../platform/words.js';
import { makeReportFile } from './files/make-report-file.js';

export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: string;
}

/** Reports as files: the page that the screen shows, drawn for paper, sheets or slides. */
@Injectable()
export class ReportFilesService {
  async make({ report, labels, number, issuedAt }: ReportView, { format, language, paper }: ReportFileQuery): Promise<ReportFile> {
    if (!report) throw new Refusal('not-found', { report: number });
    const page = reportPage(report, labels, { language, format: formatMessage, number, issuedAt });
    const bytes = await makeReportFile({ format, paper, page });
    return { bytes, name: `caseboard-report-${number || 'draft'}-${report.to}.${format}`, type: types[format] };
  }
}

const types: { readonly [F in ReportFileQuery['format']]: string } = {
  pdf: 'application/pdf',
  xlsx: workbookType,
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
