import type { ReportFileQuery } from '@caseboard/contracts';
import type { ReportPage } from '@caseboard/wording';

/** What a file is made of; it travels to the thread that makes it. */
export interface FileRequest extends Pick<ReportFileQuery, 'format' | 'paper'> {
  readonly page: ReportPage;
}

/** Makes the file where it is called; {@link makeReportFile} does so in a thread of its own. */
export const writeReport = ({ format, page, paper }: FileRequest): Promise<Buffer> => writers[format](page, paper);

/** Each brings its library, which is loaded where it is needed only. */
const writers: { readonly [F in ReportFileQuery['format']]: (page: ReportPage, paper: ReportFileQuery['paper']) => Promise<Buffer> } = {
  pdf: async (page, paper) => (await import('./pdf/report-pdf.js')).reportPdf(page, paper),
  xlsx: async (page) => (await import('./report-workbook.js')).reportWorkbook(page),
  pptx: async (page) => (await import('./slides/report-slides.js')).reportSlides(page),
};
