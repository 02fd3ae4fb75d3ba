import { Injectable } from '@nestjs/common';
import type { ReportFileQuery, ReportView, SharedReport } from '@caseboard/contracts';
import { AttemptsService } from '../people/attempts.service.js';
import { Refusal } from '../platform/refusal.js';
import { ReportFilesService, type ReportFile } from './report-files.service.js';
import { ReportLinksService, type OpenedLink } from './report-links.service.js';
import { ReportsService } from './reports.service.js';

/** A report behind a link, with the names that its sender chose to include. */
@Injectable()
export class SharedReportsService {
  constructor(
    private readonly links: ReportLinksService,
    private readonly reports: ReportsService,
    private readonly files: ReportFilesService,
    private readonly attempts: AttemptsService,
  ) {}

  async read(secret: string, net: string): Promise<SharedReport> {
    const link = await this.opened(secret, net, true);
    const { language, expiresOn } = link;
    return { language, expiresOn, view: await this.view(link) };
  }

  async file(secret: string, query: ReportFileQuery, net: string): Promise<ReportFile> {
    const link = await this.opened(secret, net, false);
    await this.attempts.tried('file', link.id);
    return this.files.make(await this.view(link), query);
  }

  private async view({ report, includesNames }: OpenedLink): Promise<ReportView> {
    return withoutAddresses(await this.reports.one({ role: 'leader', seesAnonymousNames: includesNames }, report));
  }

  /** Unknown, expired and revoked look the same, and whoever tries many of them is made to wait. */
  private async opened(secret: string, net: string, counts: boolean): Promise<OpenedLink> {
    const link = await this.links.open(secret, counts);
    if (link) return link;
    await this.attempts.tried('link', net);
    throw new Refusal('not-found');
  }
}

/** Outside the house people are told by name or, where they have no account, by what stands before the @ of their address. */
function withoutAddresses(view: ReportView): ReportView {
  const { report, labels } = view;
  if (!report) return view;
  const nameOf = (address: string) => labels.people[address] ?? address.replace(/@.*/s, '');
  const { facts } = report.value;
  const strategies = Object.entries(facts.strategies).map(([name, each]) => [name, { ...each, owner: nameOf(each.owner) }]);
  return {
    ...view,
    report: {
      ...report,
      decisions: report.decisions.map((decision) => ({ ...decision, owner: decision.owner && nameOf(decision.owner) })),
      value: { ...report.value, facts: { ...facts, strategies: Object.fromEntries(strategies) as typeof facts.strategies } },
    },
    labels: { ...labels, people: {} },
  };
}
