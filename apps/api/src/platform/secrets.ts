import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, for whatever only its holder may know. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret. Nobody can guess 256 random bits, so a fast hash is enough. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
