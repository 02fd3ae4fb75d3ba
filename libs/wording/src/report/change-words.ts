import type { ChangeCause, StudyEvent } from '@caseboard/domain';
import { defineWords } from '../language.js';

/** What became of a specialization, said first. */
export const changeWords = defineWords({
  en: {
    won: '{name} became ready.',
    'won-at-risk': '{name} became ready, but is at risk.',
    lost: '{name} is no longer ready.',
    'turned-at-risk': '{name} turned at risk.',
    'safe-again': '{name} is no longer at risk.',
    entered: '{name} came into the catalog.',
    left: '{name} left the catalog.',
    'target-added': '{name} became a target.',
    'target-removed': '{name} is no longer a target.',
    stayed: '{name} stays as it was.',
  },
  zh: {
    won: '{name}：已就绪。',
    'won-at-risk': '{name}：已就绪，但有风险。',
    lost: '{name}：不再就绪。',
    'turned-at-risk': '{name}：转为有风险。',
    'safe-again': '{name}：不再有风险。',
    entered: '{name}：已列入目录。',
    left: '{name}：已移出目录。',
    'target-added': '{name}：成为目标。',
    'target-removed': '{name}：不再是目标。',
    stayed: '{name}：维持原状。',
  },
});

/** What happened to studies; `studies` is a list of names, and stands before a word, since many end with a full stop. */
export const studyEventWords = defineWords<StudyEvent['event']>({
  en: {
    'aged-out': '{studies} aged out.',
    'ages-out-soon': '{studies} {count, plural, one {ages out} other {age out}} on {day}.',
    'used-up': '{studies} {count, plural, one {was accepted} other {were accepted}} and cannot be used again.',
    'used-up-soon':
      '{studies} {count, plural, one {was accepted} other {were accepted}} and {count, plural, one {stops counting} other {stop counting}} on {day}.',
    'went-live': '{studies} went live.',
    activated: '{studies} {count, plural, one {was activated} other {were activated}}.',
    'back-to-draft': '{studies} {count, plural, one {was set back} other {were set back}} to draft.',
    retired: '{studies} {count, plural, one {was retired} other {were retired}}.',
    removed: '{studies} {count, plural, one {was deleted} other {were deleted}}.',
    'brought-in': '{studies} {count, plural, one {was added} other {were added}}.',
    edited: '{count, plural, one {The study} other {The studies}} of {studies} changed.',
    'go-live-moved': 'The go-live day of {count, plural, one {the study} other {the studies}} of {studies} was changed to {day}.',
    'page-broken': 'The public page of {count, plural, one {the study} other {the studies}} of {studies} stopped answering.',
    'page-mended': 'The public page of {count, plural, one {the study} other {the studies}} of {studies} answers again.',
    'customer-changed': 'The customer record of {studies} changed.',
  },
  zh: {
    'aged-out': '{studies}已到期。',
    'ages-out-soon': '{studies}{count, plural, =1 {} other {共 # 个案例}}将于 {day}到期。',
    'used-up': '{studies}{count, plural, =1 {} other {共 # 个案例}}已被接受，不能再次使用。',
    'used-up-soon': '{studies}{count, plural, =1 {} other {共 # 个案例}}已被接受，{day}起不再计入。',
    'went-live': '{studies}已上线。',
    activated: '{studies}{count, plural, =1 {} other {共 # 个案例}}已启用。',
    'back-to-draft': '{studies}{count, plural, =1 {} other {共 # 个案例}}已恢复为草稿。',
    retired: '{studies}{count, plural, =1 {} other {共 # 个案例}}已停用。',
    removed: '{studies}{count, plural, =1 {} other {共 # 个案例}}已删除。',
    'brought-in': '{studies}{count, plural, =1 {} other {共 # 个案例}}已加入。',
    edited: '{studies}{count, plural, =1 {的案例} other {共 # 个案例}}有改动。',
    'go-live-moved': '{studies}{count, plural, =1 {的案例} other {共 # 个案例}}的上线日期改为 {day}。',
    'page-broken': '{studies}{count, plural, =1 {的案例} other {共 # 个案例}}公开页面无法打开。',
    'page-mended': '{studies}{count, plural, =1 {的案例} other {共 # 个案例}}公开页面已恢复。',
    'customer-changed': '{studies}的客户资料有改动。',
  },
});

