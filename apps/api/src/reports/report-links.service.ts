import { Injectable } from '@nestjs/common';
import type { createReportLink, Language, ReportLink } from '@caseboard/contracts';
import { addMonths, parseDay, type Day } from '@caseboard/domain';
import type { z } from 'zod';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { Organisation } from '../platform/organisation.js';
import { Refusal } from '../platform/refusal.js';
import { hashOf, newSecret } from '../platform/secrets.js';

type Wanted = z.infer<typeof createReportLink>;

/** What a link opens. */
export interface OpenedLink {
  readonly id: string;
  readonly report: number;
  readonly includesNames: boolean;
  readonly language: Language;
  readonly expiresOn: Day;
}

const longestMonths = 12;

/** Addresses by which somebody without an account reads one report. Only a hash of each secret is kept. */
@Injectable()
export class ReportLinksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly organisation: Organisation,
  ) {}

  async of(report: number): Promise<ReportLink[]> {
    return (await this.rows('report = $1', report)).map(toLink);
  }

  /** Of an issued report: what is behind the link never changes. */
  async create(me: SignedInPerson, report: number, wanted: Wanted, origin: string): Promise<ReportLink & { url: string }> {
    const expiresOn = await this.expiry(wanted.expiresOn);
    const secret = newSecret();
    const [made] = await this.database.manager.query<{ id: string }[]>(
      `INSERT INTO report_link (report, secret_hash, expires_on, includes_names, language, created_by, created_at)
       SELECT number, $2, $3, $4, $5, $6, $7 FROM report WHERE number = $1 AND state = 'issued' RETURNING id`,
      [report, hashOf(secret), expiresOn, wanted.includeNames, wanted.language, me.id, this.clock.now()],
    );
    if (!made) throw new Refusal('not-found');
    const [row] = await this.rows('report_link.id = $1', made.id);
    return { ...toLink(row as LinkRow), url: `${this.config.baseUrl ?? origin}/r/${secret}` };
  }

  async revoke(report: number, id: string): Promise<void> {
    const [, changed] = await this.database.manager.query<[unknown, number]>(
      'UPDATE report_link SET revoked_at = coalesce(revoked_at, $3) WHERE report = $1 AND id = $2',
      [report, id, this.clock.now()],
    );
    if (changed === 0) throw new Refusal('not-found');
  }

  /** Null where there is no such secret, its day has come, or it was taken back: nobody is told which. */
  async open(secret: string, counts: boolean): Promise<OpenedLink | null> {
    const today = this.clock.today((await this.organisation.facts()).timeZone);
    const [rows] = await this.database.manager.query<[OpenedLink[], number]>(
      `UPDATE report_link SET opened = opened + $3, last_opened_at = CASE WHEN $3 > 0 THEN $4 ELSE last_opened_at END
       WHERE secret_hash = $1 AND revoked_at IS NULL AND expires_on > $2
       RETURNING id, report, includes_names AS "includesNames", language, expires_on::text AS "expiresOn"`,
      [hashOf(secret), today, counts ? 1 : 0, this.clock.now()],
    );
    return rows[0] ?? null;
  }

  /** The first day on which the link no longer works: after today, within a year. */
  private async expiry(text: string): Promise<Day> {
    const today = this.clock.today((await this.organisation.facts()).timeZone);
    const last = addMonths(today, longestMonths);
    const day = parseDay(text);
    if (!day) throw new Refusal('invalid-fields', {}, [{ path: 'expiresOn', value: text, reason: 'no-such-day' }]);
    if (day > today && day <= last) return day;
    const params = { from: today, to: last };
    throw new Refusal('invalid-fields', {}, [{ path: 'expiresOn', value: text, reason: 'day-out-of-range', params }]);
  }

  private rows(condition: string, value: unknown): Promise<LinkRow[]> {
    return this.database.manager.query<LinkRow[]>(
      `SELECT report_link.id, report_link.created_at AS "createdAt", person.name AS "createdBy", expires_on::text AS "expiresOn",
         includes_names AS "includesNames", report_link.language, revoked_at AS "revokedAt", opened, last_opened_at AS "lastOpenedAt"
       FROM report_link JOIN person ON person.id = created_by WHERE ${condition} ORDER BY report_link.created_at DESC, report_link.id`,
      [value],
    );
  }
}

interface LinkRow extends Omit<ReportLink, 'createdAt' | 'revokedAt' | 'lastOpenedAt'> {
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly lastOpenedAt: Date | null;
}

function toLink(row: LinkRow): ReportLink {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastOpenedAt: row.lastOpenedAt?.toISOString() ?? null,
  };
}
