import { UnreadableFile } from './table.js';

/**
 * The text of a file whose encoding nobody declared: UTF-8 or UTF-16 by their marks, UTF-16 by its zero bytes, else
 * UTF-8, else GB18030. Bytes that are none of these are no text, nor is what only GB18030 can read (it reads much) when
 * it holds control characters.
 */
export function decodeText(file: Buffer): string {
  const text = decoded(file);
  if (text === undefined || text.includes('\u0000')) throw new UnreadableFile('no-readable-text');
  return text;
}

function decoded(file: Buffer): string | undefined {
  const utf16 = utf16Of(file);
  if (utf16) return tryDecode(file, utf16);
  const utf8 = tryDecode(file, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const chinese = tryDecode(file, 'gb18030');

  return chinese !== undefined && /[\u0001-\u0008\u000e-\u001f\u007f]/.test(chinese) ? undefined : chinese;
}

/** Text of mostly ASCII has every second byte zero; which of the two tells the order. */
function utf16Of(file: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const sample = file.subarray(0, 4_096);
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  });
  const [even, odd] = zeros as [number, number];
  if (even + odd < 2) return undefined;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : undefined;
}

function tryDecode(file: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}
