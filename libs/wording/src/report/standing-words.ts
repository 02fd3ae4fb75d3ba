import { defineWords } from '../language.js';

/** What stands around the report: its names, and the parts a file has beside the page for the board. */
export const reportWords = defineWords({
  en: {
    title: 'Leadership report {number, number}',
    draft: 'Leadership report, draft',
    subtitle: 'AWS specializations, {from} to {to}',
    asOf: 'AWS specializations as of {to}',
    board: 'The page for the board',
    changes: 'All changes',
    ahead: 'Twelve months ahead',
    decisions: 'All decisions',
    more: '{count, number} more',
    further: '{count, number} more on the pages that follow',
    page: 'Page {page, number} of {pages, number}',
    unprintable: '□ stands for a character that the fonts of this file do not have. The screen and the workbook show it.',
    withheld: 'Customers who asked not to be named are not named.',
    recorded: 'Every sentence follows from a recorded change.',
    issued: 'Caseboard, report {number, number}, issued {issued}.',
    made: 'Caseboard, a draft that is not kept.',
    unnamed: 'a customer who is not named',
  },
  zh: {
    title: '管理层报告 {number, number}',
    draft: '管理层报告（草稿）',
    subtitle: 'AWS 专业认证，{from}至 {to}',
    asOf: 'AWS 专业认证，截至 {to}',
    board: '董事会页',
    changes: '全部变化',
    ahead: '未来 12 个月',
    decisions: '全部决定事项',
    more: '另有 {count, number} 项',
    further: '另有 {count, number} 项，见后页',
    page: '第 {page, number} 页，共 {pages, number} 页',
    unprintable: '□ 代表本文件字体中没有的字符，屏幕和工作簿会显示原字。',
    withheld: '要求不具名的客户均未写出名称。',
    recorded: '每句话都依据有记录的变更。',
    issued: 'Caseboard 报告 {number, number}，{issued} 发布。',
    made: 'Caseboard 草稿，不予保存。',
    unnamed: '不具名客户',
  },
});

/**
 * The judgement: how many targets can be filed, and how many of those lapse within the warning window. Small numbers come as
 * words in English.
 */
export const headlineWords = defineWords({
  en: {
    'no-targets': 'No specialization is a target yet.',
    none: '{count, plural, one {The one target cannot be filed.} other {None of {targets} targets can be filed.}}',
    some: '{fileable} of {targets} targets can be filed.',
    all: '{count, plural, one {The one target can be filed.} other {All {targets} targets can be filed.}}',
    lapse: 'Without action, {lapsing} of them will lapse by {day}.',
    'lapse-all': 'Without action, {count, plural, one {it will} other {all of them will}} lapse by {day}.',
  },
  zh: {
    'no-targets': '尚未设定目标专业认证。',
    none: '{count, plural, =1 {唯一的目标尚不能提交申请。} other {{targets} 个目标均不能提交申请。}}',
    some: '{targets} 个目标中有 {fileable} 个可提交申请。',
    all: '{count, plural, =1 {唯一的目标可提交申请。} other {{targets} 个目标均可提交申请。}}',
    lapse: '若不采取行动，其中 {lapsing} 个最迟于 {day}失效。',
    'lapse-all': '{count, plural, =1 {若不采取行动，它将于 {day}失效。} other {若不采取行动，它们最迟于 {day}全部失效。}}',
  },
});

export const figureWords = defineWords({
  en: { counts: 'Studies that count', before: '{day}: {value, number}', of: 'of {value, number} active' },
  zh: { counts: '有效案例', before: '{day}：{value, number}', of: '共 {value, number} 个已启用' },
});

/** The table of targets. */
export const targetWords = defineWords({
  en: {
    heading: 'Where we stand',
    target: 'Target',
    status: 'Status',
    studies: 'Studies',
    unchanged: 'If nothing changes',
    ahead: 'Next 12 months',
    through: 'Through {day}',
    open: 'No end in sight',
    becomes: '{short}; ready on {day}',
    held: 'Held',
    submit: 'Submission planned for {day}',
    closed: 'Takes no new applications',
    from: '{status} from {day}',
    none: 'No specialization is a target yet. Choose those you aim at, and this page watches over them.',
  },
  zh: {
    heading: '现状',
    target: '目标',
    status: '状态',
    studies: '案例',
    unchanged: '若无变化',
    ahead: '未来 12 个月',
    through: '保持到 {day}',
    open: '没有到期日',
    becomes: '{short}；{day}就绪',
    held: '已持有',
    submit: '计划于 {day}提交',
    closed: '不再受理新申请',
    from: '{day}起：{status}',
    none: '尚未设定目标专业认证。选定目标后，本页会为您留意。',
  },
});

/** The step chart. */
export const trendWords = defineWords({
  en: {
    heading: 'Targets that can be filed, 12 months back and ahead',
    day: 'Day',
    value: 'Can be filed',
    targets: 'Targets',
    today: '{day}: {value, number}',
    ahead: 'if nothing changes',
    sentence: '{first, number} on {firstDay}, {value, number} on {day}, and {last, number} on {lastDay} if nothing changes.',
    unknown: '{value, number} on {day}, and {last, number} on {lastDay} if nothing changes.',
  },
  zh: {
    heading: '可提交申请的目标：前后各 12 个月',
    day: '日期',
    value: '可提交',
    targets: '目标',
    today: '{day}：{value, number}',
    ahead: '若无变化',
    sentence: '{firstDay}有 {first, number} 个，{day}有 {value, number} 个；若无变化，{lastDay}有 {last, number} 个。',
    unknown: '{day}有 {value, number} 个；若无变化，{lastDay}有 {last, number} 个。',
  },
});
