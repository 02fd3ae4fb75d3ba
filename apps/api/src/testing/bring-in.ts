import { readPortfolio } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import { PortfolioWriter } from '../writing/portfolio-writer.service.js';
import type { TestApp } from './test-app.js';

/** Puts a portfolio document into the product, as an import by the product itself. */
export async function bringIn(test: TestApp, document: unknown): Promise<void> {
  const read = readPortfolio(document, { builtIn: builtInSpecializations });
  if (!read.ok) throw new Error(`the document is refused: ${JSON.stringify(read.faults)}`);
  const { partner, customers, studies } = read.portfolio;
  await test
    .get(PortfolioWriter)
    .write(null, ({ save }) => save({ partner, specializations: read.ownSpecializations, customers, studies }, 'import'));
}
