import { IntlMessageFormat } from 'intl-messageformat';
import {
  digestSubject,
  fallSentence,
  lossSubject,
  swapCostSentences,
  wayOutSentence,
  type FormatMessage,
  type Language,
  type SaidAlert,
  type SaidFall,
  type SaidWayOut,
} from './index.js';

const format: FormatMessage = (message, values, language) => String(new IntlMessageFormat(message, language).format(values));
const inLanguage = (language: Language, today = '2027-04-30') => ({ today, language, format });
const counts = (studies: number, shown = 0, categories = 0) => ({ studies, public: shown, categories });

const devOps: SaidFall = {
  name: 'AWS DevOps Competency',
  before: counts(2),
  after: counts(1),
  needs: counts(2),
  stopsBeingReady: true,
};
const retail: SaidFall = { ...devOps, name: 'AWS Retail Competency - services' };
const spare: SaidFall = {
  ...devOps,
  name: 'Amazon ECS Delivery',
  before: counts(4),
  after: counts(3),
  stopsBeingReady: false,
};

const alert = (id: string, customer: string | null, falls: readonly SaidFall[], more: Partial<SaidAlert> = {}): SaidAlert => ({
  kind: 'study-expiry',
  subject: { id, title: `The study ${id}`, customer },
  day: '2027-05-14',
  consequence: { falls },
  ...more,
});
const bank = alert('s1', 'AnyBank', [devOps]);
const shop = alert('s2', '恒岭医疗', [spare], { day: '2027-05-20' });

it.each([
  [[bank], 'AnyBank expires Fri 14 May; DevOps falls to 1 of 2', 'AnyBank：5月14日 周五到期；DevOps：降至 1/2'],
  [
    [alert('s1', 'AnyBank', [spare, devOps, retail])],
    'AnyBank expires Fri 14 May; DevOps falls to 1 of 2, 2 more fall',
    'AnyBank：5月14日 周五到期；DevOps：降至 1/2，另有 2 项减少',
  ],
  [[alert('s1', null, [])], 'The study s1 expires Fri 14 May', 'The study s1：5月14日 周五到期'],
  [
    [shop],
    '恒岭医疗 expires Thu 20 May; Amazon ECS Delivery falls to 3 and stays ready',
    '恒岭医疗：5月20日 周四到期；Amazon ECS Delivery：降至 3 个，仍就绪',
  ],
  [[bank, shop], '2 case studies need you; DevOps stops being ready on 14 May', '2 个案例需要您处理；DevOps：5月14日不再就绪'],
  [
    [shop, alert('s3', 'Foo', [], { kind: 'consent-end' })],
    '2 case studies need you; the first day is Fri 14 May',
    '2 个案例需要您处理；最早在 5月14日 周五',
  ],
  [
    [bank, alert('devops', null, [], { kind: 'renewal' })],
    '2 things need you; DevOps stops being ready on 14 May',
    '2 件事需要您处理；DevOps：5月14日不再就绪',
  ],
  [[alert('s1', 'AnyBank', [], { day: '2028-05-14' })], 'AnyBank expires 14 May 2028', 'AnyBank：2028年5月14日到期'],
])('the subject of a digest says how many, what it costs and when, case %#', (alerts, en, zh) => {
  expect(digestSubject(alerts, inLanguage('en'))).toBe(en);
  expect(digestSubject(alerts, inLanguage('zh'))).toBe(zh);
});

it('a name of several lines, or with marks of messages in it, stays one line as it is', () => {
  expect(digestSubject([alert('s1', 'Any\r\n Bank {name} <b>', [])], inLanguage('en'))).toBe('Any Bank {name} <b> expires Fri 14 May');
});

it('a day that has come is said as past', () => {
  expect(digestSubject([bank], inLanguage('en', '2027-05-14'))).toBe('AnyBank expired Fri 14 May; DevOps fell to 1 of 2');
  expect(digestSubject([bank, shop], inLanguage('en', '2027-05-17'))).toBe('2 case studies need you; DevOps stopped being ready on 14 May');
});

it.each([
  ['consent-end', 'Consent of AnyBank ends Fri 14 May', 'AnyBank：客户授权将于 5月14日 周五到期'],
  ['applications-close', 'DevOps takes no new applications from Fri 14 May', 'DevOps：自 5月14日 周五起不再受理新申请'],
  ['programme-end', 'DevOps ends Fri 14 May', 'DevOps：将于 5月14日 周五终止'],
  ['renewal', 'DevOps is to be renewed by Fri 14 May', 'DevOps：应在 5月14日 周五前续期'],
] as const)('a day of the kind %s is said by its name', (kind, en, zh) => {
  const subject = kind === 'consent-end' ? bank.subject : { id: 'devops', title: 'AWS DevOps Competency - services', customer: null };
  const one = alert('x', null, [], { kind, subject });
  expect(digestSubject([one], inLanguage('en'))).toBe(en);
  expect(digestSubject([one], inLanguage('zh'))).toBe(zh);
});

