import { addMonths, type Day } from '../day.js';
import { figureNames, figureStateOf, asksFor } from '../figures.js';
import type { Situation } from '../situation.js';
import type { Trust } from './report.js';

/** A study that nobody touched for so long is worth a look. */
const monthsUntouched = 6;

/** `touchedOn`: the last day on which a study was written; none where that is before the record, which begins on `knownSince`. */
export function trustOf({ portfolio }: Situation, asOf: Day, touchedOn: ReadonlyMap<string, Day>, knownSince: Day): Trust {
  const active = portfolio.studies.filter(({ status }) => status === 'active');
  const limit = addMonths(asOf, -monthsUntouched);
  const untouched = active
    .map(({ id }) => ({ study: id, since: touchedOn.get(id) ?? null }))
    .filter(({ since }) => (since ?? knownSince) <= limit)
    .sort((one, other) => (one.since === other.since ? 0 : (one.since ?? '') < (other.since ?? '') ? -1 : 1));
  return { unconfirmed: unconfirmedOf(portfolio), untouched, ownerless: active.filter(({ owner }) => owner === null).map(({ id }) => id) };
}

function unconfirmedOf({ partner, specializations }: Situation['portfolio']): Trust['unconfirmed'] {
  return partner.targets.flatMap(({ specialization: code }) => {
    const entry = specializations.find((each) => each.code === code);
    const figures = figureNames.filter((name) => entry && asksFor(entry.requires, name) && figureStateOf(entry, name) === 'assumed');
    return figures.length === 0 ? [] : [{ specialization: code, figures }];
  });
}
