/** A report for tests of what is drawn from it: consistent with itself, of any size, with names short or long. */
import {
  addDays,
  addMonths,
  strategies,
  type Counts,
  type Day,
  type NamedStudy,
  type ReadinessStatus,
  type Report,
  type StatusChange,
  type Strategy,
  type StrategyName,
  type TargetStanding,
} from '@caseboard/domain';
import { day } from '@caseboard/domain/testing';
import type { SaidLabels } from './report/report-page.js';

export interface ReportSize {
  readonly targets?: number;
  readonly studies?: number;
  readonly losses?: number;
  readonly isLong?: boolean;
}

const to = day('2026-11-23');
const names = [
  'DevOps',
  'Financial Services',
  'Containers',
  'Resilience',
  'Migration and Modernization',
  'Data and Analytics',
  'Security',
  'AI',
];
const customers = [
  'AnyBank',
  'Harrow Legal Ltd.',
  '华东远洋航运有限公司',
  'Łódź Handel S.A.',
  'Ευρωπαϊκή Τράπεζα',
  '=SUM(A1:A9) & Söhne',
  '한국전력공사',
];
const longName =
  'Allgemeine Norddeutsche Versicherungs- und Rückversicherungsgesellschaft für Transport und Logistik mit beschränkter Haftung';

/** Ten targets, thirty studies and four losses, unless the test says otherwise. */
export function aReport({ targets: count = 10, studies: studyCount = 30, losses = 4, isLong = false }: ReportSize = {}): Report {
  const codes = Array.from({ length: count }, (_, at) => `target-${at + 1}`);
  const studies = Array.from({ length: studyCount }, (_, at): NamedStudy => study(at));
  const ids = studies.map(({ id }) => id);
  const targets = codes.map((code, at) => target(code, at, ids));
  const of = (status: ReadinessStatus) => targets.filter((each) => each.status === status).map(({ specialization }) => specialization);
  const now = {
    ready: of('ready'),
    atRisk: of('at-risk'),
    notReady: of('not-ready'),
    activeStudies: ids,
    countingStudies: ids.slice(0, 23),
  };
  const fileable = [...now.ready, ...now.atRisk];
  const changes = codes.slice(0, 4).map((code, at) => change(code, at, ids));
  return {
    from: day('2026-09-30'),
    to,
    knownSince: day('2026-01-12'),
    partner: isLong ? `Harbor Cloud Consulting ${longName}` : 'Harbor Cloud Consulting Ltd.',
    warningDays: 90,
    headline: {
      code: count === 0 ? 'no-targets' : now.atRisk.length > 0 ? 'some-lapse' : fileable.length > 0 ? 'some-ready' : 'none-ready',
      targets: codes,
      fileable,
      lapsing: now.atRisk,
      lastLapse: now.atRisk.length > 0 ? day('2027-02-03') : null,
    },
    now,
    before: before(now, changes),
    targets,
    changes,
    trend: trend(codes, fileable.length),
    losses: codes.slice(0, losses).map((code, at) => ({
      on: addDays(to, 19 + 53 * at),
      specialization: code,
      isTarget: true,
      weight: 1,
      studies: ids.slice(at, at + 1 + (at % 2)),
      leaves: counts(3),
      needs: counts(4),
    })),
    gains: codes.slice(-1).map((code) => ({ on: day('2027-01-15'), specialization: code, isTarget: true, studies: ids.slice(5, 6) })),
    crowdedMonths: count > 2 ? [{ month: '2027-03', specializations: codes.slice(0, 2) }] : [],
    singlePoints: count > 0 ? ids.slice(0, 2).map((id, at) => ({ study: id, specializations: codes.slice(0, at + 1) })) : [],
    decisions: codes.slice(0, 5).map((code, at) => ({
      specialization: code,
      why: (['will-be-lost', 'lost', 'short', 'short', 'will-be-lost'] as const)[at % 5] ?? 'short',
      on: at === 3 ? null : addDays(to, 19 + at),
      wayOut: (['close-gaps', 'activate-draft', 'new-study', 'link', 'correct-url'] as const)[at % 5] ?? 'link',
      study: at === 2 ? null : (ids[at] ?? null),
      replaces: at === 3 ? (ids[9] ?? null) : null,
      gaps: at + 1,
      effort: 5 + at,
      owner: at === 1 ? null : 'priya@example.com',
      startBy: at === 3 ? null : addDays(to, 5 * at - 3),
      readyThrough: at === 2 ? null : at === 4 ? 'open' : day('2027-04-01'),
      helpsAlso: at === 0 ? codes.slice(1, 3) : [],
      costs: at === 3 ? codes.slice(4, 5).map((specialization) => ({ specialization, on: addDays(to, 1) })) : [],
    })),
    shape: {
      byIndustry: groups(['Financial Services', 'Retail', 'Healthcare', ''], ids),
      byService: groups(['Amazon Elastic Container Service', 'AWS Lambda', 'Amazon S3', 'Amazon RDS', 'Amazon SageMaker', 'AWS Glue'], ids),
      byVisibility: groups(['public', 'anonymous', 'private'], ids),
      byAge: groups(['planned', '0-5', '6-11', '12-17', '18+'], ids),
      byStatus: groups(['active', 'draft', 'retired'], ids),
      legalEntities: ids.map((id) => `c-${id}`),
      usedLegalEntities: ids.slice(3).map((id) => `c-${id}`),
      categories: codes
        .slice(0, 1)
        .map((code) => ({ specialization: code, asked: 2, covered: ['Compute'], open: ['Containers', 'Serverless'] })),
    },
    value: value(codes),
    trust: {
      unconfirmed: codes.slice(0, 2).map((code) => ({ specialization: code, figures: ['studies', 'freshnessMonths'] })),
      untouched: ids.slice(0, 2).map((id, at) => ({ study: id, since: at === 0 ? null : day('2026-04-02') })),
      ownerless: ids.slice(2, 4),
    },
    specializations: codes.map((code, at) => ({ code, name: specialization(at, isLong), programme: 'competency' })),
    studies,
  };
}

