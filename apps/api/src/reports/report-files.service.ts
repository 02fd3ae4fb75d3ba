import { Injectable } from '@nestjs/common';
import type { ReportFileQuery, ReportView } from '@caseboard/contracts';
import { Refusal } from '../platform/refusal.js';

export interface ReportFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: string;
}

/** Reports as files. */
@Injectable()
export class ReportFilesService {
  async make(view: ReportView, { format }: ReportFileQuery): Promise<ReportFile> {
    if (!view.report) throw new Refusal('not-found', { report: view.number });
    throw new Refusal('not-available', { format });
  }
}
