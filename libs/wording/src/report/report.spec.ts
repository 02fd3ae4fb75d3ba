import { IntlMessageFormat } from 'intl-messageformat';
import { reportPage, type FormatMessage, type Language, type ReportPage, type Sentence } from '../index.js';
import { aReport, someLabels, type ReportSize } from '../testing.js';

const format: FormatMessage = (message, values, language) => String(new IntlMessageFormat(message, language).format(values));
const pageOf = (language: Language, size: ReportSize = {}): ReportPage => {
  const report = aReport(size);
  return reportPage(report, someLabels(report, size.isLong), { language, format, number: 4, issuedAt: '2026-11-23T01:41:00Z' });
};
const said = ({ lead, text }: Sentence) => [lead, text].filter(Boolean).join(' ');
const [en, zh] = [pageOf('en'), pageOf('zh')];

/** Everything of a kind, however deep it stands. */
function all<T>(value: unknown, is: (each: object) => boolean): T[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((each) => all<T>(each, is));
  return is(value) ? [value as T, ...inner] : inner;
}

describe('The report in words', () => {
  it('begins with one judgement', () => {
    expect(said(en.headline)).toBe('Seven of ten targets can be filed. Without action, two of them will lapse by 3 Feb 2027.');
    expect(said(zh.headline)).toBe('10 个目标中有 7 个可提交申请。若不采取行动，其中 2 个最迟于 2027年2月3日失效。');
  });

  it.each([
    [0, 'No specialization is a target yet.', '尚未设定目标专业认证。'],
    [
      1,
      'The one target can be filed. Without action, it will lapse by 3 Feb 2027.',
      '唯一的目标可提交申请。若不采取行动，它将于 2027年2月3日失效。',
    ],
  ])('of %s targets is said as a person would', (targets, english, chinese) => {
    expect(said(pageOf('en', { targets }).headline)).toBe(english);
    expect(said(pageOf('zh', { targets }).headline)).toBe(chinese);
  });

  it('says what changed, with the study and what happened to it', () => {
    expect(en.changes.lines.map(({ day, sentence }) => `${day}: ${said(sentence)}`)).toEqual([
      '8 Nov: Resilience is no longer ready. The public page of the study of Łódź Handel S.A. stopped answering. 3 of 4 studies count.',
      '27 Oct: Containers is no longer at risk. The study of 华东远洋航运有限公司 changed. 5 studies count, 4 are asked.',
      '15 Oct: Financial Services became ready. Harrow Legal Ltd. was activated. 5 studies count, 4 are asked.',
      '3 Oct: DevOps turned at risk. AnyBank ages out on 12 Dec 2026. 5 studies count, 4 are asked.',
    ]);
    expect(said(zh.changes.lines[3]?.sentence ?? zh.headline)).toBe(
      'DevOps：转为有风险。 “AnyBank”将于 2026年12月12日到期。现有 5 个案例有效，要求 4 个。',
    );
  });

  it('says what is lost next and what to do, by whom and until when', () => {
    expect(said(en.losses.lines[1]?.sentence ?? en.headline)).toBe(
      'Financial Services. Harrow Legal Ltd. and 华东远洋航运有限公司 age out, leaving 3 of 4 studies.',
    );
    const [first, second] = en.decisions.lines;
    expect(said(first?.sentence ?? en.headline)).toBe(
      'Close 1 gap in the study of AnyBank, for DevOps. It stops being ready on 12 Dec 2026. This also helps Financial Services and Containers.',
    );
    expect(first).toMatchObject({
      owner: 'Priya Nair',
      effort: 5,
      startByDay: 'At once; was 20 Nov 2026',
      gain: 'Ready through 1 Apr 2027',
    });
    expect(second).toMatchObject({ owner: 'Not assigned', startByDay: '25 Nov 2026' });
  });

  it('words the estimate "up to", with its source and its origin', () => {
    const [estimate, own, next] = en.value.multiplier.lines.map(said);
    expect(estimate).toBe(
      'Up to USD 4,100,000 of services revenue on USD 1,250,000 of AWS sold in twelve months: multi-category partners earn up to 3.26 for each 1 sold.',
    );
    expect(own).toContain('our own reading');
    expect(next).toContain('The next class is progressive, with up to 5.78');
    for (const page of [en, zh]) expect(page.value.multiplier.source).toMatch(/Omdia.*2025/);
    for (const page of [en, zh]) expect(page.foot.map(said).join()).toContain(page.value.multiplier.source);
  });

  it('adds up: what stood before, came and went is what stands now', () => {
    for (const { before, came, went, now } of en.changes.balance) expect(before.value + came.value - went.value).toBe(now.value);
  });

  it('says every number with the list that it counts', () => {
    const counts = all<{ value: number; text: string; counted: { ids: string[] } }>(
      [en, zh],
      (each) => 'counted' in each && 'text' in each,
    );
    expect(counts.length).toBeGreaterThan(60);
    for (const { value, text, counted } of counts) {
      expect(value).toBe(counted.ids.length);
      expect(text).toContain(String(value));
    }
  });

  it('names customers by the labels of its reader only', () => {
    const report = aReport({ targets: 30 });
    const labels = { studies: { 'study-1': { label: 'CANARY', withheld: false } }, people: {} };
    const page = JSON.stringify(reportPage(report, labels, { language: 'en', format, number: 0, issuedAt: null }));
    expect(page).toContain('CANARY');
    expect(page).toContain('a customer who is not named');
  });

  it.each(['en', 'zh'] as const)('is finished in %s, with no targets and with thirty', (language) => {
    for (const size of [
      { targets: 0, studies: 0, losses: 0 },
      { targets: 30, losses: 30, isLong: true },
    ]) {
      const text = JSON.stringify(pageOf(language, size));
      expect(text).not.toMatch(/undefined|NaN|\{\w+[,}]| {2}/);
    }
  });
});
