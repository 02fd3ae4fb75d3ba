import { plus, plusMonths } from './plain-days.js';

/** What the simulation knows of a rule set, a person, a study: only what rules 8 speak of, in plain words. */
export interface PlainRules {
  readonly mail: boolean;
  readonly kinds: readonly string[];
  readonly earliest: number;
  readonly losses: boolean;
}
export interface PlainPerson {
  readonly email: string;
  readonly role: 'administrator' | 'manager' | 'contributor' | 'leader';
  active: boolean;
  rules: PlainRules;
}
export interface PlainStudy {
  readonly id: string;
  status: 'draft' | 'active' | 'retired';
  deployedOn: string;
  readonly isPublic: boolean;
  /** Whether nothing is missing but what days decide. */
  readonly complete: boolean;
  readonly specializations: readonly string[];
  owner: string | null;
  readonly followers: Set<string>;
  /** The day of the activation or import that brought its present days in; null after an edit. */
  broughtInOn: string | null;
}
export interface PlainSpecialization {
  readonly code: string;
  readonly studies: number;
  readonly public: number;
  readonly months: number | null;
}
export interface World {
  readonly specializations: readonly PlainSpecialization[];
  readonly people: readonly PlainPerson[];
  readonly studies: Map<string, PlainStudy>;
  ladder: { readonly days: number; readonly since: string | null }[];
}

export type Happening =
  | { readonly what: 'retire' | 'activate'; readonly study: string }
  | { readonly what: 'move'; readonly study: string; readonly deployedOn: string }
  | { readonly what: 'owner'; readonly study: string; readonly owner: string | null }
  | { readonly what: 'follow' | 'unfollow'; readonly study: string; readonly person: string }
  | { readonly what: 'import'; readonly studies: readonly PlainStudy[] }
  | { readonly what: 'rules'; readonly person: string; readonly rules: PlainRules }
  | { readonly what: 'person'; readonly person: string; readonly active: boolean }
  | { readonly what: 'ladder'; readonly days: readonly number[] };

export type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const everyKind = ['study-expiry', 'consent-end', 'applications-close', 'programme-end', 'renewal'];
export const teamDefault: PlainRules = { mail: true, kinds: everyKind, earliest: 730, losses: true };

export function makeWorld(random: Random, { studies: count, today }: { studies: number; today: string }): World {
  const people = [
    ...[1, 2].map((n) => aPerson(`manager${n}`, 'manager')),
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => aPerson(`owner${n}`, 'contributor')),
    aPerson('reader', 'leader'),
    aPerson('admin', 'administrator'),
  ];
  const months = [18, 18, 18, 12, 24, 14, null, 18];
  const codes = months.map((_, n) => `sim-${n}`);
  const studies = Array.from({ length: count }, (_, n) => aStudyOf(random, `s${n}`, codes, people, today));
  const counting = (code: string) =>
    studies.filter((study) => study.status === 'active' && study.complete && study.specializations.includes(code));
  const specializations = months.map((each, n) => {
    // Near enough to what counts that every few weeks one of them turns.
    const asked = Math.max(1, Math.round(counting(codes[n] as string).length * (0.35 + 0.1 * (n % 4))));
    return { code: codes[n] as string, studies: asked, public: n % 3 === 0 ? Math.round(asked * 0.4) : 0, months: each };
  });
  const ladder = [90, 60, 30, 14, 7, 0].map((days) => ({ days, since: null }));
  return { specializations, people, studies: new Map(studies.map((study) => [study.id, study])), ladder };
}

const aPerson = (name: string, role: PlainPerson['role']): PlainPerson => ({
  email: `${name}@sim.example`,
  role,
  active: true,
  rules: teamDefault,
});

function aStudyOf(random: Random, id: string, codes: readonly string[], people: readonly PlainPerson[], today: string): PlainStudy {
  const linked = codes.filter(() => random() < 0.22);
  const followers = people.filter(() => random() < 0.04).map(({ email }) => email);
  return {
    id,
    status: pick(random, ['active', 'active', 'active', 'draft', 'retired']),
    deployedOn: plus(today, -Math.floor(random() * 600)),
    isPublic: random() < 0.5,
    complete: random() < 0.85,
    specializations: linked,
    owner: anOwner(random, people),
    followers: new Set(followers),
    broughtInOn: today,
  };
}

const anOwner = (random: Random, people: readonly PlainPerson[]): string | null => {
  const luck = random();
  return luck < 0.05 ? null : luck < 0.1 ? 'gone@sim.example' : pick(random, people).email;
};

