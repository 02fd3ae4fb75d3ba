import { isDeepStrictEqual } from 'node:util';

export interface FieldChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Records inside a record, whose keys are told one by one. */
const nested = new Set(['sections', 'support', 'consent', 'requires', 'lifecycle']);

type Json = Readonly<Record<string, unknown>>;

/** What differs between two states of a record, field by field; applications by their specialization. */
export function differences(before: object, after: object): FieldChange[] {
  const [old, now] = [before as Json, after as Json];
  return Object.keys({ ...old, ...now }).flatMap((key) => {
    if (old[key] === now[key] || isDeepStrictEqual(old[key], now[key])) return [];
    if (key === 'applications') return applicationChanges(old[key] as Application[], now[key] as Application[]);
    if (!nested.has(key)) return [{ path: key, before: old[key] ?? null, after: now[key] ?? null }];
    return differences((old[key] ?? {}) as Json, (now[key] ?? {}) as Json).map((change) => ({ ...change, path: `${key}.${change.path}` }));
  });
}

interface Application {
  readonly specialization: string;
}

function applicationChanges(before: readonly Application[], after: readonly Application[]): FieldChange[] {
  const codes = new Set([...before, ...after].map(({ specialization }) => specialization));
  return [...codes].flatMap((code) => {
    const old = before.find(({ specialization }) => specialization === code);
    const now = after.find(({ specialization }) => specialization === code);
    if (isDeepStrictEqual(old, now)) return [];
    const path = `applications.${code}`;
    if (!old || !now) return [{ path, before: old ?? null, after: now ?? null }];
    return differences(old, now).map((change) => ({ ...change, path: `${path}.${change.path}` }));
  });
}
