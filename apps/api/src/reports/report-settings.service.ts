import { Injectable } from '@nestjs/common';
import type { FieldFault, ReportSettings, updateReportSettings } from '@caseboard/contracts';
import { parseDay, type Day } from '@caseboard/domain';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { checkVersion, type Versioned } from '../platform/http/versions.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Organisation } from '../platform/organisation.js';
import { Refusal } from '../platform/refusal.js';
import { reportRound } from './report-round.js';
import { lastScheduled, readReportSettings, toRecorded, type StoredReportSettings } from './report-settings.js';
import { nextOn } from './schedule.js';

type Update = z.infer<typeof updateReportSettings>;

/** When reports go out, to whom, and what the organisation tells of itself in them. */
@Injectable()
export class ReportSettingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisation: Organisation,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
  ) {}

  async current(): Promise<Versioned<ReportSettings>> {
    const { manager } = this.database;
    const stored = await readReportSettings(manager);
    const next = nextOn(stored, await lastScheduled(manager), await this.today());
    return { version: stored.version, record: { ...toRecorded(stored), nextOn: next } };
  }

  /** A cadence chosen today holds from tomorrow on; a board of today or tomorrow is reported to at once. */
  async edit(me: SignedInPerson, ifMatch: string | undefined, update: Update): Promise<Versioned<ReportSettings>> {
    const today = await this.today();
    await this.database.transaction(async (manager) => {
      await refuseFaults(manager, update);
      const before = await readReportSettings(manager, 'FOR UPDATE');
      checkVersion(ifMatch, before.version);
      const after = laidOver(before, update, today);
      await manager.query(
        'UPDATE report_settings SET version = version + 1, cadence = $1, since = $2, board_days = $3, readers = $4, value = $5',
        [after.cadence, after.since, after.boardDays, after.readers, JSON.stringify(after.value)],
      );
      const recorded = { before: toRecorded(before), after: toRecorded(after) };
      await this.audit.record(manager, { who: me.id, action: 'edit', subject: 'settings', subjectId: 'report', ...recorded });
    });
    await this.jobs.add(reportRound, {}).catch(() => undefined);
    return this.current();
  }

  private async today(): Promise<Day> {
    return this.clock.today((await this.organisation.facts()).timeZone);
  }
}

function laidOver(before: StoredReportSettings, update: Update, today: Day): StoredReportSettings {
  const { cadence = before.cadence, boardDays = before.boardDays, readers = before.readers, value = before.value } = update;
  return {
    version: before.version,
    cadence,
    since: cadence === before.cadence ? before.since : today,
    boardDays: [...new Set(boardDays as Day[])].sort(),
    readers: [...new Set(readers.map((reader) => reader.toLowerCase()))],
    value,
  };
}

async function refuseFaults(manager: EntityManager, { boardDays = [], readers = [] }: Update): Promise<void> {
  const known = await manager.query<{ email: string }[]>('SELECT email FROM person WHERE active AND email = ANY($1)', [
    readers.map((reader) => reader.toLowerCase()),
  ]);
  const isKnown = new Set(known.map(({ email }) => email));
  const faults: FieldFault[] = [
    ...boardDays.flatMap((value, at) => (parseDay(value) ? [] : [{ path: `boardDays[${at}]`, value, reason: 'no-such-day' }])),
    ...readers.flatMap((value, at) =>
      isKnown.has(value.toLowerCase()) ? [] : [{ path: `readers[${at}]`, value, reason: 'unknown-person' }],
    ),
  ];
  if (faults.length > 0) throw new Refusal('invalid-fields', {}, faults);
}