/** What happens on one day: most days little, now and then much. */
export function happeningsOf(random: Random, world: World, day: string): Happening[] {
  const studies = [...world.studies.values()];
  const some = (status: PlainStudy['status']) =>
    pick(
      random,
      studies.filter((study) => study.status === status),
    );
  const anyone = () => pick(random, world.people);
  const chances: [number, () => Happening][] = [
    [0.12, () => ({ what: 'retire', study: some('active').id })],
    [0.2, () => ({ what: 'activate', study: some(random() < 0.7 ? 'draft' : 'retired').id })],
    [0.15, () => ({ what: 'move', study: some('active').id, deployedOn: movedDay(random, day) })],
    [0.12, () => ({ what: 'owner', study: some('active').id, owner: anOwner(random, world.people) })],
    [0.08, () => ({ what: pick(random, ['follow', 'unfollow']), study: some('active').id, person: anyone().email })],
    [0.03, () => ({ what: 'import', studies: importOf(random, world, studies, day) })],
    [0.02, () => ({ what: 'rules', person: anyone().email, rules: someRules(random) })],
    [
      0.01,
      () => ({
        what: 'person',
        person: pick(
          random,
          world.people.filter(({ role }) => role === 'contributor'),
        ).email,
        active: random() < 0.7,
      }),
    ],
    [
      0.006,
      () => ({
        what: 'ladder',
        days: pick(random, [
          [90, 60, 30, 14, 7, 0],
          [60, 45, 20, 0],
          [90, 30, 10, 5, 0],
          [120, 14, 0],
        ]),
      }),
    ],
  ];
  return chances.flatMap(([chance, make]) => (random() < chance ? [make()] : []));
}

const movedDay = (random: Random, day: string) => plus(plusMonths(day, -18), Math.floor(random() * 200) - 20);

const someRules = (random: Random): PlainRules => ({
  mail: random() < 0.8,
  kinds: random() < 0.85 ? everyKind : ['consent-end'],
  earliest: pick(random, [730, 60, 30, 7]),
  losses: random() < 0.8,
});

/** Some new studies, and some known ones with another day. */
function importOf(random: Random, world: World, studies: readonly PlainStudy[], day: string): PlainStudy[] {
  const codes = world.specializations.map(({ code }) => code);
  const fresh = Array.from({ length: 2 }, (_, n) => aStudyOf(random, `i${day}-${n}`, codes, world.people, day));
  const known = [0, 1, 2].map(() => pick(random, studies));
  const moved = [...new Map(known.map((study) => [study.id, study])).values()];
  return [...fresh, ...moved.map((study) => ({ ...study, status: 'active' as const, deployedOn: movedDay(random, day) }))];
}

/** The world after it. */
export function happen(world: World, happening: Happening, day: string): void {
  const study = 'study' in happening ? (world.studies.get(happening.study) as PlainStudy) : null;
  const person = 'person' in happening ? (world.people.find(({ email }) => email === happening.person) as PlainPerson) : null;
  const happened: { [W in Happening['what']]: (it: Extract<Happening, { what: W }>) => void } = {
    retire: () => void (study!.status = 'retired'),
    activate: () => void Object.assign(study!, { status: 'active', broughtInOn: day }),
    move: ({ deployedOn }) => void Object.assign(study!, deployedOn === study!.deployedOn ? {} : { deployedOn, broughtInOn: null }),
    owner: ({ owner }) => void (study!.owner = owner),
    follow: () => void study!.followers.add(person!.email),
    unfollow: () => void study!.followers.delete(person!.email),
    import: ({ studies }) => studies.forEach((each) => bringIn(world, each, day)),
    rules: ({ rules }) => void (person!.rules = rules),
    person: ({ active }) => void (person!.active = active),
    ladder: ({ days }) =>
      void (world.ladder = days.map((each) => world.ladder.find((step) => step.days === each) ?? { days: each, since: day })),
  };
  (happened[happening.what] as (it: Happening) => void)(happening);
}

function bringIn(world: World, brought: PlainStudy, day: string): void {
  const known = world.studies.get(brought.id);
  if (known && known.status === brought.status && known.deployedOn === brought.deployedOn) return;
  world.studies.set(brought.id, {
    ...brought,
    owner: known?.owner ?? brought.owner,
    followers: known?.followers ?? new Set(),
    broughtInOn: day,
  });
}
