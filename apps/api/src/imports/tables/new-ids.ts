import { createHash } from 'node:crypto';
import { fold } from '@caseboard/domain';

/**
 * The id of a record that a spreadsheet names without one: the same words give the same id in every dry run and in the
 * commit. `taken` says whether an id is in use; a further one is tried then.
 */
export function newId(prefix: 'c' | 's', words: readonly string[], taken: (id: string) => boolean): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = `${prefix}-${shortHash([...words.map(fold), String(attempt)])}`;
    if (!taken(id)) return id;
  }
}

/** Ten characters that stand for some texts; letters and digits that cannot be taken for one another. */
export function shortHash(texts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(texts)).digest();
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from(digest.subarray(0, 10), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}
