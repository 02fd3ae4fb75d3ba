import type { ReportRow, ReportSettings, ReportView } from '@caseboard/contracts';
import { aReport, someLabels, type ReportSize } from '@caseboard/wording/testing';

/** A report as the API answers it; a draft unless it has a number. */
export function aReportView(row: Partial<ReportRow> = {}, size: ReportSize = {}): ReportView {
  const report = aReport(size);
  return { ...aReportRow({ number: 0, issuedAt: null, issuedBy: null, hash: null, ...row }), report, labels: someLabels(report) };
}

export function aReportRow(row: Partial<ReportRow> = {}): ReportRow {
  return {
    number: 3,
    from: '2026-09-30',
    to: '2026-11-23',
    state: 'issued',
    progress: 1,
    requestedAt: '2026-11-23T08:00:00.000Z',
    issuedAt: '2026-11-23T08:00:05.000Z',
    issuedBy: 'Mia Lindqvist',
    hash: '41b00b184d9e2ffd0000',
    error: null,
    ...row,
  };
}

export function someReportSettings(part: Partial<ReportSettings> = {}): ReportSettings {
  const strategy = { state: 'not-started', owner: '', note: '' } as const;
  return {
    cadence: 'never',
    boardDays: [],
    readers: [],
    nextOn: null,
    value: {
      awsRevenue: null,
      activeCategories: [],
      classByHand: null,
      inChina: false,
      strategies: {
        'executive-positioning': strategy,
        'wider-portfolio': strategy,
        marketplace: strategy,
        'partner-managers': strategy,
        'partner-to-partner': strategy,
        'outcome-pricing': strategy,
      },
    },
    ...part,
  };
}
