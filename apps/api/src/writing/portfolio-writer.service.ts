import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService, type AuditEntry } from '../audit/audit.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import {
  asRecorded,
  differenceOf,
  inOrder,
  isNothing,
  type Changes,
  type Difference,
  type Naming,
  type RecordedChange,
  type Ref,
} from './changes.js';
import { checkRelations } from './relations.js';
import { writeRows } from './rows.js';

/** What a write did. A record that stood already as it was given is counted, not touched. */
export interface Saved {
  readonly created: readonly Ref[];
  readonly changed: readonly Ref[];
  readonly removed: readonly Ref[];
  readonly unchanged: number;
}

export interface Writing {
  /** Of the transaction, for rows that are to stand or fall with the portfolio's. */
  readonly manager: EntityManager;
  /** The portfolio as it stands: nobody else can change it before this write ends. */
  readonly before: Snapshot;
  /** Checks, writes and records; at most once in one write. The action is what the history calls it. */
  save(changes: Changes, action: Naming, told?: Telling): Promise<Saved>;
}

/**
 * How the record tells of a difference that came about in several steps: each is a revision of its own, in order of time,
 * and together they are the difference.
 */
export type Telling = (difference: Difference) => readonly { readonly at: Date; readonly changes: readonly RecordedChange[] }[];

/**
 * The one way in which facts of the portfolio change: one writer at a time in all processes, every change recorded in
 * the transaction that makes it, and relations checked over the whole before the database judges them.
 */
@Injectable()
export class PortfolioWriter {
  private lastInLine: Promise<unknown> = Promise.resolve();
  private readonly listeners: ((revision: number) => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly portfolio: PortfolioService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Calls back after each write of this process that changed something, once it is committed, with its revision. */
  afterCommit(listener: (revision: number) => void): void {
    this.listeners.push(listener);
  }

  /** `who` is the person's id, null for the product itself. Never call it within a transaction or another write. */
  write<T>(who: string | null, work: (writing: Writing) => Promise<T>): Promise<T> {
    // Writers of this process stand in line here, not each with a connection at the database's lock: the one whose
    // turn it is needs a second connection for reading.
    const turn = this.lastInLine.then(() => this.commit(who, work));
    this.lastInLine = turn.catch(() => undefined);
    return turn;
  }

  private async commit<T>(who: string | null, work: (writing: Writing) => Promise<T>): Promise<T> {
    let written: number | null = null;
    const result = await this.database.transaction((manager) => {
      written = null;
      return this.take(manager, who, work, (revision) => (written = revision));
    });
    if (written !== null) for (const listener of this.listeners) listener(written);
    return result;
  }

  private async take<T>(
    manager: EntityManager,
    who: string | null,
    work: (writing: Writing) => Promise<T>,
    onStored: (revision: number) => void,
  ): Promise<T> {
    const [row] = await manager.query('SELECT revision FROM portfolio FOR UPDATE');
    const before = await this.portfolio.current();
    if (before.revision !== Number(row.revision)) throw new Error(`read revision ${before.revision} under the lock of ${row.revision}`);
    let saved = false;
    const save: Writing['save'] = async (changes, action, told) => {
      if (saved) throw new Error('one write saves once');
      saved = true;
      const difference = differenceOf(before, changes);
      if (!isNothing(difference)) onStored(await this.store(manager, before, difference, told, who, action));
      return summary(difference);
    };
    return work({ manager, before, save });
  }

  private async store(
    manager: EntityManager,
    before: Snapshot,
    difference: Difference,
    told: Telling | undefined,
    who: string | null,
    action: Naming,
  ): Promise<number> {
    checkRelations(before, difference);
    const at = this.clock.now();
    const steps = told?.(difference) ?? [{ at, changes: inOrder(difference) }];
    await writeRows(manager, difference, { revision: before.revision + steps.length, at });
    let { revision } = before;
    for (const step of steps)
      await this.audit.recordAll(manager, entriesOf(step.changes, who, action), { revision: ++revision, at: step.at });
    return revision;
  }
}

function* entriesOf(changes: readonly RecordedChange[], who: string | null, action: Naming): Generator<AuditEntry> {
  for (const change of changes) {
    const { kind, id } = change;
    yield {
      who,
      action: typeof action === 'string' ? action : action({ kind, id }),
      subject: kind,
      subjectId: id,
      ...asRecorded(change),
    };
  }
}

function summary(difference: Difference): Saved {
  const changes = inOrder(difference);
  const refs = (of: typeof changes) => of.map(({ kind, id }) => ({ kind, id }));
  return {
    created: refs(changes.filter(({ before }) => before === null)),
    changed: refs(changes.filter(({ before, after }) => before !== null && after !== null)),
    removed: refs(changes.filter(({ after }) => after === null)),
    unchanged: difference.unchanged,
  };
}
