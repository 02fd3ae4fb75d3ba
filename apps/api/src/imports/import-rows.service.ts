import { Injectable } from '@nestjs/common';
import type { ImportAnswer, ImportRow } from '@caseboard/contracts';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { updateImport } from '@caseboard/contracts';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { Refusal } from '../platform/refusal.js';
import type { FileKind } from './files/sniff.js';

export type ImportOptions = z.infer<typeof updateImport>;
/** What a dry run found; the rest of the answer is the row's own. */
export type ImportResult = Pick<
  ImportAnswer,
  'counts' | 'records' | 'questions' | 'faults' | 'notes' | 'tables' | 'columns' | 'readiness' | 'committable' | 'leftOut'
>;

export interface StoredImport {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly mode: ImportAnswer['mode'];
  readonly state: ImportAnswer['state'];
  readonly options: ImportOptions;
  readonly result: ImportResult | null;
  readonly fingerprint: string | null;
  readonly done: number | null;
  readonly total: number | null;
  readonly createdAt: Date;
  readonly committedAt: Date | null;
  readonly committedRevision: string | null;
  readonly by: string;
}

/** Parts travel as hexadecimal text, in buffers that double: larger ones would need many times their size on the way. */
const partSize = 256 * 1024;
const leaseSeconds = 90;

// A commit whose lease has run out died with its process, and its transaction with it.
const liveState = `CASE WHEN import.state = 'committing' AND busy_until < now() THEN 'dry-run' ELSE import.state END AS state`;
const columns = `import.id, import.name, kind, mode, ${liveState}, options, fingerprint, done, total, import.created_at AS "createdAt",
  committed_at AS "committedAt", committed_revision AS "committedRevision", person.name AS by`;

/** The rows of imports: files, dry runs, states. */
@Injectable()
export class ImportRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async create(personId: string, facts: Pick<StoredImport, 'name' | 'kind' | 'mode' | 'options'>, file: Buffer): Promise<string> {
    return this.database.transaction(async (manager) => {
      const [row] = await manager.query(
        'INSERT INTO import (person_id, name, kind, mode, options, created_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
        [personId, facts.name, facts.kind, facts.mode, storable(JSON.stringify(facts.options)), this.clock.now()],
      );
      for (let part = 0; part * partSize < file.length; part += 1) {
        const bytes = file.subarray(part * partSize, (part + 1) * partSize);
        await manager.query('INSERT INTO import_part (import_id, part, bytes) VALUES ($1, $2, $3)', [row.id, part, bytes]);
      }
      return row.id as string;
    });
  }

  async remove(id: string): Promise<void> {
    await this.database.manager.query('DELETE FROM import WHERE id = $1', [id]);
  }

  async find(id: string): Promise<StoredImport> {
    const rows: StoredImport[] = await this.database.manager.query(
      `SELECT ${columns}, result FROM import JOIN person ON person.id = person_id WHERE import.id::text = $1`,
      [id],
    );
    if (!rows[0]) throw new Refusal('not-found', { import: id });
    return rows[0];
  }

  /** Newest first; only the counts of their results. */
  async list(page: number, size: number): Promise<{ rows: (StoredImport & { counts: ImportRow['counts'] | null })[]; total: number }> {
    const [{ total }] = await this.database.manager.query('SELECT count(*)::int AS total FROM import');
    const rows = await this.database.manager.query(
      `SELECT ${columns}, NULL AS result, result->'counts' AS counts FROM import JOIN person ON person.id = person_id
       ORDER BY import.created_at DESC, import.id LIMIT $1 OFFSET $2`,
      [size, (page - 1) * size],
    );
    return { rows, total };
  }

  /** The file; it is forgotten a week after the dry run. */
  async file(id: string): Promise<Buffer> {
    const parts: { part: number; size: number }[] = await this.database.manager.query(
      'SELECT part, length(bytes) AS size FROM import_part WHERE import_id = $1 ORDER BY part',
      [id],
    );
    const whole = Buffer.allocUnsafe(parts.reduce((sum, { size }) => sum + size, 0));
    let at = 0;
    for (const { part } of parts) {
      const [row]: { bytes: Buffer }[] = await this.database.manager.query(
        'SELECT bytes FROM import_part WHERE import_id = $1 AND part = $2',
        [id, part],
      );
      at += row?.bytes.copy(whole, at) ?? 0;
    }
    if (at === 0 || at < whole.length) throw new Refusal('not-found', { import: id });
    return whole;
  }

  async saveDryRun(id: string, options: ImportOptions, result: ImportResult, fingerprint: string): Promise<void> {
    await this.database.manager.query(
      'UPDATE import SET options = $2, result = $3, fingerprint = $4, done = NULL, total = NULL WHERE id = $1',
      [id, storable(JSON.stringify(options)), storable(JSON.stringify(result)), fingerprint],
    );
  }

  /** Takes the import for a commit; one at a time, whoever asks. */
  async claim(id: string): Promise<boolean> {
    const [, taken] = await this.database.manager.query(
      `UPDATE import SET state = 'committing', done = 0, total = 100, busy_until = now() + make_interval(secs => $2)
       WHERE id = $1 AND (state = 'dry-run' OR (state = 'committing' AND busy_until < now()))`,
      [id, leaseSeconds],
    );
    return taken === 1;
  }

  /** Renews the lease and tells how far the commit is, in percent. */
  async progress(id: string, done: number): Promise<void> {
    await this.database.manager.query(
      `UPDATE import SET done = $2, busy_until = now() + make_interval(secs => $3) WHERE id = $1 AND state = 'committing'`,
      [id, done, leaseSeconds],
    );
  }

  async release(id: string): Promise<void> {
    await this.database.manager.query(
      `UPDATE import SET state = 'dry-run', done = NULL, total = NULL, busy_until = NULL WHERE id = $1 AND state = 'committing'`,
      [id],
    );
  }

  /** In the transaction of the commit: it fails there when another process has taken the import over meanwhile. */
  async markCommitted(manager: EntityManager, id: string, result: ImportResult): Promise<void> {
    const [, marked] = await manager.query(
      `UPDATE import SET state = 'committed', done = NULL, total = NULL, busy_until = NULL, result = $2, committed_at = $3,
         committed_revision = (SELECT revision FROM portfolio) WHERE id = $1 AND state = 'committing'`,
      [id, storable(JSON.stringify(result)), this.clock.now()],
    );
    if (marked !== 1) throw new Refusal('already-in-that-state', { import: id });
  }

  async markUndone(manager: EntityManager, id: string): Promise<void> {
    const [, marked] = await manager.query(`UPDATE import SET state = 'undone' WHERE id = $1 AND state = 'committed'`, [id]);
    if (marked !== 1) throw new Refusal('import-already-undone', { import: id });
  }

  /** Forgets dry runs and the files of imports that are a week old. */
  async forget(): Promise<void> {
    const now = this.clock.now();
    await this.database.manager.query(`DELETE FROM import WHERE state = 'dry-run' AND created_at < $1::timestamptz - interval '7 days'`, [
      now,
    ]);
    await this.database.manager.query(
      `DELETE FROM import_part USING import WHERE import.id = import_id AND state IN ('committed', 'undone') AND created_at < $1::timestamptz - interval '7 days'`,
      [now],
    );
  }
}

/** Faults quote what the file holds; PostgreSQL keeps neither U+0000 nor unpaired surrogates, which JSON writes as escapes. */
function storable(json: string): string {
  return json.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, '$1\\ufffd');
}
