/** Who is told of an alert (rules 8.4, 8.6). */
import type { AlertKind } from './warned-days.js';

/** What one person wants to be told. */
export interface Rules {
  /** False: only in the product. */
  readonly mail: boolean;
  readonly kinds: readonly AlertKind[];
  /** Steps of more days before are not for this person. */
  readonly earliest: number;
  /** For managers: the mail on losses of readiness. */
  readonly losses: boolean;
}

/** An active person. */
export interface Reader {
  readonly id: string;
  readonly role: 'administrator' | 'manager' | 'contributor' | 'leader';
  readonly email: string;
  readonly rules: Rules;
}

/** What decides who is told. A specialization has no owner and no followers, so the managers are told. */
export interface ToldAlert {
  readonly kind: AlertKind;
  readonly step: number;
  readonly costsReadiness: boolean;
  /** An address; it may be nobody's. */
  readonly owner: string | null;
  /** Ids. */
  readonly followers: readonly string[];
  readonly callsManagers: boolean;
}

/** Ids of people, in no particular order. */
export interface Recipients {
  readonly digest: readonly string[];
  /** By the managers' mail on losses. Nobody stands in both. */
  readonly loss: readonly string[];
}

/**
 * The owner and the followers who take mail, else the managers; the managers too where a step was not acknowledged. A loss
 * of readiness goes to all managers who want to hear of losses, whatever kinds and steps they chose, and to them in no digest.
 * Administrators stand in where there is no manager at all.
 */
export function recipientsOf(alert: ToldAlert, people: readonly Reader[]): Recipients {
  const index = indexOf(people);
  const loss = new Set(alert.costsReadiness ? index.managers.filter(({ rules }) => rules.losses).map(({ id }) => id) : []);
  const concerned = concernedBy(alert, index);
  const told = concerned.length === 0 || alert.callsManagers ? [...concerned, ...index.managers] : concerned;
  const digest = told.filter(({ id, rules }) => wants(rules, alert) && !loss.has(id)).map(({ id }) => id);
  return { digest: [...new Set(digest)], loss: [...loss] };
}

function concernedBy({ owner, followers }: ToldAlert, { byEmail, byId }: Index): Reader[] {
  const people = [owner === null ? undefined : byEmail.get(owner.toLowerCase()), ...followers.map((id) => byId.get(id))];
  return people.filter((person) => person !== undefined && person.rules.mail) as Reader[];
}

const wants = ({ kinds, earliest }: Rules, { kind, step }: ToldAlert): boolean => kinds.includes(kind) && step <= earliest;

interface Index {
  readonly byEmail: ReadonlyMap<string, Reader>;
  readonly byId: ReadonlyMap<string, Reader>;
  /** Those who take mail: managers, or administrators where there is no manager at all. */
  readonly managers: readonly Reader[];
}

/** A sweep asks for thousands of alerts among the same thousands of people. */
const indexes = new WeakMap<readonly Reader[], Index>();

function indexOf(people: readonly Reader[]): Index {
  const known = indexes.get(people);
  if (known) return known;
  const managing = people.filter(({ role }) => role === 'manager');
  const called = managing.length > 0 ? managing : people.filter(({ role }) => role === 'administrator');
  const index = {
    byEmail: new Map(people.map((person) => [person.email.toLowerCase(), person])),
    byId: new Map(people.map((person) => [person.id, person])),
    managers: called.filter(({ rules }) => rules.mail),
  };
  indexes.set(people, index);
  return index;
}
