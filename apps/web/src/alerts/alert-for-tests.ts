import type { AlertDetail, AlertRow, Fall } from '@caseboard/contracts';

export const aFall = (differs: Partial<Fall> = {}): Fall => ({
  specialization: 'devops',
  name: 'AWS DevOps Competency - services',
  before: { studies: 4, public: 2, categories: 0 },
  after: { studies: 3, public: 1, categories: 0 },
  needs: { studies: 4, public: 2, categories: 0 },
  stopsBeingReady: true,
  target: true,
  held: false,
  ...differs,
});

export const anAlert = (differs: Partial<AlertRow> = {}): AlertRow => ({
  id: '7',
  kind: 'study-expiry',
  subject: { id: 'CS-121', title: 'Core banking releases', customer: 'AnyBank plc' },
  day: '2026-12-12',
  step: 30,
  state: 'sent',
  madeAt: '2026-11-12T07:00:00Z',
  sentAt: '2026-11-12T07:00:10Z',
  snoozedUntil: null,
  owner: 'jonas@example.com',
  consequence: {
    falls: [aFall()],
    together: [],
    costsReadiness: true,
    way: {
      specialization: 'devops',
      name: 'AWS DevOps Competency - services',
      wayOut: {
        kind: 'close-gaps',
        study: 'CS-130',
        title: 'Field imagery',
        customer: 'Fieldlight Agritech',
        gaps: 2,
        effort: 5,
        readyThrough: '2027-04-01',
        costs: [],
      },
    },
  },
  canAct: true,
  ...differs,
});

export const anAlertDetail = (differs: Partial<AlertDetail> = {}): AlertDetail => ({
  ...anAlert(),
  events: [
    { at: '2026-11-12T07:00:00Z', who: null, event: 'due', detail: null },
    { at: '2026-11-13T09:00:00Z', who: 'Li Wen', event: 'snoozed', detail: { until: '2026-12-01', reason: 'The bank is asked' } },
  ],
  steps: [
    { id: '6', step: 60, on: '2026-10-13', state: 'acknowledged' },
    { id: '7', step: 30, on: '2026-11-12', state: 'sent' },
    { id: null, step: 0, on: '2026-12-12', state: null },
  ],
  told: [{ person: 'Jonas Berg', mail: 'm1', sentAt: '2026-11-12T07:00:10Z' }],
  ...differs,
});
