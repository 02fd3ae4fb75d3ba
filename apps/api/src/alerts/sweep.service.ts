import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '@caseboard/domain';
import { OutboxService } from '../mails/outbox.service.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { withSmallHeap } from '../platform/small-heap.js';
import { catalogOf } from '../portfolio/catalog.js';
import { readPartner, readSpecializations } from '../portfolio/rows.js';
import { readAlertSettings, type StoredAlertSettings } from './alert-settings.js';
import { broughtInDays } from './brought-in.js';
import { updateCache, type Ground } from './counting-cache.js';
import { costs, decide, isCostAsked, type Circumstances } from './decide.js';
import { writeDecided, type Decided, type Written } from './decided-rows.js';
import { fallsOnDays } from './falls-of-cache.js';
import { nextMorning } from './next-morning.js';
import { tellOf, type OpenAlert } from './tell.js';
import { daysOfSpecializations, daysToLookAt, type KnownRow, type LookedAt } from './warned-days.js';

/** Why a sweep runs. One asked for by hand makes the cache anew; a change is left out when its revision was swept today. */
export interface SweepRequest {
  readonly reason: 'start' | 'morning' | 'change' | 'step' | 'hand';
  readonly revision?: number | undefined;
}

/** What a sweep did, and when the next step falls due. */
export interface Swept {
  readonly written: number;
  readonly mails: number;
  readonly round: boolean;
  readonly next: Date | null;
}

interface State {
  readonly cached: number;
  readonly cachedBy: string | null;
  readonly swept: number;
  readonly sweptOn: Day | null;
}

/** What a sweep stands on. */
interface Standing extends Ground {
  readonly now: Date;
  readonly today: Day;
  readonly timeZone: string;
  readonly settings: StoredAlertSettings;
}

/** Finds what falls due, and puts it before the people concerned. Any number of sweeps at once do the work of one. */
@Injectable()
export class SweepService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: OutboxService,
  ) {}

  /** Null where there was nothing to do. */
  async sweep(request: SweepRequest): Promise<Swept | null> {
    const done = await withSmallHeap(() => this.database.transaction((manager) => this.take(manager, request)));
    if (!done) return null;
    await this.outbox.ring(done.ring);
    return { written: done.written, mails: done.ring.length, round: done.round, next: done.next };
  }

  private async take(manager: EntityManager, { reason, revision }: SweepRequest) {
    const now = this.clock.now();
    const state = await lockState(manager);
    const { partner, revision: stands } = await readPartner(manager);
    const timeZone = partner.timeZone ?? 'UTC';
    const today = this.clock.today(timeZone);
    if (reason === 'change' && revision !== undefined && state.swept >= revision && state.sweptOn === today) return null;
    const catalog = catalogOf((await readSpecializations(manager, -1)).map(({ record }) => record));
    const standing: Standing = { partner, catalog, now, today, timeZone, settings: await readAlertSettings(manager) };
    if (reason === 'hand' || state.cachedBy !== this.config.rules) await updateCache(manager, standing, -1);
    else if (stands > state.cached) await updateCache(manager, standing, state.cached);
    const done = await this.work(manager, standing);
    await manager.query('UPDATE sweep_state SET cached_revision = $1, swept_revision = $1, swept_on = $2, ended_at = $3, cached_by = $4', [
      stands,
      today,
      this.clock.now(),
      this.config.rules,
    ]);
    return { ...done, next: await nextMorning(manager, standing, this.clock) };
  }

  private async work(manager: EntityManager, standing: Standing) {
    const { today, now, settings } = standing;
    const farthest = Math.max(...settings.ladder.map(({ days }) => days));
    const looked = await daysToLookAt(manager, daysOfSpecializations(standing, settings), today, farthest);
    const circumstances = { today, ladder: settings.ladder, broughtIn: await broughtInDays(manager, looked, standing) };
    const { decided, costly } = await this.decideAll(manager, standing, looked, circumstances);
    const written = await writeDecided(manager, decided, { now, who: null });
    await this.outbox.untell(
      manager,
      idsOf(written, (state) => state !== 'due'),
    );
    await updateCosts(manager, looked, costly);
    const round = await this.beginsRound(manager, standing);
    const open = openAlerts(looked, written, costly);
    const { mails, nobody } = await tellOf(manager, this.outbox, open, settings.defaultRules, { today, now, round });
    await passOver(manager, open, nobody, now);
    const posts = await this.outbox.post(
      manager,
      idsOf(written, (state) => state === 'due'),
      { now },
    );
    return { written: written.length, ring: [...mails, ...posts], round };
  }

  /** Asks what a day costs only where that matters: with thousands of near days most are settled up to the next step. */
  private async decideAll(manager: EntityManager, standing: Standing, looked: readonly LookedAt[], circumstances: Circumstances) {
    const first = looked.map((each) => ({ each, decided: decide(each, false, circumstances) }));
    const asked = first.filter(({ each, decided }) => isCostAsked(each, decided));
    const falls = await fallsOnDays(manager, standing, [...new Set(asked.map(({ each }) => each.day))]);
    const costly = new Set(asked.filter(({ each }) => costs(each, falls)).map(({ each }) => each));
    const decided: Decided[] = first.flatMap(({ each, decided: plain }) => (costly.has(each) ? decide(each, true, circumstances) : plain));
    return { decided, costly };
  }

  /** The first sweep of a day at or after the morning hour makes its digests; without any portfolio there is no such day. */
  private async beginsRound(manager: EntityManager, { today, timeZone, now, settings }: Standing): Promise<boolean> {
    if (this.clock.hour(timeZone) < settings.morningHour) return false;
    const made: unknown[] = await manager.query(
      `INSERT INTO digest_round (day, made_at) SELECT $1, $2 WHERE EXISTS (SELECT 1 FROM study) OR EXISTS (SELECT 1 FROM customer)
       ON CONFLICT DO NOTHING RETURNING day`,
      [today, now],
    );
    return made.length > 0;
  }
}

