import { aCustomer, aSpecialization, aStudy, day } from '@caseboard/domain/testing';
import type { Customer, Day, Study } from '@caseboard/domain';
import type { TestApp } from '../../testing/test-app.js';
import { PortfolioWriter } from '../../writing/portfolio-writer.service.js';

/** The name that an anonymous study withholds, in its customer and in its texts. */
export const secretName = 'Canary Alpha GmbH';
/** Any trace of it. */
export const canary = /c[\s.-]*a[\s.-]*n[\s.-]*a[\s.-]*r[\s.-]*y/iu;

const entry = (code: string, studies: number) =>
  aSpecialization({
    code,
    name: `AWS ${code} Competency`,
    requires: { studies, public: 0, freshnessMonths: 18, services: [], diagram: false },
  });

const customers: readonly Customer[] = [
  aCustomer({ id: 'c-open', legalName: 'Open Energy Ltd.', industry: 'Energy' }),
  aCustomer({ id: 'c-secret', legalName: secretName, aliases: ['Canary'], industry: 'Logistics' }),
  aCustomer({ id: 'c-told', legalName: 'Canary Beta', industry: 'Shipping' }),
];
const application = (specialization: string) => ({ specialization, relevance: 'It shows it.', category: null, history: [] });
const studies: readonly Study[] = [
  aStudy({ id: 'open', customer: 'c-open', deployedOn: day('2025-09-01'), applications: [application('Grid')], owner: 'mia@example.com' }),
  aStudy({
    id: 'secret',
    customer: 'c-secret',
    visibility: 'anonymous',
    anonymousDescription: 'A parcel carrier',
    deployedOn: day('2026-02-01'),
    applications: [application('Grid'), application('Ports')],
    owner: null,
  }),
  // Its title names the customer, which blocks it.
  aStudy({
    id: 'told',
    customer: 'c-told',
    title: `How ${secretName} and Canary Beta ship`,
    visibility: 'anonymous',
    anonymousDescription: '',
    deployedOn: day('2026-03-01'),
    applications: [application('Ports')],
  }),
];

/** Two targets, which two studies make ready; customers of two studies are not to be named. */
export function company(test: TestApp): Promise<unknown> {
  return test.get(PortfolioWriter).write(null, ({ before, save }) =>
    save(
      {
        partner: {
          ...before.portfolio.partner,
          legalName: 'Harbor Cloud',
          timeZone: 'UTC',
          targets: [
            { specialization: 'Grid', weight: 2, submitOn: null },
            { specialization: 'Ports', weight: 1, submitOn: null },
          ],
        },
        specializations: [entry('Grid', 2), entry('Ports', 1)],
        customers,
        studies,
      },
      'import',
    ),
  );
}

export const moved = (test: TestApp, id: string, deployedOn: Day): Promise<unknown> =>
  test.get(PortfolioWriter).write(null, ({ before, save }) => save({ studies: [{ ...(before.study(id) as Study), deployedOn }] }, 'edit'));
