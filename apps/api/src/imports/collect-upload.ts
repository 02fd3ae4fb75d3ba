import type { Readable } from 'node:stream';

/**
 * The whole of an upload in memory. Where the length is known the bytes go straight to their place, so a large file
 * is held once, not twice.
 */
export async function collectUpload(stream: Readable, length: number | undefined): Promise<Buffer> {
  if (length === undefined || !Number.isSafeInteger(length) || length < 0) {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  const whole = Buffer.allocUnsafe(length);
  let at = 0;
  for await (const chunk of stream) at += (chunk as Buffer).copy(whole, at);
  return whole.subarray(0, at);
}
