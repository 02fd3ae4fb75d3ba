import type { StudyDetail, StudyStanding } from '@caseboard/contracts';

/** A study of an anonymous customer with two gaps, for tests; say what differs. */
export const aStudyDetail = (differs: Partial<StudyDetail> = {}): StudyDetail => ({
  id: 'CS-121',
  customer: 'fieldlight',
  status: 'active',
  title: 'Field imagery',
  summary: 'Images on the same morning.',
  visibility: 'anonymous',
  format: 'case-study',
  url: 'https://harborcloud.example/field-imagery',
  urlState: 'ok',
  anonymousDescription: 'A crop-monitoring company',
  stage: 'production',
  startedOn: '2026-02-27',
  deployedOn: '2026-09-27',
  endedOn: null,
  offeredExternally: null,
  sections: {
    aboutCustomer: ['It watches crops.'],
    challenge: ['Images queued.'],
    solution: ['Images land in Amazon S3.', 'Fieldlight’s agronomists release models.'],
    results: ['Advice on the same morning.'],
    aboutPartner: ['We hold DevOps.'],
  },
  services: [{ name: 'AWS Lambda', usage: 'Scores images' }],
  outcomes: [{ statement: 'Advice sooner', value: null, unit: null }],
  support: { before: '', during: '', after: '' },
  diagrams: 1,
  consent: { state: 'granted', until: null },
  applications: [{ specialization: 'devops', relevance: 'A pipeline with checks.', category: null, history: [] }],
  owner: 'jonas@example.com',
  customerName: 'Fieldlight Agritech Pty Ltd',
  customerWithheld: false,
  expiresOn: '2028-03-28',
  mayEdit: true,
  mayActivate: true,
  createdAt: '2026-11-20T10:00:00Z',
  updatedAt: '2026-11-20T10:00:00Z',
  ...differs,
});

const met = (code: string) => ({ code, kind: 'blocking' as const, outcome: 'met' as const, effort: 0, fixable: true });

/** How that study stands: no outcome has a number, and the name stands in one place. */
export const aStanding = (differs: Partial<StudyStanding> = {}): StudyStanding => {
  const findings: StudyStanding['general'] = [
    met('legal-entity'),
    met('in-production'),
    met('title'),
    met('summary'),
    ...['aboutCustomer', 'challenge', 'solution', 'results', 'aboutPartner'].map((name) => met(`section:${name}`)),
    { code: 'measured-outcome', kind: 'blocking', outcome: 'unanswered', effort: 3, fixable: true },
    { code: 'name-withheld', kind: 'blocking', outcome: 'unmet', effort: 2, fixable: true },
    { code: 'figure-in-results', kind: 'advice', outcome: 'unmet', effort: 0, fixable: true },
  ];
  const devops = {
    code: 'devops',
    name: 'AWS DevOps Competency - services',
    programme: 'competency',
    target: true,
    state: 'blocked' as const,
    supports: false,
    expiresOn: '2028-03-28',
    findings: [...findings, met('relevance')],
    gaps: 2,
    effort: 5,
    readiness: { status: 'not-ready' as const, supporting: 3, needs: 4, readyThrough: null },
    closing: { status: 'ready' as const, supporting: 4, readyThrough: '2027-03-31' },
  };
  return {
    asOf: '2026-11-23',
    expiresOn: '2028-03-28',
    general: findings,
    linked: [devops],
    could: [],
    names: {
      places: [{ path: 'sections.solution[1]', start: 0, end: 10, name: 'Fieldlight' }],
      sought: ['fieldlight agritech pty ltd', 'fieldlight'],
      unsought: ['fl'],
    },
    services: [{ name: 'AWS Lambda', known: 'AWS Lambda' }],
    ...differs,
  };
};
