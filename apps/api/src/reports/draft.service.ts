import { Injectable } from '@nestjs/common';
import type { Day, Report } from '@caseboard/domain';
import { LastFew } from '../platform/last-few.js';
import type { Snapshot } from '../portfolio/snapshot.js';
import { canonical } from './canonical.js';
import type { BothLabels } from './report-labels.js';
import { ReportMaker } from './report-maker.service.js';

interface Draft {
  readonly report: Report;
  readonly labels: BothLabels;
}

/** Reports that are not kept: made in this process, once for all who ask the same of the same portfolio. */
@Injectable()
export class DraftService {
  private readonly drafts = new LastFew<string, Draft>(4);

  constructor(private readonly maker: ReportMaker) {}

  async of(from: Day, to: Day, snapshot: Snapshot): Promise<Draft> {
    const asked = await this.maker.ask(from, to, snapshot);
    const key = canonical({ ...asked, shipped: null });
    const found = this.drafts.get(key);
    if (found) return found;
    const made = this.maker.make(asked).then(async (each) => ({ report: each.report, labels: await this.maker.labels(each) }));
    this.drafts.keep(key, made);
    return made;
  }
}
