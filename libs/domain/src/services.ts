import type { AwsService } from './catalog/aws-service.js';
import { fold, standsIn } from './text.js';

/** Which names mean the same service (rules 5.2). */
export interface ServiceIndex {
  /** The identity of the service that bears the name; a name the catalog does not know is a service of its own. */
  identityOf(name: string): string;
  /** The names to look for in a text, folded: every name in which no other name of the service stands already. */
  soughtNamesOf(identity: string): readonly string[];
  /** The service's own name; `null` for one that the catalog does not know. */
  officialNameOf(identity: string): string | null;
  /** Whether the catalog knows the name; unknown ones are marked on screen, never refused. */
  knows(name: string): boolean;
}

export function indexServices(catalog: readonly AwsService[] = []): ServiceIndex {
  const names = new Map<string, readonly string[]>();
  const identities = new Map<string, string>();
  const official = new Map<string, string>();
  for (const service of catalog) {
    const folded = [service.name, ...service.earlierNames, ...service.shortNames].map(fold);
    const identity = folded[0] as string;
    if (!official.has(identity)) official.set(identity, service.name);
    names.set(
      identity,
      folded.filter((name) => !folded.some((other) => other !== name && standsIn(name, other))),
    );
    for (const name of folded) if (!identities.has(name)) identities.set(name, identity);
  }
  return {
    identityOf: (name) => identities.get(fold(name)) ?? fold(name),
    soughtNamesOf: (identity) => names.get(identity) ?? [identity],
    officialNameOf: (identity) => official.get(identity) ?? null,
    knows: (name) => identities.has(fold(name)),
  };
}
