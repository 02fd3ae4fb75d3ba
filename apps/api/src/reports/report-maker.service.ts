import { Injectable } from '@nestjs/common';
import type { ReportLabels } from '@caseboard/contracts';
import { reporting, type Day, type History, type Report } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { HistoryReader } from '../history/history-reader.service.js';
import { breathing } from '../platform/breathe.js';
import { Database } from '../platform/database/database.js';
import { collectGarbage } from '../platform/small-heap.js';
import { serviceIndex } from '../portfolio/engine-after.js';
import type { Names } from '../portfolio/names.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { historyOf, type Asked } from './asked.js';
import { Fingerprint } from './canonical.js';
import { openTexts, studyLabels, withGone, type BothLabels } from './report-labels.js';
import { lastRevisionOf } from './stored-report.js';
import { readReportSettings } from './report-settings.js';

export interface Made {
  readonly report: Report;
  readonly history: History;
  /** Of everything that the numbers rest on. */
  readonly hash: string;
}

type Progress = (share: number) => Promise<void> | void;

const everyName = { role: 'administrator', seesAnonymousNames: true } as const;
const openNames = { role: 'leader', seesAnonymousNames: false } as const;
/** Of the way, reading the record takes about so much. */
const readingShare = 0.3;

/** Makes reports, and goes on answering others meanwhile. */
@Injectable()
export class ReportMaker {
  constructor(
    private readonly database: Database,
    private readonly history: HistoryReader,
    private readonly portfolio: PortfolioService,
  ) {}

  /** The question as it stands now. */
  async ask(from: Day, to: Day, { revision, today }: Pick<Snapshot, 'revision' | 'today'>): Promise<Asked> {
    const { manager } = this.database;
    const [row] = await manager.query<{ days: number }[]>('SELECT days_per_point AS days FROM alert_settings');
    const { value } = await readReportSettings(manager);
    const knownSince = (await this.history.knownSince(today)) ?? to;
    const fromRevision = await lastRevisionOf(manager, from);
    return { from, fromRevision, to, knownSince, today, revision, daysPerPoint: row?.days ?? 2, value, shipped: builtInSpecializations };
  }

  async make(asked: Asked, progress: Progress = () => undefined): Promise<Made> {
    collectGarbage();
    const history = await this.history.read(historyOf(asked));
    await progress(readingShare);
    const hash = await fingerprintOf(asked, history);
    const breathe = breathing();
    const { from, to, value: facts, daysPerPoint } = asked;
    const fromRevision = asked.fromRevision ?? undefined;
    const steps = reporting(history, { from, fromRevision, to, facts, daysPerPoint, services: serviceIndex });
    for (;;) {
      const { value, done } = steps.next();
      if (done) return { report: value, history, hash };
      await progress(readingShare + (1 - readingShare) * value);
      await breathe();
    }
  }

  /** The names known now; of whoever is gone, those known last. */
  async labels({ report, history }: Made): Promise<BothLabels> {
    const snapshot = withGone(await this.portfolio.current(), history, report);
    const ids = report.studies.map(({ id }) => id);
    const people = await this.namesOf(report);
    const [all, open] = [everyName, openNames].map((reader) => snapshot.namesFor(reader)) as [Names, Names];
    const of = (names: Names) => ({ studies: studyLabels(ids, snapshot, names), people });
    return { all: of(all), open: { ...of(open), texts: openTexts(report, open) } };
  }

  private async namesOf({ decisions, value }: Report): Promise<ReportLabels['people']> {
    const owners = [...decisions, ...Object.values(value.facts.strategies)].map(({ owner }) => owner);
    const people = await this.database.manager.query<{ address: string; name: string }[]>(
      'SELECT DISTINCT address, name FROM unnest($1::text[]) AS address JOIN person ON email = lower(address) ORDER BY address',
      [owners.filter((owner) => owner !== null)],
    );
    return Object.fromEntries(people.map(({ address, name }) => [address, name]));
  }
}

/** A revision is told by what it changed: the rest follows from the start. */
async function fingerprintOf(
  { from, fromRevision, to, daysPerPoint, value }: Asked,
  { startsOn, start, revisions }: History,
): Promise<string> {
  const breathe = breathing();
  const print = new Fingerprint().add({ from, fromRevision, to, daysPerPoint, value, startsOn, warningDays: start.warningDays });
  const { partner, specializations, customers, studies } = start.portfolio;
  for (const record of [partner, ...specializations, ...customers]) {
    print.add(record);
    await breathe();
  }
  for (const study of studies) {
    print.addOrdered(study);
    await breathe();
  }
  for (const { revision, on, changes } of revisions) {
    print.addOrdered([revision, on]);
    for (const { kind, id, action, before, after } of changes) {
      // What was shipped may have come with the question, its keys in another order.
      if (kind === 'specialization') print.add([kind, id, action, after]);
      else print.addOrdered([kind, id, action, changedKeys(before, after)]);
    }
    await breathe();
  }
  return print.digest();
}

function changedKeys(before: object | null, after: object | null): unknown {
  if (!before || !after) return after;
  const [stood, stands] = [before, after] as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  const changed: unknown[] = [];
  for (const key in stands) if (stands[key] !== stood[key]) changed.push(key, stands[key]);
  for (const key in stood) if (!(key in stands)) changed.push(key, null);
  return changed;
}
