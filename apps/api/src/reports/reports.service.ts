import { Injectable } from '@nestjs/common';
import type { Page, ReportRow, ReportView } from '@caseboard/contracts';
import { addDays, firstAsOf, type Day } from '@caseboard/domain';
import { HistoryReader } from '../history/history-reader.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Refusal } from '../platform/refusal.js';
import type { NamesReader } from '../portfolio/names.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { canonical } from './canonical.js';
import { DraftService } from './draft.service.js';
import { readBy } from './open-report.js';
import { ReportIssuing } from './report-issuing.service.js';
import { ReportMaker } from './report-maker.service.js';
import { startOfQuarter } from './schedule.js';
import { countRows, lastIssuedDay, readIssued, readRow, readRows, toReportRow, type StoredRow } from './stored-report.js';

export interface AskedDays {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Reports as each reader may read them. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly portfolio: PortfolioService,
    private readonly history: HistoryReader,
    private readonly maker: ReportMaker,
    private readonly drafts: DraftService,
    private readonly issuing: ReportIssuing,
  ) {}

  async page(query: { page: number; size: number }): Promise<Page<ReportRow>> {
    const { manager } = this.database;
    return { items: (await readRows(manager, query)).map(toReportRow), total: await countRows(manager) };
  }

  /** One that is not issued yet says nothing. */
  async one(reader: NamesReader, number: number): Promise<ReportView> {
    const { manager } = this.database;
    const issued = await readIssued(manager, number);
    if (issued) return { ...toReportRow(issued), ...readBy(reader, issued.content, issued.labels, await this.portfolio.current()) };
    const row = await readRow(manager, number);
    if (!row) throw new Refusal('not-found', { report: number });
    return { ...toReportRow(row), report: null, labels: { studies: {}, people: {} } };
  }

  /** One that is not kept: what would be issued now. */
  async draft(reader: NamesReader, asked: AskedDays): Promise<ReportView> {
    const snapshot = await this.portfolio.current();
    const { from, to } = await this.days(asked, snapshot);
    const { report, labels } = await this.drafts.of(from, to, snapshot);
    return { ...draftRow(from, to, this.clock.now()), ...readBy(reader, report, labels, snapshot) };
  }

  /** Made by a job: the answer is a row that waits for it. */
  async issue(who: string, asked: AskedDays): Promise<ReportRow> {
    const days = await this.days(asked, await this.portfolio.current());
    const number = await this.issuing.begin(days, { who, scheduledOn: null });
    return toReportRow((await readRow(this.database.manager, number as number)) as StoredRow);
  }

  /** Makes it again from the record of changes, and compares what it rests on and what it says. */
  async reproduce(number: number): Promise<{ same: boolean; hash: string }> {
    const issued = await readIssued(this.database.manager, number);
    if (!issued) throw new Refusal('not-found', { report: number });
    const { report, hash } = await this.maker.make(issued.asked);
    return { same: hash === issued.hash && canonical(report) === canonical(issued.content), hash };
  }

  /**
   * Up to today, since the last report or, before the first one, since the quarter before began or the record did. On the
   * day of a report that is the one before it: since then nothing much can have happened.
   */
  async days({ from, to }: AskedDays, snapshot: Snapshot): Promise<{ from: Day; to: Day }> {
    const last = to ? await this.history.recordedDay(to, 'to', snapshot) : snapshot.today;
    const first = from ? snapshot.asOf(from, 'from') : await this.since(last);
    if (first <= last) return { from: first, to: last };
    const params = { from: firstAsOf, to: last };
    throw new Refusal('invalid-fields', {}, [{ path: 'from', value: from, reason: 'day-out-of-range', params }]);
  }

  private async since(to: Day): Promise<Day> {
    const last = await lastIssuedDay(this.database.manager, addDays(to, -1));
    if (last) return last;
    const [quarter, known] = [startOfQuarter(to, -1), (await this.history.knownSince(to)) ?? to];
    return quarter > known ? quarter : known;
  }
}

function draftRow(from: Day, to: Day, now: Date): ReportRow {
  const requestedAt = now.toISOString();
  return {
    number: 0,
    from,
    to,
    state: 'making',
    progress: 1,
    requestedAt,
    issuedAt: null,
    issuedBy: null,
    hash: null,
    error: null,
  };
}
