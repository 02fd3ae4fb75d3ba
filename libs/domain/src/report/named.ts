import { namedSpecialization, namedStudy } from './records.js';
import type { Replay } from './replay.js';
import type { NamedSpecialization, NamedStudy, Report } from './report.js';

type Told = Omit<Report, 'from' | 'to' | 'knownSince' | 'partner' | 'warningDays' | 'specializations' | 'studies'>;

/** Every specialization and study that is spoken of, as known now, or when it last was there; in the order of the portfolio. */
export function namedIn(told: Told, { records, gone }: Replay): Pick<Report, 'specializations' | 'studies'> {
  const [codes, ids] = [codesIn(told), idsIn(told)];
  const missing = <R>(wanted: ReadonlySet<string>, here: ReadonlyMap<string, unknown>, past: ReadonlyMap<string, R>): R[] =>
    [...wanted].flatMap((key) => (here.has(key) ? [] : (past.get(key) ?? [])));
  const specializations: NamedSpecialization[] = [...records.specializations.values()]
    .filter(({ code }) => codes.has(code))
    .map(namedSpecialization);
  const studies: NamedStudy[] = [...records.studies.values()].filter(({ id }) => ids.has(id)).map(namedStudy);
  return {
    specializations: [...specializations, ...missing(codes, records.specializations, gone.specializations)],
    studies: [...studies, ...missing(ids, records.studies, gone.studies)],
  };
}

function codesIn({ now, before, targets, changes, trend, losses, gains, singlePoints, decisions, shape, value, trust }: Told): Set<string> {
  const standings = [now, ...(before ? [before] : [])];
  return new Set([
    ...standings.flatMap(({ ready, atRisk, notReady }) => [...ready, ...atRisk, ...notReady]),
    ...[...targets, ...changes, ...losses, ...gains, ...decisions, ...shape.categories, ...trust.unconfirmed].map(
      (one) => one.specialization,
    ),
    ...trend.flatMap((point) => point.targets),
    ...singlePoints.flatMap(({ specializations }) => specializations),
    ...decisions.flatMap(({ helpsAlso, costs }) => [...helpsAlso, ...costs.map(({ specialization }) => specialization)]),
    ...[value.premier.held, value.premier.ready, value.premier.oneOf].flat(),
  ]);
}

function idsIn({ now, before, targets, changes, losses, gains, singlePoints, decisions, shape, trust }: Told): Set<string> {
  const standings = [now, ...(before ? [before] : [])];
  const groups = [shape.byStatus, shape.byIndustry, shape.byService, shape.byVisibility, shape.byAge].flat();
  return new Set([
    ...standings.flatMap(({ activeStudies }) => activeStudies),
    ...targets.flatMap(({ supporting }) => supporting),
    ...changes.flatMap(({ cause }) => (cause.code === 'studies' ? cause.events.map(({ study }) => study) : [])),
    ...[...losses, ...gains, ...groups].flatMap(({ studies }) => studies),
    ...singlePoints.map(({ study }) => study),
    ...decisions.flatMap(({ study, replaces }) => [study ?? [], replaces ?? []].flat()),
    ...[...trust.untouched.map(({ study }) => study), ...trust.ownerless],
  ]);
}
