import type { Consequence, Fall as FallAnswer } from '@caseboard/contracts';
import {
  compareHarm,
  type Day,
  type Fall,
  fallsOf,
  fallsOn,
  type Harm,
  harmOf,
  isAboutStudy,
  warnedDaysOfSpecialization,
  warnedDaysOfStudy,
} from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import type { ReadinessService } from '../readiness/readiness.service.js';
import type { StoredAlert } from './alert-rows.js';
import type { StoredAlertSettings } from './alert-settings.js';

type Subject = Pick<StoredAlert, 'id' | 'kind' | 'subject' | 'day'>;

/** Whether the portfolio, as it is now, still warns of the alert's day. */
export function isWarnedOf(snapshot: Snapshot, { kind, subject, day }: Subject, renewals: StoredAlertSettings['renewals']): boolean {
  const isIt = (warned: { kind: string; day: Day }) => warned.kind === kind && warned.day === day;
  if (isAboutStudy(kind)) {
    const study = snapshot.study(subject);
    return study !== undefined && warnedDaysOfStudy(study, snapshot.catalog).some(isIt);
  }
  const entry = snapshot.specialization(subject);
  const renewal = renewals.find(({ specialization }) => specialization === subject)?.on ?? null;
  return entry !== undefined && warnedDaysOfSpecialization(entry, snapshot.portfolio.partner, renewal).some(isIt);
}

/** All that falls on a day, worked out once for a revision. */
export function fallsOfDay(snapshot: Snapshot, day: Day): readonly Fall[] {
  return snapshot.memoEach('falls by day', day, () => fallsOn(day, timelinesOf(snapshot)));
}

function* timelinesOf({ engine, catalog }: Snapshot) {
  for (const code of catalog.keys()) {
    const timeline = engine.timeline(code);
    if (timeline) yield [code, timeline] as const;
  }
}

/** The falls that the alert's subject has part in; only an expiry costs anything. */
export function ownFalls(snapshot: Snapshot, { kind, subject, day }: Subject): readonly Fall[] {
  return kind === 'study-expiry' ? fallsOf(subject, fallsOfDay(snapshot, day)) : [];
}

export function harmOfAlert(snapshot: Snapshot, alert: Subject): Harm {
  return harmOf(ownFalls(snapshot, alert), snapshot.portfolio.partner, alert.day, alert.id);
}

/** Most harmful first (rules 8.4). */
export function byHarm<T extends Subject>(snapshot: Snapshot, alerts: readonly T[]): T[] {
  const harms = new Map(alerts.map((alert) => [alert, harmOfAlert(snapshot, alert)]));
  return [...alerts].sort((one, other) => compareHarm(harms.get(one) as Harm, harms.get(other) as Harm));
}

/** What the alert's day costs, as the reader may see it (rules 8.3). All who are told of it are told the same. */
export function consequenceOf(snapshot: Snapshot, names: Names, readiness: ReadinessService, alert: Subject): Consequence {
  const key = `${alert.kind} ${alert.day} ${alert.subject}`;
  return snapshot.memoEach(`consequences ${names.all}`, key, () => workOut(snapshot, names, readiness, alert));
}

function workOut(snapshot: Snapshot, names: Names, readiness: ReadinessService, alert: Subject): Consequence {
  const falls = ownFalls(snapshot, alert);
  const others = new Set(falls.flatMap(({ studies }) => studies).filter((id) => id !== alert.subject));
  return {
    falls: falls.map((fall) => described(snapshot, fall)),
    together: [...others].flatMap((id) => {
      const study = snapshot.study(id);
      return study ? [names.brief(study)] : [];
    }),
    costsReadiness: falls.some(({ stopsBeingReady }) => stopsBeingReady),
    way: wayOf(snapshot, names, readiness, falls, alert.day),
  };
}

/** The way out of the worst loss, else of the first fall that leaves too few; of a day that is over as things stand today. */
function wayOf(snapshot: Snapshot, names: Names, readiness: ReadinessService, falls: readonly Fall[], day: Day): Consequence['way'] {
  const on = day < snapshot.today ? snapshot.today : day;
  const isOpen = ({ specialization }: Fall) =>
    snapshot.engine.readinessOf(specialization, on, snapshot.warningDays)?.status === 'not-ready';
  const open = falls.filter(isOpen);
  const losses = open.filter(({ stopsBeingReady }) => stopsBeingReady);
  const weight = (fall: Fall) => harmOf([fall], snapshot.portfolio.partner, day, '').weight;
  const [worst = open[0]] = [...losses].sort((one, other) => weight(other) - weight(one));
  if (!worst) return null;
  const wayOut = wayOutOf(snapshot, names, readiness, worst.specialization, on);
  return wayOut && { specialization: worst.specialization, name: nameOf(snapshot, worst.specialization), wayOut };
}

/** Finding one out is dear, and several alerts of a day ask for the same. */
export function wayOutOf(snapshot: Snapshot, names: Names, readiness: ReadinessService, code: string, day: Day) {
  return snapshot.memoEach(`ways out ${names.all}`, `${code} ${day}`, () => readiness.wayOut(snapshot, names, code, day));
}

function described(snapshot: Snapshot, { specialization, before, after, needs, stopsBeingReady }: Fall): FallAnswer {
  const { targets, heldSpecializations } = snapshot.portfolio.partner;
  return {
    specialization,
    name: nameOf(snapshot, specialization),
    before,
    after,
    needs,
    stopsBeingReady,
    target: targets.some((target) => target.specialization === specialization),
    held: heldSpecializations.includes(specialization),
  };
}

const nameOf = (snapshot: Snapshot, code: string) => snapshot.specialization(code)?.name ?? code;
