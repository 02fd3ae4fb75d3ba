import { Injectable } from '@nestjs/common';
import { studyFilters, studySorts, type Page, type StudyRow } from '@caseboard/contracts';
import { fold, isBlank, parseDay, type Day, type Study } from '@caseboard/domain';
import type { z } from 'zod';
import type { SignedInPerson } from '../platform/http/access.js';
import { byOrder, byText, collatorOf, listQuery, Orders, pageOf, searchWords, several, type Compare } from '../platform/list.js';
import { Refusal } from '../platform/refusal.js';
import type { Names } from '../portfolio/names.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { blockedStudies, supportingStudies } from './study-standing.js';
import { expiryOf, industryOf, toRow } from './study-views.js';

export const studyListQuery = listQuery(studySorts, studyFilters);
export type StudyListQuery = z.infer<typeof studyListQuery>;
type StudySort = (typeof studySorts)[number];

/** Lists still in use at once; one of 10,000 studies weighs 80 kB. */
const listsKept = 40;

/** The list of studies, answered from memory: found, sorted and shown only by what this reader may see. */
@Injectable()
export class StudyListService {
  private readonly orders = new Orders<Study>(({ id }) => id);
  private kept: { snapshot: Snapshot; lists: Map<string, readonly Study[]> } | undefined;

  constructor(private readonly portfolio: PortfolioService) {}

  async page(me: SignedInPerson, query: StudyListQuery): Promise<Page<StudyRow>> {
    const snapshot = await this.portfolio.current();
    const names = snapshot.namesFor(me);
    const asOf = snapshot.asOf(query.asOf);
    return pageOf(this.found(snapshot, me, query), query, (study) => toRow(snapshot, names, study, asOf));
  }

  /** All studies of the list in its order, as they are stored: show them through the reader's names. */
  found(snapshot: Snapshot, me: SignedInPerson, query: StudyListQuery): readonly Study[] {
    if (this.kept?.snapshot !== snapshot) this.kept = { snapshot, lists: new Map() };
    const { lists } = this.kept;
    const { page: _page, size: _size, ...what } = query;
    const key = JSON.stringify([what, snapshot.asOf(query.asOf), snapshot.namesFor(me).all, me.language, query.owner === 'me' && me.email]);
    let list = lists.get(key);
    if (list) return list;
    const names = snapshot.namesFor(me);
    const isWanted = filterOf(snapshot, names, me, query);
    list = this.sorted(snapshot, names, me.language, query.sort ?? 'position').filter(isWanted);
    if (lists.size >= listsKept) lists.clear();
    lists.set(key, list);
    return list;
  }

  private sorted(snapshot: Snapshot, names: Names, language: string, sort: NonNullable<StudyListQuery['sort']>): readonly Study[] {
    const { studies } = snapshot.portfolio;
    if (sort === 'position') return studies;
    if (sort === '-position') return studies.toReversed();
    const name = `studies by ${sort} ${language} ${names.all}`;
    return snapshot.memo(name, () => this.orders.sort(name, studies, compareBy(snapshot, names, language, sort)));
  }
}

function compareBy(snapshot: Snapshot, names: Names, language: string, sort: string): Compare<Study> {
  const descending = sort.startsWith('-');
  const collator = collatorOf(language);
  const text = (textOf: (study: Study) => string | null) => byText(textOf, collator, descending);
  const order = (valueOf: (study: Study) => string | number | null) => byOrder(valueOf, descending);
  const compares: { readonly [S in Exclude<StudySort, 'position'>]: Compare<Study> } = {
    title: text((study) => names.title(study)),
    customer: text((study) => names.customerOf(study)?.legalName ?? null),
    attention: order((study) => `${statusRank(study)} ${expiryOf(snapshot, study) ?? 'none'}`),
    status: order(statusRank),
    visibility: order(({ visibility }) => ['public', 'anonymous', 'private'].indexOf(visibility)),
    deployedOn: order(({ deployedOn }) => deployedOn),
    expiresOn: order((study) => expiryOf(snapshot, study)),
    owner: text(({ owner }) => owner),
    updatedAt: order(({ id }) => snapshot.meta('study', id)?.updatedAt ?? null),
  };
  return compares[sort.replace('-', '') as Exclude<StudySort, 'position'>];
}

