import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../platform/refusal.js';

const shortest = 10;

/** The hash of a new password (argon2id, 19 MiB, two passes); refuses one that would be guessed. */
export async function hashPassword(password: string, about: { email: string; name: string }): Promise<string> {
  refuseWeak(password, about);
  return hash(password);
}

/** For a password that the operator chose in the environment: theirs to judge. */
export function hashOperatorsPassword(password: string): Promise<string> {
  return hash(password);
}

/** Takes as long for somebody who does not exist, so that the time of the answer tells nothing. */
export async function passwordMatches(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash()), password);
  return matches && Boolean(passwordHash);
}

let nobody: Promise<string> | undefined;
function nobodysHash(): Promise<string> {
  nobody ??= hash('nobody has this password');
  return nobody;
}

function refuseWeak(password: string, about: { email: string; name: string }): void {
  const folded = password.normalize('NFKC').toLowerCase();
  if ([...password].length < shortest) throw new Refusal('weak-password', { reason: 'too-short', least: shortest });
  if (new Set(folded).size < 5) throw new Refusal('weak-password', { reason: 'too-uniform', least: shortest });
  const [mailbox = ''] = about.email.split('@');
  const known = [about.email, mailbox, about.name.toLowerCase()].filter((text) => text.length >= 4);
  if (known.some((text) => folded.replaceAll(text, '').length < 4))
    throw new Refusal('weak-password', { reason: 'like-the-name', least: shortest });
  if (commonest.some((word) => folded.replaceAll(/[^a-z]/g, '') === word))
    throw new Refusal('weak-password', { reason: 'too-common', least: shortest });
}

/** Words that, with digits and signs around them, lead every list of stolen passwords. */
const commonest = [
  'password',
  'passwort',
  'qwerty',
  'qwertyuiop',
  'letmein',
  'welcome',
  'iloveyou',
  'administrator',
  'admin',
  'caseboard',
  'changeme',
  'abc',
  'aaaa',
  'asdfghjkl',
  'woaini',
];
