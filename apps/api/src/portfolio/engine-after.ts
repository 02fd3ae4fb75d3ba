import { Engine, indexServices, type Portfolio } from '@caseboard/domain';
import { awsServices } from '@caseboard/domain/catalog/aws-services';
import { breathing } from '../platform/breathe.js';
import type { Difference } from './portfolio-reader.js';
import type { SnapshotParts } from './snapshot.js';

/** The catalog of AWS services made ready to be asked; the same for every portfolio. */
export const serviceIndex = indexServices(awsServices);

/** Above this share of changed records a new engine is made sooner than the old one is told of each. */
const worthANewEngine = 0.2;

/** The engine for the portfolio as it is now: the one of the snapshot before, told what moved, or a new one. */
export async function engineAfter(
  before: SnapshotParts | undefined,
  now: Pick<SnapshotParts, 'portfolio' | 'catalog'>,
  moved: Difference,
): Promise<Engine> {
  if (!before || before.catalog !== now.catalog || needsNewEngine(before, now.portfolio, moved)) return newEngine(now.portfolio);
  const { engine } = before;
  for (const { kind, id } of moved.removed) {
    if (kind === 'study') engine.removeStudy(id);
    if (kind === 'customer') engine.removeCustomer(id);
  }
  for (const { record } of moved.customers) engine.setCustomer(record);
  for (const { record } of moved.studies) engine.setStudy(record);
  return engine;
}

/** Reads the texts of all studies, and lets others be answered meanwhile. */
export async function newEngine(portfolio: Portfolio): Promise<Engine> {
  const engine = new Engine({ ...portfolio, studies: [] }, { services: serviceIndex });
  const breathe = breathing();
  for (const study of portfolio.studies) {
    engine.setStudy(study);
    await breathe();
  }
  return engine;
}

function needsNewEngine(before: SnapshotParts, now: Portfolio, moved: Difference): boolean {
  const { heldSpecializations: held } = before.portfolio.partner;
  if (held.join('\n') !== now.partner.heldSpecializations.join('\n')) return true;
  const changed = moved.studies.length + moved.customers.length + moved.removed.length;
  if (changed > Math.max(20, worthANewEngine * now.studies.length)) return true;
  // The engine puts a new study at the end; one that an undo brought back into the middle needs its old place.
  const isRemoved = new Set(moved.removed.map(({ kind, id }) => `${kind} ${id}`));
  const fresh = moved.studies.filter(({ id }) => before.studies.get(id) === undefined || isRemoved.has(`study ${id}`));
  const last = now.studies.slice(now.studies.length - fresh.length);
  return fresh.some(({ record }, at) => record !== last[at]);
}
