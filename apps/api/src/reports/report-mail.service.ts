import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import type { MailReader } from '../mails/making.service.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { readBy } from './open-report.js';
import { reportMail } from './report-mail.js';
import { readIssued, toReportRow } from './stored-report.js';

/** Makes the mail that a report comes with, as its reader may read it at this moment. */
@Injectable()
export class ReportMailService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly portfolio: PortfolioService,
  ) {}

  /** Null where there is no such report. */
  async make(number: number, person: MailReader, unsubscribeSecret: string | null) {
    const issued = await readIssued(this.database.manager, number);
    if (!issued) return null;
    const read = readBy(person, issued.content, issued.labels, await this.portfolio.current());
    const base = this.config.baseUrl ?? `http://localhost:${this.config.port}`;
    return reportMail({ ...toReportRow(issued), ...read }, { person, base, unsubscribeSecret });
  }
}
