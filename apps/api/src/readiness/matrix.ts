import { cellLetter, type MatrixAnswer, type MatrixRow } from '@caseboard/contracts';
import { couldSupportAt, studyExpiresOn, type Day, type Pairs, type Study, type StudyFacts } from '@caseboard/domain';
import type { Names } from '../portfolio/names.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { cellStateOf } from './cell-state.js';
import { bitCount } from './findings.js';

/** Drafts and active studies against every entry of the catalog. */
export function matrix(snapshot: Snapshot, names: Names, asOf: Day): MatrixAnswer {
  const table = snapshot.engine.pairs;
  const pairs = table.at(asOf);
  const cells = new Cells(snapshot, pairs, table.evidence, asOf);
  const rows = table.studies.flatMap(({ facts }, n) => {
    const { study } = facts.reading;
    return study.status === 'retired' ? [] : [{ ...rowHead(snapshot, names, study), ...cells.of(facts, n) }];
  });
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
    expiresOn: studyExpiresOn(study, snapshot.catalog),
  };
}

const digits = Array.from({ length: 36 }, (_, count) => count.toString(36));

class Cells {
  constructor(
    private readonly snapshot: Snapshot,
    private readonly pairs: Pairs,
    private readonly evidence: Uint8Array,
    private readonly asOf: Day,
  ) {}

  of(facts: StudyFacts, n: number): { cells: string; gaps: string } {
    const { pairs } = this;
    let [cells, gaps] = ['', ''];
    for (let s = 0; s < pairs.specializations.length; s += 1) {
      const pair = s * pairs.studies.length + n;
      cells += pairs.linked[pair] ? this.linked(facts.reading.study, pairs.specializations[s] as string) : this.unlinked(pair);
      gaps += digits[bitCount((pairs.unmet[pair] as number) | (pairs.unanswered[pair] as number))];
    }
    return { cells, gaps };
  }

  private linked(study: Study, code: string): string {
    const verdict = this.snapshot.engine.verdict(study.id, code, this.asOf);
    return verdict ? cellLetter[cellStateOf({ study, isLinked: true, verdict, fits: false }, this.asOf, this.snapshot.warningDays)] : cellLetter.none;
  }

  private unlinked(pair: number): string {
    return this.evidence[pair] && couldSupportAt(this.pairs, pair) ? cellLetter['could-support'] : cellLetter.none;
  }
}

