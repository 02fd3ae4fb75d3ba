import { cellLetter, type CellState, type MatrixAnswer, type MatrixRow } from '@caseboard/contracts';
import { bitCount, couldSupportAt, expiresOn, studyExpiresOn, type Day, type Pairs, type Study, type StudyFacts } from '@caseboard/domain';
import { breathing } from '../platform/breathe.js';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { cellStateOf } from './cell-state.js';

/** Drafts and active studies against every entry of the catalog. */
export async function matrix(snapshot: Snapshot, names: Names, asOf: Day): Promise<MatrixAnswer> {
  const table = snapshot.engine.pairs;
  const pairs = table.at(asOf);
  // Copies, since the engine may move on while others are answered.
  const cells = new Cells(snapshot, pairs, table.evidence.slice(), asOf);
  const studies = [...table.studies];
  const rows: MatrixRow[] = [];
  const breathe = breathing();
  for (const [n, { facts }] of studies.entries()) {
    await breathe();
    const { study } = facts.reading;
    if (study.status !== 'retired') rows.push({ ...rowHead(snapshot, names, study), ...cells.of(facts, n) });
  }
  return { asOf, columns: [...pairs.specializations], rows };
}

function rowHead(snapshot: Snapshot, names: Names, study: Study): Omit<MatrixRow, 'cells' | 'gaps'> {
  const customer = names.customerOf(study);
  return {
    id: study.id,
    title: names.title(study),
    customerId: customer?.id ?? null,
    customer: customer?.legalName ?? null,
    status: study.status,
    visibility: study.visibility,
    owner: study.owner,
    industry: customer && snapshot.industryOf(customer),
    deployedOn: study.deployedOn,
    expiresOn: studyExpiresOn(study, snapshot.catalog),
  };
}

/** As bytes: 890,000 cells are put together faster so than as strings. */
const digits = Array.from({ length: 36 }, (_, count) => count.toString(36).charCodeAt(0));
const letters = Object.fromEntries(Object.entries(cellLetter).map(([state, letter]) => [state, letter.charCodeAt(0)])) as {
  readonly [S in CellState]: number;
};

/** Draws from the bits of all pairs at once what {@link cellStateOf} draws from one verdict. */
class Cells {
  private readonly months: readonly (number | null)[];
  private readonly width: number;
  /** One row, written over by the next. */
  private readonly cells: Buffer;
  private readonly gaps: Buffer;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly pairs: Pairs,
    private readonly evidence: Uint8Array,
    private readonly asOf: Day,
  ) {
    this.months = snapshot.portfolio.specializations.map(({ requires }) => requires.freshnessMonths);
    this.width = pairs.specializations.length;
    this.cells = Buffer.alloc(this.width);
    this.gaps = Buffer.alloc(this.width);
  }

  of({ reading: { study } }: StudyFacts, n: number): { cells: string; gaps: string } {
    const { linked, unmet, unanswered, studies } = this.pairs;
    const { width, cells, gaps } = this;
    for (let s = 0, pair = n; s < width; s += 1, pair += studies.length) {
      cells[s] = letters[linked[pair] ? this.linked(study, s, pair) : this.unlinked(pair)];
      gaps[s] = digits[bitCount((unmet[pair] as number) | (unanswered[pair] as number))] as number;
    }
    return { cells: cells.toString('latin1'), gaps: gaps.toString('latin1') };
  }

  private linked(study: Study, s: number, pair: number): CellState {
    const { unmet, unanswered } = this.pairs;
    const blocking = { applies: 0, unmet: unmet[pair] as number, unanswered: unanswered[pair] as number };
    const supports = (blocking.unmet | blocking.unanswered) === 0;
    const verdict = { supports, blocking, expiresOn: expiresOn(study.deployedOn, this.months[s] ?? null) };
    return cellStateOf({ study, isLinked: true, verdict, fits: false }, this.asOf, this.snapshot.warningDays);
  }

  private unlinked(pair: number): CellState {
    return this.evidence[pair] && couldSupportAt(this.pairs, pair) ? 'could-support' : 'none';
  }
}
