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
import { declaredKind, kindOfBytes } from './files/sniff.js';
import { UnreadableFile } from './files/table.js';
import { ImportImages } from './import-images.service.js';
import { type ImportOptions, ImportRows, type StoredImport } from './import-rows.service.js';
import { answerOf, resultOf } from './import-result.js';
import { fingerprintOf, type ImportPlan, openQuestions, planImport } from './plan/plan-import.js';
import { type ImportFile, readImportFile } from './plan/import-file.js';
import { readinessEffect } from './plan/readiness-effect.js';
import { collectUpload } from './collect-upload.js';
import { type Remembered, RememberedAnswers } from './remembered.service.js';
import { parseQuery } from './import-query.js';

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

  async start(me: SignedInPerson, query: z.infer<typeof importQuery>, contentType: string | undefined, stream: Readable, length: number | undefined): Promise<ImportAnswer> {
    const options = parseQuery(query);
    const declared = declaredKind(contentType);
    if (!declared) throw new Refusal('unsupported-media-type', { allowed: 'application/json, text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
    const bytes = await collectUpload(stream, length);
    const kind = declared === 'look' ? kindOfBytes(bytes) : declared;
    const file = await this.read(bytes, kind);
    const id = await this.rows.create(me.id, { name: nameOf(query.name, kind), kind, mode: query.mode, options }, bytes);
    const plan = await this.dryRun(id, file, options);
    if (query.mode === 'dry-run') return this.one(id);
    refuseUncommittable(id, plan);
    return this.commitFile(me, id, file, options, null);
  }

  /** A new dry run with more answers, other headings, mended cells. */
  async update(id: string, more: ImportOptions): Promise<ImportAnswer> {
    const stored = await this.rows.find(id);
    refuseUnless(stored, 'dry-run');
    const options = merged(stored.options, more);
    const file = await this.read(await this.rows.file(id), stored.kind);
    await this.dryRun(id, file, options);
    return this.one(id);
  }

  async commit(me: SignedInPerson, id: string): Promise<ImportAnswer> {
    const stored = await this.rows.find(id);
    refuseUnless(stored, 'dry-run');
    return this.commitFile(me, id, await this.read(await this.rows.file(id), stored.kind), stored.options, stored.fingerprint);
  }

  async one(id: string): Promise<ImportAnswer> {
    const stored = await this.rows.find(id);
    return answerOf(stored, stored.state === 'committed' && (await this.images.changedSince(stored)).length === 0);
  }

  async page({ page, size }: Pick<PageQuery, 'page' | 'size'>): Promise<Page<ImportRow>> {
    const { rows, total } = await this.rows.list(page, size);
    const items = rows.map(async (row) => {
      const undoable = row.state === 'committed' && (await this.images.changedSince(row)).length === 0;
      const { id, name, state, counts, by, at, committedAt } = answerOf(row, undoable);
      return { id, name, state, counts: row.counts ?? counts, by, at, committedAt, undoable };
    });
    return { items: await Promise.all(items), total };
  }

  private async read(bytes: Buffer, kind: StoredImport['kind']): Promise<ImportFile> {
    const remembered = await this.remembered.all();
    try {
      return await readImportFile(bytes, kind, (heading) => remembered.meaning('studies', heading) !== undefined);
    } catch (error) {
      // The words choose among reasons written with `_`: messages cannot hold hyphens there.
      if (error instanceof UnreadableFile) throw new Refusal('unreadable-file', { ...error.params, reason: error.why.replaceAll('-', '_') });
      throw error;
    }
  }

  private async dryRun(id: string, file: ImportFile, options: ImportOptions): Promise<ImportPlan> {
    const snapshot = await this.portfolio.current();
    const plan = await planImport(file, options, await this.remembered.all(), storedOf(snapshot));
    await this.rememberHeadings(options, plan);
    const readiness = plan.portfolio ? await readinessEffect(await this.portfolio.current(), plan.portfolio) : [];
    await this.rows.saveDryRun(id, options, resultOf(plan, readiness), fingerprintOf(plan));
    return plan;
  }

  private async commitFile(me: SignedInPerson, id: string, file: ImportFile, options: ImportOptions, agreed: string | null): Promise<ImportAnswer> {
    if (!(await this.rows.claim(id))) throw new Refusal('already-in-that-state', { import: id });
    const lease = setInterval(() => void this.rows.progress(id, 50).catch(() => undefined), 20_000);
    try {
      const remembered = await this.remembered.all();
      await this.rows.progress(id, 10);
      await this.write(me, id, file, options, remembered, agreed);
      return await this.one(id);
    } catch (error) {
      await this.rows.release(id);
      if (error instanceof Refusal && error.code === 'import-changed-since') await this.dryRun(id, file, options);
      throw error;
    } finally {
      clearInterval(lease);
    }
  }

  /** Plans again under the portfolio's lock: what is written is decided on the state that it is written to. */
  private async write(me: SignedInPerson, id: string, file: ImportFile, options: ImportOptions, remembered: Remembered, agreed: string | null): Promise<void> {
    const stored = await this.rows.find(id);
    await this.writer.write(me.id, async ({ before, manager, save }) => {
      const plan = await planImport(file, options, remembered, storedOf(before));
      if (agreed !== null && fingerprintOf(plan) !== agreed) throw new Refusal('import-changed-since', { import: id });
      const changes = refuseUncommittable(id, plan);
      await this.rows.progress(id, 40);
      const saved = await save(changes, 'import');
      await this.rows.progress(id, 90);
      await this.images.keep(manager, id, before, saved);
      await this.remembered.rememberAnswers(manager, answersOf(plan));
      const result = resultOf(plan, stored.result?.readiness ?? []);
      await this.rows.markCommitted(manager, id, result);
      if (saved.created.length + saved.changed.length > 0) {
        await this.audit.record(manager, { who: me.id, action: 'import', subject: 'import', subjectId: id, before: null, after: { name: stored.name, ...result.counts } });
      }
    });
  }

  private async rememberHeadings({ mapping }: ImportOptions, { tables }: ImportPlan): Promise<void> {
    const said = tables.flatMap(({ sheet, kind }) => Object.entries(mapping?.[sheet] ?? {}).map(([heading, meaning]) => ({ kind, heading, meaning })));
    await this.remembered.rememberHeadings(said);
  }
}

/** The portfolio as imports see it: its own entries of the catalog, not the shipped ones. */
export function storedOf({ portfolio, parts }: Snapshot): Portfolio {
  return { ...portfolio, specializations: parts.entries.list };
}

function refuseUncommittable(id: string, plan: ImportPlan): NonNullable<ImportPlan['changes']> {
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
  const mended = new Map([...(before.cells ?? []), ...(more.cells ?? [])].map((cell) => [`${cell.row} ${cell.column} ${cell.sheet}`, cell]));
  return { ...before, ...more, answers: { ...before.answers, ...more.answers }, mapping, cells: [...mended.values()] };
}

function nameOf(given: string | undefined, kind: StoredImport['kind']): string {
  const name = (given ?? '').replace(/\p{Cc}|\p{Cs}/gu, '').trim();
  return name || { json: 'portfolio.json', csv: 'studies.csv', xlsx: 'workbook.xlsx' }[kind];
}