/** The other causes of a change. A target that came or went is told by what became of it. */
export const causeWords = defineWords<Exclude<ChangeCause['code'], 'studies' | 'target-added' | 'target-removed'>>({
  en: {
    requirements: 'What it asks was changed.',
    'entry-added': 'The catalog was extended.',
    'entry-removed': 'Its entry was removed.',
    'warning-window': 'The warning window was changed.',
    partner: 'The partner’s own facts were changed.',
  },
  zh: {
    requirements: '其要求有变更。',
    'entry-added': '目录有新增。',
    'entry-removed': '其条目已删除。',
    'warning-window': '预警天数有变更。',
    partner: '合作伙伴自身资料有变更。',
  },
});

/** What counts after a change or a loss: studies, else public ones, else categories, whichever are short. */
export const leavingWords = defineWords({
  en: {
    'now-studies': '{has, number} of {needs, number} studies count.',
    'now-enough': '{has, number} studies count, {needs, number} are asked.',
    'now-public': '{has, number} of {needs, number} public studies count.',
    'now-categories': '{has, number} of {needs, number} categories are covered.',
    'then-studies': '{studies} {count, plural, one {ages out} other {age out}}, leaving {has, number} of {needs, number} studies.',
    'then-public': '{studies} {count, plural, one {ages out} other {age out}}, leaving {has, number} of {needs, number} public studies.',
    'then-categories': '{studies} {count, plural, one {ages out} other {age out}}, leaving {has, number} of {needs, number} categories.',
    'then-goes-live': '{studies} {count, plural, one {goes live} other {go live}}.',
  },
  zh: {
    'now-studies': '现有 {has, number}/{needs, number} 个案例有效。',
    'now-enough': '现有 {has, number} 个案例有效，要求 {needs, number} 个。',
    'now-public': '现有 {has, number}/{needs, number} 个公开案例有效。',
    'now-categories': '现覆盖 {has, number}/{needs, number} 个类别。',
    'then-studies': '{studies}{count, plural, =1 {} other {共 # 个案例}}到期，剩 {has, number}/{needs, number} 个案例。',
    'then-public': '{studies}{count, plural, =1 {} other {共 # 个案例}}到期，剩 {has, number}/{needs, number} 个公开案例。',
    'then-categories': '{studies}{count, plural, =1 {} other {共 # 个案例}}到期，剩 {has, number}/{needs, number} 个类别。',
    'then-goes-live': '{studies}{count, plural, =1 {} other {共 # 个案例}}上线。',
  },
});

/** Headings and heads of the parts that tell of changes, past and ahead. */
export const movementWords = defineWords({
  en: {
    changes: 'What changed since {day}, and why',
    unknown: 'What changed since the record began on {day}, and why',
    unchanged: 'No status has changed.',
    status: 'Targets',
    before: '{day}',
    came: 'Came',
    went: 'Went',
    named: '{name}.',
    losses: 'What we lose next',
    noLosses: 'With nothing changed, nothing is lost within twelve months.',
    gains: 'What becomes ready by itself',
    noGains: 'No planned go-live makes a specialization ready.',
    crowded: 'Months in which several are lost',
    crowd: '{count, plural, one {# specialization} other {# specializations}}: {names}',
    noCrowd: 'No month costs two or more.',
    single: 'Single points of failure',
    without: 'Without {study}:',
    breaks: '{count, plural, one {{names} would no longer be ready.} other {# specializations would no longer be ready: {names}.}}',
    noSingle: 'No single study costs a specialization.',
  },
  zh: {
    changes: '{day}以来的变化及原因',
    unknown: '自 {day}有记录以来的变化及原因',
    unchanged: '状态没有变化。',
    status: '目标',
    before: '{day}',
    came: '增加',
    went: '减少',
    named: '{name}：',
    losses: '即将失去',
    noLosses: '若无变化，12 个月内不会失去任何专业认证。',
    gains: '将自行就绪',
    noGains: '没有计划中的上线会带来新的就绪。',
    crowded: '集中失去的月份',
    crowd: '{count, number} 项：{names}',
    noCrowd: '没有哪个月会失去两项以上。',
    single: '单点风险',
    without: '失去“{study}”，',
    breaks: '{count, number} 项不再就绪：{names}。',
    noSingle: '失去任何一个案例都不影响就绪。',
  },
});
