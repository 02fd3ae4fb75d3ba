import { Injectable } from '@nestjs/common';
import { type Portfolio, writePortfolio } from '@caseboard/domain';
import type { Language } from '@caseboard/wording';
import type { SignedInPerson } from '../../platform/http/access.js';
import { PortfolioService } from '../../portfolio/portfolio.service.js';
import { portfolioSheets } from './portfolio-sheets.js';
import { type OutSheet } from '../../platform/sheets/sheet-writer.js';

/** The portfolio on its way out, with the names that the reader may meet. */
@Injectable()
export class PortfolioExportService {
  constructor(private readonly portfolio: PortfolioService) {}

  /** The portfolio document: importing it into an empty Caseboard gives the same. */
  async document(me: SignedInPerson): Promise<Record<string, unknown>> {
    return writePortfolio(await this.readable(me));
  }

  async sheets(me: SignedInPerson, language: Language): Promise<OutSheet[]> {
    const { customers, studies } = await this.readable(me);
    const sheets = portfolioSheets(customers, studies, language);
    return [sheets.customers, sheets.studies, sheets.applications];
  }

  async studies(me: SignedInPerson, language: Language): Promise<OutSheet> {
    const { customers, studies } = await this.readable(me);
    return portfolioSheets(customers, studies, language).studies;
  }

  /** What this person may read: a customer that is withheld is left out, and its studies name none. */
  private async readable(me: SignedInPerson): Promise<Portfolio> {
    const snapshot = await this.portfolio.current();
    const names = snapshot.namesFor(me);
    const { partner, customers, studies } = snapshot.portfolio;
    const specializations = snapshot.parts.entries.list;
    if (names.all) return { partner, specializations, customers, studies };
    return {
      partner,
      specializations,
      customers: customers.filter(({ id }) => names.meets(id)).map((customer) => names.customer(customer)),
      studies: studies.map((study) => names.study(study)),
    };
  }
}
