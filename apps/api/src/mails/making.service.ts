import { Injectable } from '@nestjs/common';
import type { Language } from '@caseboard/contracts';
import type { Day } from '@caseboard/domain';
import { AlertContentService, type ToldAlert } from '../alerts/alert-content.service.js';
import type { NamesReader } from '../portfolio/names.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Organisation } from '../platform/organisation.js';
import { ReportMailService } from '../reports/report-mail.service.js';
import { headersOf, mailContent, type MailContent } from './mail-content.js';
import { OutboxService } from './outbox.service.js';

export interface Setting {
  readonly today: Day;
  readonly organisation: string;
}

export interface MailReader extends NamesReader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export interface Made extends MailContent {
  /** Those that the mail speaks of. */
  readonly alerts: readonly string[];
}

/** Makes a mail of the portfolio as it stands. */
@Injectable()
export class MakingService {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly organisation: Organisation,
    private readonly content: AlertContentService,
    private readonly outbox: OutboxService,
    private readonly reports: ReportMailService,
  ) {}

  private get base(): string {
    return this.config.baseUrl ?? `http://localhost:${this.config.port}`;
  }

  async setting(): Promise<Setting> {
    const { timeZone, legalName } = await this.organisation.facts();
    return { today: this.clock.today(timeZone), organisation: legalName };
  }

  /** A report's mail: one button leads to all of it. */
  async report(report: number, person: MailReader & { readonly unsubscribeSecret: string | null }): Promise<Made | null> {
    const { unsubscribeSecret } = person;
    const made = await this.reports.make(report, person, unsubscribeSecret);
    return made && { ...made, references: null, headers: headersOf(this.base, unsubscribeSecret), alerts: [] };
  }

  /** Null when nothing of it is wanted any more. */
  async make(
    kind: 'digest' | 'loss' | 'test',
    person: MailReader & { readonly unsubscribeSecret: string | null },
    ids: readonly string[],
    { organisation, today }: Setting,
  ): Promise<Made | null> {
    const rows: ToldAlert[] = ids.length === 0 ? [] : await this.content.rows(person, ids);
    if (rows.length === 0 && kind !== 'test') return null;
    const { base } = this;
    const unsubscribeSecret = kind === 'test' ? null : person.unsubscribeSecret;
    const { host } = this.outbox;
    return { ...mailContent(rows, { kind, person, organisation, today, base, unsubscribeSecret, host }), alerts: rows.map(({ id }) => id) };
  }
}