/** Every fifth customer is withheld. */
export function someLabels({ studies }: Pick<Report, 'studies'>, isLong = false): SaidLabels {
  const label = (at: number) => {
    if (at % 5 === 4) return { label: 'an anonymous insurer', withheld: true };
    const name = customers[at % customers.length] ?? 'AnyBank';
    return { label: isLong ? `${name} ${longName}` : at < customers.length ? name : `${name} ${at}`, withheld: false };
  };
  return { studies: Object.fromEntries(studies.map(({ id }, at) => [id, label(at)])), people: { 'priya@example.com': 'Priya Nair' } };
}

const counts = (studies: number): Counts => ({ studies, public: 1, categories: 0 });

const study = (at: number): NamedStudy => ({
  id: `study-${at + 1}`,
  customer: `c-study-${at + 1}`,
  visibility: at % 5 === 4 ? 'anonymous' : 'public',
  status: 'active',
});

const specialization = (at: number, isLong: boolean): string => {
  const name = `${names[at % names.length]}${at < names.length ? '' : ` ${at + 1}`}`;
  return isLong
    ? `AWS ${name} and Managed Security Service Provider Competency for Regulated Industries`
    : `AWS ${name} Competency - services`;
};

function target(code: string, at: number, ids: readonly string[]): TargetStanding {
  const status = (['at-risk', 'ready', 'ready', 'not-ready', 'ready', 'not-ready'] as const)[at % 6] ?? 'ready';
  const have = status === 'not-ready' ? 4 - ((at % 3) + 1) : 4 + (at % 3);
  const last = addDays(to, status === 'at-risk' ? 18 + at : 120 + 11 * at);
  return {
    specialization: code,
    weight: 1,
    held: at % 4 === 0,
    submitOn: at % 5 === 3 ? day('2027-03-01') : null,
    status,
    supporting: Array.from({ length: have }, (_, n) => ids[(at + n) % ids.length] ?? 'study-1'),
    have: counts(have),
    needs: counts(4),
    missing: { studies: Math.max(0, 4 - have), public: status === 'not-ready' && at % 2 === 1 ? 1 : 0, categories: 0 },
    spare: have - 4,
    readyThrough: status === 'not-ready' ? null : at % 7 === 6 ? 'open' : last,
    becomesReadyOn: null,
    appliable: at !== 7,
    ahead: aheadOf(status, last),
  };
}

