/** Of which days people are warned (rules 8.1, 8.2; the other days of docs/decisions/0007). */
import { addDays, type Day } from './day.js';
import { expiresOn, usualFreshnessMonths } from './freshness.js';
import type { Partner, Specialization, Study } from './portfolio.js';

export type AlertKind = 'study-expiry' | 'consent-end' | 'applications-close' | 'programme-end' | 'renewal';

/** Whether the subject is a study; the other kinds speak of a specialization. */
export function isAboutStudy(kind: AlertKind): boolean {
  return kind === 'study-expiry' || kind === 'consent-end';
}

/** A day to warn of. The subject is the id of a study or the code of a specialization, by kind. */
export interface WarnedDay {
  readonly kind: AlertKind;
  readonly subject: string;
  readonly day: Day;
}

/**
 * Each different expiry of an active study over its applications (rules 8.1), in order, then the first day without
 * consent of one that is published; none of a study that is not active.
 */
export function warnedDaysOfStudy(study: Study, known: ReadonlyMap<string, Specialization>): WarnedDay[] {
  if (study.status !== 'active') return [];
  const days = expiriesOf(study, known).map((day) => ({ kind: 'study-expiry' as const, subject: study.id, day }));
  const end = consentEndOf(study);
  return end === null ? days : [...days, { kind: 'consent-end', subject: study.id, day: end }];
}

/** The last days to apply for a target, the end of the programme of a target or held one, the renewal of a held one. */
export function warnedDaysOfSpecialization(specialization: Specialization, partner: Partner, renewal: Day | null): WarnedDay[] {
  const { code, lifecycle } = specialization;
  const isHeld = partner.heldSpecializations.includes(code);
  const isTarget = partner.targets.some((target) => target.specialization === code);
  const { newApplicationsUntil, endsOn } = lifecycle;
  const days: readonly (readonly [AlertKind, Day | null])[] = [
    ['applications-close', isTarget && !isHeld && newApplicationsUntil !== null ? addDays(newApplicationsUntil, 1) : null],
    ['programme-end', isTarget || isHeld ? endsOn : null],
    ['renewal', isHeld ? renewal : null],
  ];
  return days.flatMap(([kind, day]) => (day === null ? [] : { kind, subject: code, day }));
}

function expiriesOf({ deployedOn, applications }: Study, known: ReadonlyMap<string, Specialization>): Day[] {
  const months =
    applications.length === 0
      ? [usualFreshnessMonths]
      : applications.map(({ specialization }) => known.get(specialization)?.requires.freshnessMonths ?? null);
  const days = [...new Set(months)].map((count) => expiresOn(deployedOn, count)).filter((day) => day !== null);
  return [...new Set(days)].sort();
}

/** Consent ends with its last day, so the first day without it is the one after. */
function consentEndOf({ visibility, consent }: Study): Day | null {
  if (visibility === 'private' || consent.state !== 'granted' || consent.until === null) return null;
  return addDays(consent.until, 1);
}
