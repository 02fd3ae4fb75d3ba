import type { AgeGroup } from '@caseboard/domain';
import { defineWords } from '../language.js';

/** How old active studies are, in full months since the go-live. */
export const ageWords = defineWords<AgeGroup>({
  en: {
    planned: 'Not live yet',
    '0-5': 'Under 6 months',
    '6-11': '6 to 11 months',
    '12-17': '12 to 17 months',
    '18+': '18 months or more',
  },
  zh: { planned: '尚未上线', '0-5': '不足 6 个月', '6-11': '6 至 11 个月', '12-17': '12 至 17 个月', '18+': '18 个月以上' },
});

/** The portfolio by what it is made of. */
export const shapeWords = defineWords({
  en: {
    heading: 'The portfolio',
    industry: 'Active studies by industry',
    service: 'Active studies by AWS service',
    visibility: 'Active studies by visibility',
    age: 'Active studies by age',
    status: 'All studies by status',
    studies: 'Studies',
    unknown: 'Not given',
    entities: 'Legal entities with an active study: {used, number} of {all, number}.',
    free: '{count, plural, =0 {None is left.} other {# more could carry one.}}',
    coverage: 'Categories covered by targets',
    target: 'Target',
    asked: 'Asked',
    covered: 'Covered',
    open: 'Open',
    cover: '{covered, number} covered, {asked, number} asked',
  },
  zh: {
    heading: '案例库',
    industry: '已启用案例：按行业',
    service: '已启用案例：按 AWS 服务',
    visibility: '已启用案例：按可见性',
    age: '已启用案例：按上线时间',
    status: '全部案例：按状态',
    studies: '案例',
    unknown: '未填写',
    entities: '有启用案例的法人：{used, number}/{all, number}。',
    free: '{count, plural, =0 {没有剩余。} other {另有 # 个可以各承载一个案例。}}',
    coverage: '目标的类别覆盖',
    target: '目标',
    asked: '要求',
    covered: '已覆盖',
    open: '未覆盖',
    cover: '已覆盖 {covered, number} 个，要求 {asked, number} 个',
  },
});

/** How far the figures can be trusted. */
export const trustWords = defineWords({
  en: {
    heading: 'How far to trust the figures',
    since: 'As known at the end of {day}; changes are recorded since {since}.',
    window: 'At risk means: lost within {days, plural, one {# day} other {# days}}.',
    unconfirmed: '{count, plural, one {# target rests} other {# targets rest}} on figures that nobody confirmed.',
    confirmed: 'Somebody confirmed every figure that the targets rest on.',
    figures: '{name}: {figures}',
    untouched: '{count, plural, one {# active study was} other {# active studies were}} not touched for half a year.',
    sinceDay: '{study}, since {since}',
    sinceRecord: '{study}, since before the record',
    ownerless: '{count, plural, one {# active study has} other {# active studies have}} no owner.',
  },
  zh: {
    heading: '数字的可信度',
    since: '以 {day}终所知为准；变更自 {since}起有记录。',
    window: '“有风险”指将在 {days, number} 天内失去。',
    unconfirmed: '{count, number} 个目标依据无人确认的数字。',
    confirmed: '目标所依据的数字均已有人确认。',
    figures: '{name}：{figures}',
    untouched: '{count, number} 个已启用案例半年未更新。',
    sinceDay: '{study}（{since}起）',
    sinceRecord: '{study}（早于记录）',
    ownerless: '{count, number} 个已启用案例没有负责人。',
  },
});
