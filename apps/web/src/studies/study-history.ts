import type { Change } from '@caseboard/contracts';

/** What one person did in one sitting: edits that follow each other within the hour count as one. */
export interface Sitting {
  readonly id: string;
  readonly change: Change;
  readonly count: number;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

const sitting = 60 * 60_000;

/** Changes, newest first, gathered into sittings; each keeps the oldest value before and the newest after. */
export function sittingsOf(changes: readonly Change[], timeOf: (iso: string) => number): Sitting[] {
  const sittings: Sitting[] = [];
  let begun = 0;
  for (const change of changes) {
    const last = sittings.at(-1);
    const isMore =
      last &&
      last.change.action === 'edit' &&
      change.action === 'edit' &&
      last.change.who === change.who &&
      begun - timeOf(change.at) < sitting;
    begun = timeOf(change.at);
    const [before, after] = [change.before ?? {}, change.after ?? {}];
    if (!isMore) sittings.push({ id: change.id, change, count: 1, before, after });
    else
      sittings[sittings.length - 1] = {
        ...last,
        count: last.count + 1,
        before: { ...last.before, ...before },
        after: { ...after, ...last.after },
      };
  }
  return sittings;
}

export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The fields of a sitting that differ in the end, sections and support one by one. */
export function differencesOf({ before, after }: Pick<Sitting, 'before' | 'after'>): FieldDifference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): FieldDifference[] => {
    const [old, fresh] = [before[key], after[key]];
    if (key !== 'sections' && key !== 'support') return same(old, fresh) ? [] : [{ field: key, before: old, after: fresh }];
    const [oldParts, freshParts] = [(old ?? {}) as Record<string, unknown>, (fresh ?? {}) as Record<string, unknown>];
    return [...new Set([...Object.keys(oldParts), ...Object.keys(freshParts)])]
      .filter((part) => !same(oldParts[part], freshParts[part]))
      .map((part) => ({ field: `${key}.${part}`, before: oldParts[part], after: freshParts[part] }));
  });
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
