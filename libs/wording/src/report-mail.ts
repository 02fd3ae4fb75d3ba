import { defineWords } from './language.js';

/** The mail that a report comes with; what it says of the report are the report's own sentences. */
export const reportMailWords = defineWords({
  en: {
    subject: 'Leadership report {number, number}: {headline}',
    lead: 'This is the leadership report of {to}, compared with {from}.',
    more: '{count, plural, one {# more change is in the report.} other {# more changes are in the report.}}',
    open: 'Open the report',
    all: 'All reports',
    footer: 'You get this mail because you are a reader of the report. A manager chooses the readers.',
  },
  zh: {
    subject: '管理层报告 {number, number}：{headline}',
    lead: '这是 {to}的管理层报告，与 {from}对比。',
    more: '报告中另有 {count, number} 项变化。',
    open: '打开报告',
    all: '全部报告',
    footer: '您是报告的读者，因此收到本邮件。读者由经理选定。',
  },
});
