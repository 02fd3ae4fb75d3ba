import { Injectable } from '@nestjs/common';
import type { Day, Report } from '@caseboard/domain';
import type { Snapshot } from '../portfolio/snapshot.js';
import { canonical } from './canonical.js';
import type { BothLabels } from './report-labels.js';
import { ReportMaker } from './report-maker.service.js';

interface Draft {
  readonly report: Report;
  readonly labels: BothLabels;
}

const kept = 4;

/** Reports that are not kept: made in this process, once for all who ask the same of the same portfolio. */
@Injectable()
export class DraftService {
  private readonly drafts = new Map<string, Promise<Draft>>();

  constructor(private readonly maker: ReportMaker) {}

  async of(from: Day, to: Day, snapshot: Snapshot): Promise<Draft> {
    const asked = await this.maker.ask(from, to, snapshot);
    const key = canonical({ ...asked, shipped: null });
    const found = this.drafts.get(key);
    if (found) return found;
    const made = this.maker.make(asked).then(async (each) => ({ report: each.report, labels: await this.maker.labels(each) }));
    if (this.drafts.size >= kept) this.drafts.delete(this.drafts.keys().next().value as string);
    this.drafts.set(key, made);
    made.catch(() => this.drafts.delete(key));
    return made;
  }
}
