import type { ReportFileQuery } from '@caseboard/contracts';
import type { ReportPage } from '@caseboard/wording';
import { reportPdf } from './pdf/report-pdf.js';
import { reportSlides } from './report-slides.js';
import { reportWorkbook } from './report-workbook.js';

/** What a file is made of; it travels to the thread that makes it. */
export interface FileRequest extends Pick<ReportFileQuery, 'format' | 'paper'> {
  readonly page: ReportPage;
}

/** Makes the file where it is called; {@link makeReportFile} does so in a thread of its own. */
export const writeReport = ({ format, page, paper }: FileRequest): Promise<Buffer> => writers[format](page, paper);

const writers: { readonly [F in ReportFileQuery['format']]: (page: ReportPage, paper: ReportFileQuery['paper']) => Promise<Buffer> } = {
  pdf: reportPdf,
  xlsx: reportWorkbook,
  pptx: reportSlides,
};