const statusRank = ({ status }: Study) => ['active', 'draft', 'retired'].indexOf(status);

type Test = (study: Study) => boolean;

function filterOf(snapshot: Snapshot, names: Names, me: SignedInPerson, query: StudyListQuery): Test {
  const asOf = snapshot.asOf(query.asOf);
  const tests: (Test | undefined)[] = [
    oneOf(query.status, ({ status }) => status),
    oneOf(query.visibility, ({ visibility }) => visibility),
    oneOf(query.stage, ({ stage }) => stage ?? 'none'),
    oneOf(query.format, ({ format }) => format ?? 'none'),
    oneOf(query.customer, (study) => names.customerOf(study)?.id ?? 'none'),
    oneOf(query.ids, ({ id }) => id),
    query.owner === undefined ? undefined : ownedBy(query.owner === 'me' ? me.email : query.owner),
    query.specialization === undefined
      ? undefined
      : ({ applications }) => applications.some(({ specialization }) => specialization === query.specialization),
    query.supports === undefined ? undefined : among(supportingStudies(snapshot, query.supports, asOf)),
    query.blocked === undefined ? undefined : among(blockedStudies(snapshot, query.blocked, asOf)),
    query.industry === undefined ? undefined : inIndustry(snapshot, names, query.industry),
    query.service === undefined ? undefined : naming(names, query.service),
    query.expires === undefined ? undefined : expiring(snapshot, query.expires, asOf),
    searched(names, query.search),
  ];
  const set = tests.filter((test) => test !== undefined);
  return (study) => set.every((test) => test(study));
}

function oneOf(filter: string | undefined, valueOf: (study: Study) => string): Test | undefined {
  const values = several(filter);
  return values && ((study) => values.has(valueOf(study)));
}

function among(ids: ReadonlySet<string>): Test {
  return ({ id }) => ids.has(id);
}

function ownedBy(address: string): Test {
  if (address === 'none') return ({ owner }) => isBlank(owner);
  const folded = fold(address);
  return ({ owner }) => owner !== null && fold(owner) === folded;
}

function inIndustry(snapshot: Snapshot, names: Names, industry: string): Test {
  const folded = fold(industry);
  return (study) => {
    const customer = names.customerOf(study);
    return customer !== null && fold(industryOf(snapshot, customer) ?? '') === folded;
  };
}

function naming(names: Names, service: string): Test {
  const folded = fold(service);
  return (study) => names.study(study).services.some(({ name }) => fold(name) === folded);
}

function searched(names: Names, search: string | undefined): Test | undefined {
  const words = searchWords(search);
  if (words.length === 0) return undefined;
  return (study) => {
    const text = names.haystack(study);
    return words.every((word) => text.includes(word));
  };
}

/** `from..to`, half open, either left out; or `expired`. */
function expiring(snapshot: Snapshot, range: string, asOf: Day): Test {
  const [from, to, ...rest] = range === 'expired' ? ['', asOf] : range.split('..');
  const days = [from, to].filter((day) => day !== undefined && day !== '');
  if (from === undefined || to === undefined || rest.length > 0 || days.some((day) => !parseDay(day as string))) {
    throw new Refusal('invalid-fields', {}, [{ path: 'expires', value: range, reason: 'no-such-day' }]);
  }
  // The first day that no longer counts: on it the study has expired.
  const until = range === 'expired' ? (day: Day) => day <= asOf : (day: Day) => to === '' || day < to;
  return (study) => {
    const day = expiryOf(snapshot, study);
    return day !== null && day >= from && until(day);
  };
}