function aheadOf(status: ReadinessStatus, last: Day): TargetStanding['ahead'] {
  if (status === 'not-ready') return [{ from: to, status }];
  const lost = { from: addDays(last, 1), status: 'not-ready' } as const;
  if (status === 'at-risk') return [{ from: to, status }, lost];
  return [{ from: to, status }, { from: addDays(last, -89), status: 'at-risk' }, lost];
}

/** Each of them stood elsewhere at first. */
function change(code: string, at: number, ids: readonly string[]): StatusChange {
  const [earlier, later] = (
    [
      ['ready', 'at-risk'],
      ['not-ready', 'ready'],
      ['at-risk', 'ready'],
      ['ready', 'not-ready'],
    ] as const
  )[at % 4] ?? ['ready', 'at-risk'];
  const event = (['ages-out-soon', 'activated', 'edited', 'page-broken'] as const)[at % 4] ?? 'edited';
  return {
    on: addDays(day('2026-10-03'), 12 * at),
    revision: at === 0 ? null : at,
    specialization: code,
    before: earlier,
    after: later,
    wasTarget: true,
    isTarget: true,
    had: counts(4),
    has: counts(later === 'not-ready' ? 3 : 5),
    needs: counts(4),
    cause: { code: 'studies', events: [{ study: ids[at] ?? 'study-1', event, day: event === 'ages-out-soon' ? addDays(to, 19) : null }] },
  };
}

function before(now: Report['now'], changes: readonly StatusChange[]): Report['now'] {
  const changed = new Map(changes.map(({ specialization, before }) => [specialization, before]));
  const of = (status: ReadinessStatus, codes: readonly string[]) => [
    ...codes.filter((code) => !changed.has(code)),
    ...[...changed].filter(([, was]) => was === status).map(([code]) => code),
  ];
  return {
    ready: of('ready', now.ready),
    atRisk: of('at-risk', now.atRisk),
    notReady: of('not-ready', now.notReady),
    activeStudies: now.activeStudies.slice(1),
    countingStudies: now.countingStudies.slice(1),
  };
}

const trend = (codes: readonly string[], fileable: number): Report['trend'] =>
  Array.from({ length: 12 }, (_, at) => ({
    on: at === 6 ? to : addMonths(to, 2 * (at - 6)),
    targets: codes,
    fileable: codes.slice(0, Math.max(0, at <= 6 ? fileable - (6 - at) : fileable - (at - 6))),
    isAhead: at > 6,
  }));

const groups = <K extends string>(keys: readonly K[], ids: readonly string[]) =>
  keys.map((key, at) => ({ key, studies: ids.slice(0, Math.ceil(ids.length / (at + 2))) }));

const value = (codes: readonly string[]): Report['value'] => ({
  facts: {
    awsRevenue: { amount: 1_250_000, currency: 'USD' },
    activeCategories: ['design', 'build', 'manage'],
    classByHand: null,
    inChina: true,
    strategies: Object.fromEntries(
      strategies.map((name, at): [StrategyName, Strategy] => [
        name,
        {
          state: (['done', 'under-way', 'not-started'] as const)[at % 3] ?? 'done',
          owner: at % 2 === 0 ? 'priya@example.com' : '',
          note: at === 1 ? 'First offers in the spring' : '',
        },
      ]),
    ) as Record<StrategyName, Strategy>,
  },
  partnerClass: 'multi-category',
  multiplier: 3.26,
  upTo: 4_100_000,
  next: { partnerClass: 'progressive', categories: 1, multiplier: 5.78, upTo: 7_200_000 },
  premier: {
    asked: 3,
    held: codes.slice(0, 1),
    ready: codes.slice(1, 3),
    oneOf: codes.slice(0, 3),
    missing: 3 - Math.min(1, codes.length),
    missesOneOf: codes.length === 0,
    isMet: false,
  },
});