it('the managers read in the subject what is lost, each specialization once', () => {
  expect(lossSubject([bank], inLanguage('en'))).toBe('DevOps stops being ready on Fri 14 May');
  const both = [bank, alert('s2', 'Foo', [devOps, retail], { day: '2027-05-12' })];
  expect(lossSubject(both, inLanguage('en'))).toBe('DevOps and 1 more stop being ready, first on Wed 12 May');
  expect(lossSubject(both, inLanguage('zh'))).toBe('DevOps，以及另外 1 项：最早于 5月12日 周三不再就绪');
});

it('what is lost already is told apart from what will be', () => {
  const both = [bank, alert('s2', 'Foo', [devOps, retail], { day: '2027-06-12' })];
  expect(lossSubject(both, inLanguage('en', '2027-05-20'))).toBe('DevOps stopped being ready on Fri 14 May; 1 more stops on Sat 12 Jun');
  expect(lossSubject(both, inLanguage('zh', '2027-05-20'))).toBe('DevOps：已于 5月14日 周五不再就绪；另有 1 项最早于 6月12日 周六不再就绪');
  expect(lossSubject(both, inLanguage('en', '2027-06-20'))).toBe('DevOps and 1 more stopped being ready, first on Fri 14 May');
});

it('a fall of a day that has come is said as past', () => {
  expect(fallSentence(devOps, 'en', format, true)).toBe('DevOps fell to 1 of 2 and stopped being ready');
  expect(fallSentence(spare, 'en', format, true)).toBe('Amazon ECS Delivery fell to 3 and stayed ready: it needs 2');
  expect(fallSentence({ ...devOps, stopsBeingReady: false }, 'zh', format, true)).toBe('DevOps：当时未就绪，且已降至 1/2');
});

it.each([
  [devOps, 'DevOps falls to 1 of 2 and stops being ready', 'DevOps：降至 1/2，不再就绪'],
  [
    { ...devOps, after: counts(2, 1), needs: counts(2, 2) },
    'DevOps falls to 1 of 2 public ones and stops being ready',
    'DevOps：公开案例降至 1/2，不再就绪',
  ],
  [
    { ...devOps, after: counts(4, 0, 2), needs: counts(2, 0, 3) },
    'DevOps falls to 2 of 3 categories and stops being ready',
    'DevOps：类别降至 2/3，不再就绪',
  ],
  [spare, 'Amazon ECS Delivery falls to 3 and stays ready: it needs 2', 'Amazon ECS Delivery：降至 3 个，仍就绪（需 2 个）'],
  [{ ...devOps, stopsBeingReady: false }, 'DevOps is not ready, and falls to 1 of 2', 'DevOps：未就绪，且降至 1/2'],
])('a fall is one sentence, case %#', (fall, en, zh) => {
  expect(fallSentence(fall, 'en', format)).toBe(en);
  expect(fallSentence(fall, 'zh', format)).toBe(zh);
});

it('a way out says what to do, with which study, and how long it then holds', () => {
  const way: SaidWayOut = {
    kind: 'close-gaps',
    title: 'Lakehouse',
    customer: null,
    costs: [],
    gaps: 2,
    effort: 4,
    readyThrough: '2027-12-30',
  };
  expect(wayOutSentence(way, devOps.name, 'en', format)).toBe(
    'Cheapest way out: close 2 gaps in “Lakehouse”; DevOps then holds through 30 Dec 2027. Effort 4.',
  );
  expect(wayOutSentence({ ...way, customer: 'AnyBank', readyThrough: 'open' }, devOps.name, 'zh', format)).toBe(
    '最省力的办法：补齐“AnyBank”的 2 处缺项。工作量 4。',
  );
});

it('a way out says where it is not enough, and what it costs elsewhere', () => {
  const costs = [{ name: 'AWS Retail Competency - services', on: '2027-01-05' }];
  const way: SaidWayOut = {
    kind: 'activate-draft',
    title: 'Lakehouse',
    customer: 'AnyBank',
    costs,
    gaps: 0,
    effort: 0,
    readyThrough: null,
  };
  expect(wayOutSentence(way, devOps.name, 'en', format)).toBe('The draft AnyBank meets everything; activated, DevOps still falls short.');
  expect(wayOutSentence({ ...way, kind: 'new-study', effort: 20 }, devOps.name, 'en', format)).toBe(
    'No study at hand can close it: DevOps takes studies of new customers. Effort 20 for each.',
  );
  expect(wayOutSentence(way, devOps.name, 'zh', format)).toBe('草稿“AnyBank”已满足全部要求，但启用后“DevOps”仍不足。');
  expect(swapCostSentences(way, 'en', format)).toEqual(['Swapped in today, it costs Retail on 5 Jan 2027']);
});
