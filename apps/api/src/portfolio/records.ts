import type { Stored } from './rows.js';
import type { RecordMeta } from './snapshot.js';

/** Records of one kind in document order. Never changes: `with` makes another. */
export class Records<R> {
  readonly list: readonly R[];
  private byId: ReadonlyMap<string, R> | undefined;

  private constructor(private readonly stored: ReadonlyMap<string, Stored<R>>) {
    this.list = Array.from(stored.values(), ({ record }) => record);
  }

  static none<R>(): Records<R> {
    return new Records<R>(new Map());
  }

  /** The records with `removed` taken out and then `changed` put in: a removed id may have been made anew. */
  with(changed: readonly Stored<R>[], removed: readonly string[]): Records<R> {
    if (changed.length === 0 && removed.length === 0) return this;
    const stored = new Map(this.stored);
    for (const id of removed) stored.delete(id);
    for (const each of changed) stored.set(each.id, each);
    return new Records(inOrder(stored));
  }

  get(id: string): R | undefined {
    return this.stored.get(id)?.record;
  }

  meta(id: string): RecordMeta | undefined {
    return this.stored.get(id)?.meta;
  }

  get index(): ReadonlyMap<string, R> {
    this.byId ??= new Map(Array.from(this.stored, ([id, { record }]) => [id, record]));
    return this.byId;
  }
}

/** A record that an undo brings back has an earlier place than the last one. */
function inOrder<R>(stored: ReadonlyMap<string, Stored<R>>): ReadonlyMap<string, Stored<R>> {
  let last = -Infinity;
  for (const { position } of stored.values()) {
    if (position < last) return new Map([...stored].sort(([, a], [, b]) => a.position - b.position));
    last = position;
  }
  return stored;
}