async function lockState(manager: EntityManager): Promise<State> {
  const [row] = await manager.query<State[]>(
    `SELECT cached_revision::integer AS cached, cached_by AS "cachedBy", swept_revision::integer AS swept, swept_on::text AS "sweptOn" FROM sweep_state FOR UPDATE`,
  );
  if (!row) throw new Error('the one row of the table sweep_state is missing');
  return row;
}

const idsOf = (written: readonly Written[], isWanted: (state: Written['state']) => boolean) =>
  written.filter(({ state }) => isWanted(state)).map(({ id }) => id);

/** Rows that wait to be told, with their state after this sweep. */
function openAlerts(looked: readonly LookedAt[], written: readonly Written[], costly: ReadonlySet<LookedAt>): OpenAlert[] {
  const keyOf = ({ kind, subject, day }: Pick<LookedAt, 'kind' | 'subject' | 'day'>) => `${kind} ${subject} ${day}`;
  const changes = new Map<string, Map<number, KnownRow>>();
  for (const row of written) {
    const rows = changes.get(keyOf(row)) ?? new Map<number, KnownRow>();
    changes.set(keyOf(row), rows.set(row.step, { ...row, costsReadiness: false }));
  }
  return looked.flatMap((each) => {
    const changed = changes.get(keyOf(each));
    if (!changed && !each.rows.some(({ state }) => isOpen(state))) return [];
    const rows = [...new Map([...each.rows.map((row) => [row.step, row] as const), ...(changed ?? [])]).values()];
    return rows
      .filter(({ state }) => isOpen(state))
      .map(({ id, step }) => ({ id, kind: each.kind, subject: each.subject, day: each.day, step, costsReadiness: costly.has(each), rows }));
  });
}

const isOpen = (state: KnownRow['state']) => state === 'due' || state === 'failed';

/** What a waiting row says of its cost follows the portfolio. */
async function updateCosts(manager: EntityManager, looked: readonly LookedAt[], costly: ReadonlySet<LookedAt>): Promise<void> {
  const changed = looked.flatMap((each) =>
    each.rows.filter(({ state, costsReadiness }) => (isOpen(state) || state === 'snoozed') && costsReadiness !== costly.has(each)),
  );
  if (changed.length === 0) return;
  await manager.query('UPDATE alert SET costs_readiness = NOT costs_readiness WHERE id = ANY ($1::bigint[])', [
    changed.map(({ id }) => id),
  ]);
}

/** What nobody is to be told of is settled: whoever looks into the product finds it there. */
async function passOver(manager: EntityManager, open: readonly OpenAlert[], ids: readonly string[], now: Date): Promise<void> {
  const nobodys = new Set(ids);
  const decided = open
    .filter(({ id }) => nobodys.has(id))
    .map((alert): Decided => ({ ...alert, state: 'passed-over', was: 'due', event: 'nobody' }));
  await writeDecided(manager, decided, { now, who: null });
}
