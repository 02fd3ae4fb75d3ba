import type { EntityManager } from 'typeorm';
import { callsManagers, type Day, isAboutStudy, mayGoOut, type Reader, recipientsOf, type StepRow } from '@caseboard/domain';
import type { NotificationRules } from '@caseboard/contracts';
import type { OutboxService, Told } from '../mails/outbox.service.js';
import { readReaders } from './readers.js';
import type { LookedAt } from './warned-days.js';

/** An alert that is due and that somebody may not know yet. */
export interface OpenAlert extends Pick<LookedAt, 'kind' | 'subject' | 'day'> {
  readonly id: string;
  readonly step: number;
  readonly costsReadiness: boolean;
  /** All rows of its day. */
  readonly rows: readonly StepRow[];
}

interface Delivery {
  readonly alert: string;
  readonly person: string;
  readonly kind: 'digest' | 'loss';
  readonly sent: boolean;
}

export interface TellContext {
  readonly today: Day;
  readonly now: Date;
  /** Whether this sweep makes the digests of the day. */
  readonly round: boolean;
}

/** What telling came to: the mails to be sent, and the alerts that nobody is to be told of. */
export interface ToldOf {
  readonly mails: readonly string[];
  readonly nobody: readonly string[];
}

/**
 * Decides anew who is to know each open alert (rules 8.4, 8.6), and puts it into their mails: losses at once, the rest in
 * the round of digests. Whoever is no longer to know it is taken out of mails that were not sent.
 */
export async function tellOf(
  manager: EntityManager,
  outbox: OutboxService,
  alerts: readonly OpenAlert[],
  defaultRules: NotificationRules,
  context: TellContext,
): Promise<ToldOf> {
  if (alerts.length === 0) return { mails: [], nobody: [] };
  const people = await readReaders(manager, defaultRules);
  const concerned = await readConcerned(manager, alerts);
  const deliveries = await readDeliveries(manager, alerts);
  const plans = alerts.map((alert) => planOf(alert, people, concerned.get(alert.subject), deliveries.get(alert.id) ?? [], context));
  for (const { alert, keep, leaves } of plans) if (leaves) await outbox.untell(manager, [alert], keep);
  const at = { now: context.now };
  const losses = await outbox.tell(manager, 'loss', byPerson(plans, 'loss'), at);
  const digests = await outbox.tell(manager, 'digest', byPerson(plans, 'digest'), at);
  await markTold(manager, plans, context.now);
  const nobody = plans.filter(({ isNobodys }) => isNobodys && context.round).map(({ alert }) => alert);
  return { mails: [...losses, ...digests], nobody };
}

interface Plan {
  readonly alert: string;
  readonly loss: readonly string[];
  readonly digest: readonly string[];
  /** Who keeps it, in the mail in which it is. */
  readonly keep: readonly string[];
  readonly leaves: boolean;
  /** Nobody has to wait for the next digests. */
  readonly isComplete: boolean;
  readonly isNobodys: boolean;
  /** The managers are told because nobody acknowledged the step before. */
  readonly calls: boolean;
}

function planOf(
  alert: OpenAlert,
  people: readonly Reader[],
  { owner, followers }: Concerned = nobodyConcerned,
  deliveries: readonly Delivery[],
  { today, round }: TellContext,
): Plan {
  const { kind, step, costsReadiness, rows } = alert;
  const calls = callsManagers(rows, step);
  const to = recipientsOf({ kind, step, costsReadiness, owner, followers, callsManagers: calls }, people);
  const wants = (kindOfMail: Delivery['kind'], person: string) => to[kindOfMail].includes(person);
  const kept = deliveries.filter((each) => each.sent || wants(each.kind, each.person));
  const keep = kept.map(({ person }) => person);
  const missing = (ids: readonly string[]) => ids.filter((id) => !keep.includes(id));
  const mayDigest = round && mayGoOut(today, alert);
  const isSomebodys = to.loss.length + to.digest.length + keep.length > 0;
  return {
    alert: alert.id,
    loss: missing(to.loss),
    digest: mayDigest ? missing(to.digest) : [],
    keep,
    leaves: kept.length < deliveries.length,
    isComplete: isSomebodys && (mayDigest || missing(to.digest).length === 0),
    isNobodys: !isSomebodys,
    calls,
  };
}

