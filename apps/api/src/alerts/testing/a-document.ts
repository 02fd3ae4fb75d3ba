/** A portfolio document of complete studies, each of a customer of its own, for tests that are about days only. */
export function aDocument({
  specializations,
  studies,
  ...partner
}: {
  specializations: object[];
  studies: { id: string }[];
  [key: string]: unknown;
}) {
  return {
    format: 'caseboard-portfolio',
    version: 1,
    partner: { legalName: 'Harbor Cloud', timeZone: 'UTC', heldSpecializations: [], targets: [], ...partner },
    specializations,
    customers: studies.map(({ id }) => ({ id: `of-${id}`, legalName: `Customer of ${id}`, kind: 'legal-entity', industry: 'Retail' })),
    studies,
  };
}

export const anEntry = (code: string, requires: object = {}) => ({
  code,
  name: `The ${code}`,
  requires: { studies: 1, public: 0, freshnessMonths: 18, ...requires },
});

export function aCompleteStudy(
  id: string,
  { applications = [], ...facts }: { applications?: readonly string[]; deployedOn: string; [key: string]: unknown },
) {
  return {
    id,
    customer: `of-${id}`,
    status: 'active',
    visibility: 'private',
    title: `Study ${id}`,
    summary: 'It moved.',
    stage: 'production',
    sections: { aboutCustomer: ['A.'], challenge: ['B.'], solution: ['On Amazon EKS.', 'D.'], results: ['20 %.'], aboutPartner: ['F.'] },
    services: [{ name: 'Amazon EKS', usage: 'Runs it' }],
    outcomes: [{ statement: 'Saved', value: 20, unit: '%' }],
    applications: applications.map((specialization) => ({ specialization, relevance: 'It shows it.' })),
    ...facts,
  };
}
