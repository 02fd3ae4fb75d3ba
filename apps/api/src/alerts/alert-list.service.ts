import { Injectable } from '@nestjs/common';
import { alertFilters, alertSorts, may, type AlertRow, type Bell, type Page } from '@caseboard/contracts';
import { compareHarm, fold, type Harm, isAboutStudy } from '@caseboard/domain';
import type { z } from 'zod';
import { Database } from '../platform/database/database.js';
import { byOrder, byText, collatorOf, listQuery, pageOf, searchWords, several, type Compare } from '../platform/list.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { AlertContentService, isOwner, subjectOf, type AlertReader } from './alert-content.service.js';
import { isHeld, readAlerts, shownState, type StoredAlert } from './alert-rows.js';
import { byHarm, harmOfAlert } from './consequences.js';

export const alertListQuery = listQuery(alertSorts, alertFilters);
export type AlertListQuery = z.infer<typeof alertListQuery>;
type AlertSort = (typeof alertSorts)[number];

const bellShows = 8;

/** Alerts as a list, and those that wait for the reader. */
@Injectable()
export class AlertListService {
  constructor(
    private readonly database: Database,
    private readonly portfolio: PortfolioService,
    private readonly content: AlertContentService,
  ) {}

  async page(me: AlertReader, query: AlertListQuery): Promise<Page<AlertRow>> {
    const alerts = await readAlerts(this.database.manager, ...conditionOf(query));
    const followed = await this.content.followed(me, alerts);
    const snapshot = await this.portfolio.current();
    const found = alerts.filter(filterOf(snapshot, me, query));
    const sorted = found.sort(compareBy(snapshot, me, query.sort ?? 'harm'));
    return pageOf(sorted, query, (alert) => this.content.row(snapshot, me, alert, followed));
  }

  /** What waits for the reader: of the whole portfolio for those who answer for it, else of own and followed studies. */
  async bell(me: AlertReader): Promise<Bell> {
    const alerts = await readAlerts(this.database.manager, `alert.state IN ('due', 'sent', 'failed')`, []);
    const followed = await this.content.followed(me, alerts);
    const snapshot = await this.portfolio.current();
    const mine = (alert: StoredAlert) =>
      may(me.role, 'study.edit-any') ||
      (isAboutStudy(alert.kind) && (followed.has(alert.subject) || isOwner(me, ownerOf(snapshot, alert))));
    const waiting = alerts.filter((alert) => !alert.isOvertaken && !isHeld(alert, snapshot.today) && mine(alert));
    const sorted = byHarm(snapshot, waiting);
    return {
      total: sorted.length,
      losses: sorted.filter((alert) => harmOfAlert(snapshot, alert).weight > 0).length,
      items: sorted.slice(0, bellShows).map((alert) => this.content.row(snapshot, me, alert, followed)),
    };
  }
}

const openStates = ['due', 'sent', 'failed', 'snoozed'];

function conditionOf({ state, kind, subject, open }: AlertListQuery): [condition: string, values: unknown[]] {
  const values: unknown[] = [];
  const given = (value: unknown, condition: (place: string) => string) =>
    value === undefined ? [] : [condition(`$${values.push(value)}`)];
  const list = (filter: string | undefined) => several(filter) && [...(several(filter) as ReadonlySet<string>)];
  // Some that were sent show as snoozed: the filter below tells them apart.
  const all = [
    ...given(list(state && state.replace('snoozed', 'snoozed,sent')), (place) => `alert.state = ANY (${place})`),
    ...given(list(kind), (place) => `alert.kind = ANY (${place})`),
    ...given(subject, (place) => `alert.subject_id = ${place}`),
    ...given(open === undefined ? undefined : openStates, (place) => `(alert.state = ANY (${place})) = ${open}`),
  ];
  return [all.length > 0 ? all.join(' AND ') : 'true', values];
}

function filterOf(
  snapshot: Snapshot,
  me: AlertReader,
  { state, owner, losses, search, open }: AlertListQuery,
): (alert: StoredAlert) => boolean {
  const names = snapshot.namesFor(me);
  const address = owner === 'me' ? me.email : owner;
  const words = searchWords(search);
  const states = several(state);
  const haystack = (alert: StoredAlert) => {
    const study = isAboutStudy(alert.kind) ? snapshot.study(alert.subject) : undefined;
    return study ? names.haystack(study) : fold(`${subjectOf(snapshot, names, alert).title}\n${alert.subject}`);
  };
  return (alert) =>
    (open !== 'true' || !alert.isOvertaken) &&
    (states === undefined || states.has(shownState(alert, snapshot.today))) &&
    (address === undefined || fold(ownerOf(snapshot, alert) ?? '') === fold(address)) &&
    (losses === undefined || (losses === 'true') === alert.costsReadiness) &&
    (words.length === 0 || words.every((word) => haystack(alert).includes(word)));
}

function ownerOf(snapshot: Snapshot, { kind, subject }: StoredAlert): string | null {
  return isAboutStudy(kind) ? (snapshot.study(subject)?.owner ?? null) : null;
}

function compareBy(snapshot: Snapshot, me: AlertReader, sort: NonNullable<AlertListQuery['sort']>): Compare<StoredAlert> {
  const descending = sort.startsWith('-');
  const names = snapshot.namesFor(me);
  const harms = new Map<StoredAlert, Harm>();
  const harm = (alert: StoredAlert) => {
    const known = harms.get(alert) ?? harmOfAlert(snapshot, alert);
    harms.set(alert, known);
    return known;
  };
  const sign = descending ? -1 : 1;
  const compares: { readonly [S in AlertSort]: Compare<StoredAlert> } = {
    harm: (one, other) => sign * (rank(one) - rank(other) || compareHarm(harm(one), harm(other))),
    day: byOrder(({ day }) => day, descending),
    step: byOrder(({ step }) => step, descending),
    state: byOrder((alert) => states.indexOf(shownState(alert, snapshot.today)), descending),
    subject: byText((alert) => subjectOf(snapshot, names, alert).title, collatorOf(me.language), descending),
  };
  const compare = compares[sort.replace('-', '') as AlertSort];
  return (one, other) =>
    compare(one, other) || byOrder<StoredAlert>(({ day }) => day, false)(one, other) || Number(one.id) - Number(other.id);
}

const states: readonly StoredAlert['state'][] = ['failed', 'due', 'sent', 'snoozed', 'acknowledged', 'passed-over', 'withdrawn'];

/** What nobody settled comes before what is over, whatever harm that once meant. */
const rank = ({ state }: StoredAlert) => (openStates.includes(state) ? 0 : 1);