interface Concerned {
  readonly owner: string | null;
  readonly followers: readonly string[];
}
const nobodyConcerned: Concerned = { owner: null, followers: [] };

async function readConcerned(manager: EntityManager, alerts: readonly OpenAlert[]): Promise<ReadonlyMap<string, Concerned>> {
  const ids = [...new Set(alerts.filter(({ kind }) => isAboutStudy(kind)).map(({ subject }) => subject))];
  const rows: (Concerned & { id: string })[] = await manager.query(
    `SELECT id, owner, ARRAY(SELECT person_id::text FROM study_follower WHERE study_id = id) AS followers FROM study WHERE id = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, owner, followers }) => [id, { owner: owner?.trim() ?? null, followers }]));
}

async function readDeliveries(manager: EntityManager, alerts: readonly OpenAlert[]): Promise<ReadonlyMap<string, Delivery[]>> {
  const rows: Delivery[] = await manager.query(
    `SELECT alert_id::text AS alert, alert_delivery.person_id AS person, kind, alert_delivery.sent_at IS NOT NULL AS sent
     FROM alert_delivery JOIN outbox ON outbox.id = outbox_id WHERE alert_id = ANY ($1::bigint[])`,
    [alerts.map(({ id }) => id)],
  );
  const byAlert = new Map<string, Delivery[]>();
  for (const row of rows) {
    const list = byAlert.get(row.alert);
    if (list) list.push(row);
    else byAlert.set(row.alert, [row]);
  }
  return byAlert;
}

function byPerson(plans: readonly Plan[], kind: 'loss' | 'digest'): Told[] {
  const told = new Map<string, string[]>();
  for (const plan of plans)
    for (const person of plan[kind]) {
      const list = told.get(person);
      if (list) list.push(plan.alert);
      else told.set(person, [plan.alert]);
    }
  return [...told].map(([person, alerts]) => ({ person, alerts }));
}

/** Where the last unsent delivery was taken out, or all were sent before the alert was complete, it is sent now. */
async function markTold(manager: EntityManager, plans: readonly Plan[], now: Date): Promise<void> {
  const complete = plans.filter(({ isComplete }) => isComplete).map(({ alert }) => alert);
  const all = plans.map(({ alert }) => alert);
  const calling = plans.filter(({ calls }) => calls).map(({ alert }) => alert);
  await manager.query(
    `WITH moved AS (
       UPDATE alert SET told_at = CASE WHEN id = ANY ($2::bigint[]) THEN coalesce(told_at, $3) END
       WHERE id = ANY ($1::bigint[]) AND (told_at IS NOT NULL) <> (id = ANY ($2::bigint[]))
       RETURNING id, told_at
     ) INSERT INTO alert_event (alert_id, at, event)
       SELECT id, $3, 'managers-called' FROM moved WHERE told_at IS NOT NULL AND id = ANY ($4::bigint[])
         AND NOT EXISTS (SELECT 1 FROM alert_event WHERE alert_id = id AND event = 'managers-called')`,
    [all, complete, now, calling],
  );
  await manager.query(
    `WITH sent AS (
       UPDATE alert SET state = 'sent', sent_at = coalesce(sent_at, $2)
       WHERE id = ANY ($1::bigint[]) AND state IN ('due', 'failed')
         AND EXISTS (SELECT 1 FROM alert_delivery WHERE alert_id = id)
         AND NOT EXISTS (SELECT 1 FROM alert_delivery WHERE alert_id = id AND alert_delivery.sent_at IS NULL)
       RETURNING id
     ) INSERT INTO alert_event (alert_id, at, event) SELECT id, $2, 'sent' FROM sent`,
    [complete, now],
  );
}
