/** Eighteen months of random edits of a random portfolio, the same for the same seed. */
import type { Day } from '../../src/day.js';
import type { Customer, Portfolio, Specialization, Study, Target } from '../../src/portfolio.js';
import type { History, Known, RecordChange, RecordedSettings, Revision } from '../../src/report/history.js';
import { plusDays } from './oracle.js';
import { customer, Random, randomCase, specialization, study } from './random-portfolio.js';

export const daysOfHistory = 548;

/** Records as they stand while a history is made. */
interface Standing {
  readonly study: Map<string, Study>;
  readonly customer: Map<string, Customer>;
  readonly specialization: Map<string, Specialization>;
  readonly settings: Map<string, RecordedSettings>;
}

export function randomHistory(seed: number, revisions = 60): History & { readonly endsOn: Day; readonly revisions: readonly Revision[] } {
  const random = new Random(seed + 77_000);
  const { portfolio: first, builtIn, asOf } = randomCase(seed);
  const startsOn = (asOf === '2099-12-31' ? '2097-06-01' : asOf) as Day;
  const specializations = [...new Map([...builtIn, ...first.specializations].map((one) => [one.code, one])).values()];
  const portfolio = { ...first, specializations, partner: { ...first.partner, targets: targetsAmong(specializations, random) } };
  const start: Known = { portfolio, warningDays: 90 };
  const past: Revision[] = [];
  const standing = standingOf(start);
  const days = random.list(revisions, revisions, () => 1 + random.below(daysOfHistory - 1)).sort((a, b) => a - b);
  days.forEach((n, at) => {
    // Often several on one day.
    const on = plusDays(startsOn, at > 0 && random.chance(0.2) ? (days[at - 1] as number) : n) as Day;
    const last = past.at(-1);
    past.push({ revision: at + 1, on: last && last.on > on ? last.on : on, changes: changesOf(standing, past, on, random) });
  });
  return { startsOn, start, revisions: past, endsOn: plusDays(startsOn, daysOfHistory) as Day };
}

function standingOf({ portfolio, warningDays }: Known): Standing {
  const byId = <R extends { id: string }>(records: readonly R[]) => new Map(records.map((record) => [record.id, record]));
  return {
    study: byId(portfolio.studies),
    customer: byId(portfolio.customers),
    specialization: new Map(portfolio.specializations.map((one) => [one.code, one])),
    settings: new Map([['settings', { ...portfolio.partner, warningDays }]]),
  };
}

/** An edit, an import of several records, or the undo of an earlier write. */
function changesOf(standing: Standing, past: readonly Revision[], on: Day, random: Random): RecordChange[] {
  const undone = random.chance(0.1) ? past.at(-1) : undefined;
  const wanted = undone
    ? [...undone.changes].reverse().map(({ kind, id, before }) => ({ kind, id, after: before }))
    : random.list(1, random.chance(0.15) ? 6 : 1, () => edit(standing, on, random));
  return wanted.map(({ kind, id, after }) => {
    const records = standing[kind] as Map<string, unknown>;
    const before = records.get(id) ?? null;
    if (after === null) records.delete(id);
    else records.set(id, after);
    return { kind, id, action: undone ? 'undo' : 'edit', before, after } as RecordChange;
  });
}

interface Edit {
  readonly kind: RecordChange['kind'];
  readonly id: string;
  readonly after: unknown;
}

function edit(standing: Standing, on: Day, random: Random): Edit {
  const edits: (() => Edit)[] = [
    () => editedStudy(standing, on, random),
    () => editedStudy(standing, on, random),
    () => editedStudy(standing, on, random),
    () => editedStudy(standing, on, random),
    () => editedCustomer(standing, random),
    () => editedSpecialization(standing, on, random),
    () => editedSettings(standing, random),
  ];
  return random.pick(edits)();
}

function editedStudy({ study: studies, customer: customers, specialization: entries }: Standing, on: Day, random: Random): Edit {
  const n = random.below(12);
  const id = `s${n}`;
  const before = studies.get(id);
  if (before && random.chance(0.1)) return { kind: 'study', id, after: null };
  const known = customers.size > 0 ? [...customers.values()] : [customer(0, random)];
  const fresh = study(n, known, [...entries.keys()], on, random);
  const after = before
    ? random.pick<() => Study>([
        () => fresh,
        () => ({ ...before, status: random.pick(['active', 'active', 'draft', 'retired'] as const) }),
        () => ({ ...before, deployedOn: fresh.deployedOn }),
        () => ({ ...before, urlState: random.pick(['ok', 'broken'] as const) }),
        () => ({ ...before, applications: fresh.applications }),
        () => ({ ...before, visibility: fresh.visibility, owner: 'mia@example.com' }),
        () => ({ ...before, customer: fresh.customer }),
      ])()
    : fresh;
  return { kind: 'study', id, after };
}

function editedCustomer({ customer: customers }: Standing, random: Random): Edit {
  const n = random.below(8);
  const isGone = customers.has(`c${n}`) && random.chance(0.15);
  return { kind: 'customer', id: `c${n}`, after: isGone ? null : customer(n, random) };
}

function editedSpecialization({ specialization: entries }: Standing, on: Day, random: Random): Edit {
  const code = random.pick(['b0', 'b1', 'b2', 'sp0', 'sp1', 'sp2', 'sp3', 'sp4', 'sp5']);
  const before = entries.get(code);
  if (before && code.startsWith('sp') && random.chance(0.2)) return { kind: 'specialization', id: code, after: null };
  const fresh = specialization(code, on, random);
  return { kind: 'specialization', id: code, after: before && random.chance(0.3) ? { ...before, name: fresh.name } : fresh };
}

function editedSettings({ settings, specialization: entries }: Standing, random: Random): Edit {
  const before = settings.get('settings') as RecordedSettings;
  const after = random.pick<() => RecordedSettings>([
    () => ({ ...before, targets: targetsAmong([...entries.values()], random) }),
    () => ({ ...before, warningDays: random.pick([0, 30, 90, 200]) }),
    () => ({ ...before, heldSpecializations: random.some([...entries.keys()]) }),
  ])();
  return { kind: 'settings', id: 'settings', after };
}

function targetsAmong(entries: readonly Specialization[], random: Random): Target[] {
  return random.some(entries, 0.6).map(({ code }) => ({ specialization: code, weight: 1 + random.below(3), submitOn: null }));
}

/** What a portfolio would be if the record were read by hand: the last state of every record up to the end of the day. */
export function portfolioByHand({ start, revisions }: History, day: Day): Portfolio {
  const standing = standingOf(start);
  for (const { on, changes } of revisions) {
    if (on > day) continue;
    for (const { kind, id, after } of changes) {
      const records = standing[kind] as Map<string, unknown>;
      if (after === null) records.delete(id);
      else records.set(id, after);
    }
  }
  const { warningDays: _, ...partner } = standing.settings.get('settings') as RecordedSettings;
  return {
    partner,
    specializations: [...standing.specialization.values()],
    customers: [...standing.customer.values()],
    studies: [...standing.study.values()],
  };
}
