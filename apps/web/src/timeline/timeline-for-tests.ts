import type { Flip, MatrixRow } from '@caseboard/contracts';

export const aRow = (part: Partial<MatrixRow> = {}): MatrixRow => ({
  id: 'CS-1',
  title: 'Core banking releases',
  customerId: 'anybank',
  customer: 'AnyBank plc',
  status: 'active',
  visibility: 'public',
  owner: 'jonas@example.com',
  industry: 'Financial Services',
  deployedOn: '2025-06-13',
  expiresOn: '2026-12-13',
  cells: 'S.',
  gaps: '00',
  ...part,
});

export const aLoss = (part: Partial<Flip> = {}): Flip => ({
  on: '2026-12-13',
  code: 'devops',
  name: 'AWS DevOps Competency - services',
  from: 'at-risk',
  to: 'not-ready',
  studies: [{ id: 'CS-1', title: 'Core banking releases', customer: 'AnyBank plc' }],
  leaves: 3,
  needs: 4,
  target: true,
  held: false,
  ...part,
});
