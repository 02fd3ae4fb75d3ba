import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { ImportAnswer, importQuery, ImportRow, Page, PageQuery } from '@caseboard/contracts';
import type { Portfolio } from '@caseboard/domain';
import type { z } from 'zod';
import { AuditService } from '../audit/audit.service.js';
import type { SignedInPerson } from '../platform/http/access.js';
import { Refusal } from '../platform/refusal.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import { declaredKind, type FileKind, kindOfBytes, usualTypes } from './files/sniff.js';
import { UnreadableFile } from './files/table.js';
import { ImportImages } from './import-images.service.js';
import { type ImportOptions, type ImportResult, ImportRows, type StoredImport } from './import-rows.service.js';
import { answerOf, resultOf } from './import-result.js';
import { fingerprintOf, type ImportPlan, openQuestions, planImport } from './plan/plan-import.js';
import { type ImportFile, readImportFile } from './plan/import-file.js';
import type { PlannedChanges } from './plan/plan.js';
import { readinessEffect } from './plan/readiness-effect.js';
import { collectUpload } from './collect-upload.js';
import { type Remembered, RememberedAnswers } from './remembered.service.js';
import { parseQuery } from './import-query.js';
import { withSmallHeap } from '../platform/small-heap.js';

interface Given {
  readonly options: ImportOptions;
  readonly declared: FileKind | 'look';
  readonly stream: Readable;
  readonly length: number | undefined;
}

/** Dry runs and commits of files (portfolio-format.md): first what would happen, then all of it or nothing. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly rows: ImportRows,
    private readonly images: ImportImages,
    private readonly remembered: RememberedAnswers,
    private readonly portfolio: PortfolioService,
    private readonly writer: PortfolioWriter,
    private readonly audit: AuditService,
  ) {}

  async start(
    me: SignedInPerson,
    query: z.infer<typeof importQuery>,
    contentType: string | undefined,
    stream: Readable,
    length: number | undefined,
  ): Promise<ImportAnswer> {
    const options = parseQuery(query);
    const declared = declaredKind(contentType);
    if (!declared) throw new Refusal('unsupported-media-type', { allowed: usualTypes.join(', ') });
    const id = await this.keep(me, query, { options, declared, stream, length });
    try {
      return await (query.mode === 'commit' ? this.commit(me, id) : this.update(id, {}));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unreadable-file') await this.rows.remove(id);
      throw error;
    }
  }

  /** Apart from what follows, which is long: only here are the bytes of the upload in memory. */
  private async keep(
    me: SignedInPerson,
    query: z.infer<typeof importQuery>,
    { options, declared, stream, length }: Given,
  ): Promise<string> {
    const bytes = await collectUpload(stream, length);
    if (bytes.length === 0) throw new Refusal('unreadable-file', { reason: 'empty' });
    const kind = declared === 'look' ? kindOfBytes(bytes) : declared;
    return this.rows.create(me.id, { name: nameOf(query.name, kind), kind, mode: query.mode, options }, bytes);
  }

  /** A new dry run with more answers, other headings, mended cells. */
  async update(id: string, more: ImportOptions): Promise<ImportAnswer> {
    const stored = await this.rows.find(id);
    refuseUnless(stored, 'dry-run');
    await withSmallHeap(() => this.dryRun(stored, merged(stored.options, more)));
    return this.one(id);
  }

  /** All of it or nothing, and nothing other than what the last dry run showed, if there was one. */
  async commit(me: SignedInPerson, id: string): Promise<ImportAnswer> {
    const stored = await this.rows.find(id);
    refuseUnless(stored, 'dry-run');
    if (!(await this.rows.claim(id))) throw new Refusal('already-in-that-state', { import: id });
    const lease = setInterval(() => void this.rows.progress(id, 50).catch(() => undefined), 20_000);
    try {
      await withSmallHeap(() => this.write(me, stored));
    } catch (error) {
      await this.rows.release(id);
      // What stands in the way can be looked at, answered and mended there.
      if (error instanceof Refusal && error.code !== 'unreadable-file') await withSmallHeap(() => this.dryRun(stored, stored.options));
      throw error;
    } finally {
      clearInterval(lease);
    }
    return this.one(id);
  }

  async one(id: string): Promise<ImportAnswer> {
    const stored = await this.rows.find(id);
    return answerOf(stored, await this.isUndoable(stored));
  }

  async page({ page, size }: Pick<PageQuery, 'page' | 'size'>): Promise<Page<ImportRow>> {
    const { rows, total } = await this.rows.list(page, size);
    const items = rows.map(async (row) => {
      const undoable = await this.isUndoable(row);
      const { id, name, state, counts, by, at, committedAt } = answerOf(row, undoable);
      return { id, name, state, counts: row.counts ?? counts, by, at, committedAt, undoable };
    });
    return { items: await Promise.all(items), total };
  }

  private async isUndoable(stored: StoredImport): Promise<boolean> {
    return stored.state === 'committed' && this.images.isUndoable(stored);
  }

  private async plan(stored: StoredImport, options: ImportOptions, snapshot: Snapshot): Promise<ImportPlan> {
    const remembered = await this.remembered.all();
    try {
      return await this.read(stored, remembered).then((file) => planImport(file, options, remembered, storedOf(snapshot)));
    } catch (error) {
      // The words choose among reasons written with `_`: messages cannot hold hyphens there.
      if (error instanceof UnreadableFile)
        throw new Refusal('unreadable-file', { ...error.params, reason: error.why.replaceAll('-', '_') });
      throw error;
    }
  }

  private async read({ id, kind }: StoredImport, remembered: Remembered): Promise<ImportFile> {
    return readImportFile(await this.rows.file(id), kind, (heading) => remembered.meaning('studies', heading) !== undefined);
  }

  private async dryRun(stored: StoredImport, options: ImportOptions): Promise<void> {
    const plan = await this.plan(stored, options, await this.portfolio.current());
    await this.rememberHeadings(options, plan);
    const readiness = plan.portfolio ? await readinessEffect(await this.portfolio.current(), plan.portfolio) : [];
    await this.rows.saveDryRun(stored.id, options, resultOf(plan, readiness), fingerprintOf(plan));
  }

  private async write(me: SignedInPerson, stored: StoredImport): Promise<void> {
    const { id } = stored;
    await this.writer.write(me.id, async ({ before, manager, save }) => {
      await this.rows.progress(id, 5);
      const { changes, result, answers } = await this.decide(stored, before);
      await this.rows.progress(id, 40);
      const saved = await save(changes, 'import');
      await this.rows.progress(id, 90);
      await this.images.keep(manager, id, before, saved);
      await this.remembered.rememberAnswers(manager, answers);
      await this.rows.markCommitted(manager, id, result);
      if (saved.created.length + saved.changed.length === 0) return;
      await this.audit.record(manager, {
        who: me.id,
        action: 'import',
        subject: 'import',
        subjectId: id,
        before: null,
        after: { name: stored.name, ...result.counts },
      });
    });
  }

  /**
   * Plans again under the portfolio's lock: what is written is decided on the state that it is written to. Only what
   * the write needs outlives this, so that the file's cells and its records are never in memory together with the rows.
   */
  private async decide(
    stored: StoredImport,
    before: Snapshot,
  ): Promise<{ changes: PlannedChanges; result: ImportResult; answers: ReadonlyMap<string, string> }> {
    const { id, options, fingerprint } = stored;
    const plan = await this.plan(stored, options, before);
    if (fingerprint !== null && fingerprintOf(plan) !== fingerprint) throw new Refusal('import-outdated', { import: id });
    return { changes: committable(id, plan), result: resultOf(plan, stored.result?.readiness ?? []), answers: answersOf(plan) };
  }

  private async rememberHeadings({ mapping }: ImportOptions, { tables }: ImportPlan): Promise<void> {
    const said = tables.flatMap(({ sheet, kind }) =>
      Object.entries(mapping?.[sheet] ?? {}).map(([heading, meaning]) => ({ kind, heading, meaning })),
    );
    await this.remembered.rememberHeadings(said);
  }
}

