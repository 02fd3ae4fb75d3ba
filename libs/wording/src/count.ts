import { defineWords } from './language.js';

/** How many of what, an ICU message with `count`: "1 study", "12 studies"; 「12 个案例」. */
export const countWords = defineWords({
  en: {
    studies: '{count, plural, one {# study} other {# studies}}',
    customers: '{count, plural, one {# customer} other {# customers}}',
    specializations: '{count, plural, one {# specialization} other {# specializations}}',
    services: '{count, plural, one {# service} other {# services}}',
    categories: '{count, plural, one {# category} other {# categories}}',
    gaps: '{count, plural, one {# gap} other {# gaps}}',
    places: '{count, plural, one {# place} other {# places}}',
    paragraphs: '{count, plural, one {# paragraph} other {# paragraphs}}',
    outcomes: '{count, plural, one {# outcome} other {# outcomes}}',
    diagrams: '{count, plural, one {# diagram} other {# diagrams}}',
    faults: '{count, plural, one {# fault} other {# faults}}',
    questions: '{count, plural, one {# question} other {# questions}}',
    changes: '{count, plural, one {# change} other {# changes}}',
    rows: '{count, plural, one {# row} other {# rows}}',
    people: '{count, plural, one {# person} other {# people}}',
    days: '{count, plural, one {# day} other {# days}}',
    months: '{count, plural, one {# month} other {# months}}',
  },
  zh: {
    studies: '{count, number} 个案例',
    customers: '{count, number} 个客户',
    specializations: '{count, number} 项专业认证',
    services: '{count, number} 项服务',
    categories: '{count, number} 个类别',
    gaps: '{count, number} 处缺项',
    places: '{count, number} 处',
    paragraphs: '{count, number} 段',
    outcomes: '{count, number} 项成效',
    diagrams: '{count, number} 张架构图',
    faults: '{count, number} 处错误',
    questions: '{count, number} 个问题',
    changes: '{count, number} 项更改',
    rows: '{count, number} 行',
    people: '{count, number} 位成员',
    days: '{count, number} 天',
    months: '{count, number} 个月',
  },
});

/** A whole or broken number with its thousands parted: 1,240. */
export function formatCount(value: number): string {
  const [whole = '', broken] = String(Math.abs(value)).split('.');
  if (whole.includes('e')) return String(value);
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '-' : ''}${parted}${broken === undefined ? '' : `.${broken}`}`;
}

/** A size in bytes as people read it: 256 MB (of 1,024 × 1,024 bytes). */
export function formatSize(bytes: number): string {
  const [unit, size] = bytes >= 1024 ** 2 ? ['MB', 1024 ** 2] : ['kB', 1024];
  return `${formatCount(Math.round((bytes / size) * 10) / 10)} ${unit}`;
}
