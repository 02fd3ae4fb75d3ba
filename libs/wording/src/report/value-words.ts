import type { PartnerClass, PracticeCategory, StrategyName, StrategyState } from '@caseboard/domain';
import { defineWords } from '../language.js';

/** Classes of partners in Omdia's study (rules 9.1). */
export const partnerClassWords = defineWords<PartnerClass>({
  en: { focused: 'focused', 'multi-category': 'multi-category', progressive: 'progressive', expert: 'expert' },
  zh: { focused: '专注型', 'multi-category': '多类别型', progressive: '进阶型', expert: '专家型' },
});

export const practiceWords = defineWords<PracticeCategory>({
  en: { advise: 'Advise', design: 'Design', procure: 'Procure', build: 'Build', adopt: 'Adopt', manage: 'Manage' },
  zh: { advise: '咨询', design: '设计', procure: '采购', build: '构建', adopt: '采用', manage: '管理' },
});

/** The six strategies (rules 9.2). */
export const strategyWords = defineWords<StrategyName>({
  en: {
    'executive-positioning': 'Executive positioning',
    'wider-portfolio': 'Wider service portfolio',
    marketplace: 'AWS Marketplace',
    'partner-managers': 'Partner managers',
    'partner-to-partner': 'Partner-to-partner work',
    'outcome-pricing': 'Outcome-based pricing',
  },
  zh: {
    'executive-positioning': '高层定位',
    'wider-portfolio': '扩大服务组合',
    marketplace: 'AWS Marketplace',
    'partner-managers': '合作伙伴经理',
    'partner-to-partner': '伙伴间合作',
    'outcome-pricing': '按成效定价',
  },
});

export const strategyStateWords = defineWords<StrategyState>({
  en: { 'not-started': 'Not started', 'under-way': 'Under way', done: 'Done' },
  zh: { 'not-started': '未开始', 'under-way': '进行中', done: '已完成' },
});

/** The gate of the Premier tier (rules 9.4). */
export const premierWords = defineWords({
  en: {
    heading: 'Premier tier: the gate of specializations',
    held: 'Held',
    ready: 'Ready, not held',
    missing: 'Missing',
    met: 'The gate is met: {count, number} held, {asked, number} asked.',
    short:
      '{missing, plural, one {# more specialization is} other {# more specializations are}} to be held: {count, number} of {asked, number}.',
    oneOf: 'One of {names} must be among those held, and none is.',
    names: 'Held: {names}',
    could: '{count, number} could be won with what is ready: {names}',
    source: 'Tier guide of the Services Path, 2024; not verified since.',
  },
  zh: {
    heading: 'Premier 层级：专业认证门槛',
    held: '已持有',
    ready: '就绪但未持有',
    missing: '尚缺',
    met: '已达到门槛：持有 {count, number} 项，要求 {asked, number} 项。',
    short: '还需持有 {missing, number} 项：现为 {count, number}/{asked, number}。',
    oneOf: '所持专业认证中须有以下之一，目前没有：{names}',
    names: '已持有：{names}',
    could: '以现有就绪状态可争取 {count, number} 项：{names}',
    source: '服务路径层级指南（2024），此后未再核实。',
  },
});

/** What services AWS sold brings with it (rules 9.1): always "up to", always with its source. `one` is one unit of the currency. */
export const multiplierWords = defineWords({
  en: {
    heading: 'Services revenue',
    estimate: 'Up to {amount} of services revenue',
    estimateOn: 'on {revenue} of AWS sold in twelve months: {class} partners earn up to {multiplier} for each 1 sold.',
    rate: 'Up to {multiplier} of services revenue for each 1 of AWS sold',
    rateOn: 'as a {class} partner. No AWS revenue is entered, so no amount is estimated.',
    none: 'No class and no estimate: no category has an active practice.',
    own: 'The class is our own reading, since the study names no rule: {count, number} of {all, number} categories have an active practice.',
    hand: 'The class was set by hand.',
    next: 'The next class is {class}, with up to {multiplier} for each 1 sold{amount, select, _ {} other {, up to {amount}}}.',
    nextBy: '{count, plural, one {# more category} other {# more categories}} with an active practice would reach it, as we read it.',
    source: 'Source: Omdia, AWS Partner Ecosystem Multiplier, 2025.',
  },
  zh: {
    heading: '服务收入',
    estimate: '服务收入最高 {amount}',
    estimateOn: '依据 12 个月内 {revenue} 的 AWS 销售额：{class}合作伙伴每售出 1，服务收入最高 {multiplier}。',
    rate: '每售出 1 的 AWS，服务收入最高 {multiplier}',
    rateOn: '按{class}合作伙伴计。尚未录入 AWS 销售额，因此不估算金额。',
    none: '没有分级，也不作估算：尚无类别有在开展的业务。',
    own: '分级为我方自行判断，该研究未给出规则：{all, number} 个类别中有 {count, number} 个在开展业务。',
    hand: '分级由人工设定。',
    next: '下一级为{class}，每售出 1 最高 {multiplier}{amount, select, _ {} other {，最高 {amount}}}。',
    nextBy: '按我方判断，再有 {count, number} 个类别开展业务即可达到。',
    source: '来源：Omdia《AWS Partner Ecosystem Multiplier》，2025 年。',
  },
});

export const valueWords = defineWords({
  en: {
    heading: 'Business value',
    strategies: 'Six strategies',
    strategy: 'Strategy',
    state: 'State',
    owner: 'Owner',
    note: 'Note',
    context: 'What other partners do',
    ai: '82 % of partners deliver some AI services.',
    marketplace: '64 % use AWS Marketplace.',
    growth: 'Of the six categories, manage and build grow fastest.',
    china: 'The AWS China regions.',
    chinaNote:
      'Beijing is operated by Sinnet, Ningxia by NWCD. Programme terms, incentives and the reach of AWS Marketplace may differ there, and some services may come later or not at all.',
  },
  zh: {
    heading: '业务价值',
    strategies: '六项策略',
    strategy: '策略',
    state: '状态',
    owner: '负责人',
    note: '备注',
    context: '其他合作伙伴的情况',
    ai: '82% 的合作伙伴提供某种 AI 服务。',
    marketplace: '64% 使用 AWS Marketplace。',
    growth: '六个类别中，管理和构建增长最快。',
    china: 'AWS 中国区域。',
    chinaNote:
      '北京区域由光环新网运营，宁夏区域由西云数据运营。当地的计划条款、激励和 AWS Marketplace 的覆盖范围可能不同，部分服务可能较晚推出或不提供。',
  },
});