/** The portfolio as imports see it: its own entries of the catalog, not the shipped ones. */
export function storedOf({ portfolio, parts }: Snapshot): Portfolio {
  return { ...portfolio, specializations: parts.entries.list };
}

/** What to write, or a refusal that says what stands in the way. */
function committable(id: string, plan: ImportPlan): PlannedChanges {
  const { faults, changes } = plan;
  if (!changes) throw new Refusal('import-refused', { import: id, count: faults.length }, faults);
  const open = openQuestions(plan);
  if (open.length > 0) throw new Refusal('import-questions-open', { import: id, count: open.length, questions: open });
  return changes;
}

function refuseUnless({ id, state }: StoredImport, wanted: StoredImport['state']): void {
  if (state === wanted) return;
  throw new Refusal(state === 'undone' ? 'import-already-undone' : 'already-in-that-state', { import: id, state });
}

function answersOf({ questions }: ImportPlan): ReadonlyMap<string, string> {
  return new Map(questions.flatMap(({ id, answer }) => (answer === null ? [] : [[id, answer] as const])));
}

function merged(before: ImportOptions, more: ImportOptions): ImportOptions {
  const mapping = { ...before.mapping };
  for (const [sheet, headings] of Object.entries(more.mapping ?? {})) mapping[sheet] = { ...mapping[sheet], ...headings };
  const mended = new Map(
    [...(before.cells ?? []), ...(more.cells ?? [])].map((cell) => [`${cell.row} ${cell.column} ${cell.sheet}`, cell]),
  );
  return { ...before, ...more, answers: { ...before.answers, ...more.answers }, mapping, cells: [...mended.values()] };
}

function nameOf(given: string | undefined, kind: StoredImport['kind']): string {
  const name = (given ?? '').replace(/\p{Cc}|\p{Cs}/gu, '').trim();
  return name || { json: 'portfolio.json', csv: 'studies.csv', xlsx: 'workbook.xlsx' }[kind];
}
