import type { Customer, Partner, SectionName, Study } from '@caseboard/domain';
import { defineWords, type Language } from './language.js';

/** The five sections, in the words of the programme and of the spreadsheet's headings. */
export const sectionWords = defineWords<SectionName>({
  en: {
    aboutCustomer: 'About the customer',
    challenge: 'Customer challenge',
    solution: 'Partner solution',
    results: 'Results and benefits',
    aboutPartner: 'About the partner',
  },
  zh: {
    aboutCustomer: '关于客户',
    challenge: '客户挑战',
    solution: '合作伙伴解决方案',
    results: '结果和效益',
    aboutPartner: '关于合作伙伴',
  },
});

/** How many paragraphs each section should have (rules 3.4). */
export const sectionLengthWords = defineWords<SectionName>({
  en: {
    aboutCustomer: '1 paragraph',
    challenge: '1 to 3 paragraphs',
    solution: '2 to 6 paragraphs',
    results: '1 to 3 paragraphs',
    aboutPartner: '1 paragraph',
  },
  zh: {
    aboutCustomer: '1 段',
    challenge: '1 至 3 段',
    solution: '2 至 6 段',
    results: '1 至 3 段',
    aboutPartner: '1 段',
  },
});

/** Every field of a study, and the fields inside its lists. */
export const studyFieldWords = defineWords<
  | keyof Study
  | 'usage'
  | 'statement'
  | 'value'
  | 'unit'
  | 'before'
  | 'during'
  | 'after'
  | 'state'
  | 'until'
  | 'specialization'
  | 'relevance'
  | 'category'
  | 'history'
  | 'on'
>({
  en: {
    id: 'Study ID',
    customer: 'Customer',
    status: 'Status',
    title: 'Title',
    summary: 'Short description',
    visibility: 'Visibility',
    format: 'Format',
    url: 'URL',
    urlState: 'Page check',
    anonymousDescription: 'Anonymous description',
    stage: 'Stage',
    startedOn: 'Started on',
    deployedOn: 'Deployed on',
    endedOn: 'Ended on',
    offeredExternally: 'Offered to outside customers too',
    sections: 'Sections',
    services: 'AWS services',
    usage: 'How it is used',
    outcomes: 'Outcomes',
    statement: 'Statement',
    value: 'Value',
    unit: 'Unit',
    support: 'Support',
    before: 'Support before',
    during: 'Support during',
    after: 'Support after',
    diagrams: 'Architecture diagrams',
    consent: 'Consent',
    state: 'State',
    until: 'Until',
    applications: 'Applications',
    specialization: 'Specialization',
    relevance: 'Relevance',
    category: 'Category',
    history: 'What became of it',
    on: 'Day',
    owner: 'Owner',
  },
  zh: {
    id: '案例编号',
    customer: '客户',
    status: '状态',
    title: '标题',
    summary: '简短描述',
    visibility: '可见性',
    format: '形式',
    url: '案例研究 URL',
    urlState: '页面检查',
    anonymousDescription: '匿名描述',
    stage: '阶段',
    startedOn: '开始日期',
    deployedOn: '上线日期',
    endedOn: '结束日期',
    offeredExternally: '是否也提供给外部客户',
    sections: '正文',
    services: 'AWS 服务',
    usage: '用途',
    outcomes: '成效指标',
    statement: '说明',
    value: '数值',
    unit: '单位',
    support: '支持',
    before: '迁移前支持',
    during: '实施期间支持',
    after: '迁移后支持',
    diagrams: '架构图',
    consent: '客户授权',
    state: '状态',
    until: '截止',
    applications: '申请',
    specialization: '专业认证',
    relevance: '相关性',
    category: '类别',
    history: '处理结果',
    on: '日期',
    owner: '负责人',
  },
});

/** Every field of the partner, and those of its targets. */
export const partnerFieldWords = defineWords<keyof Partner | 'weight' | 'submitOn'>({
  en: {
    legalName: 'Legal name',
    timeZone: 'Time zone',
    heldSpecializations: 'Held specializations',
    targets: 'Targets',
    weight: 'weight',
    submitOn: 'submission',
  },
  zh: {
    legalName: '法定名称',
    timeZone: '时区',
    heldSpecializations: '已持有的专业认证',
    targets: '目标',
    weight: '权重',
    submitOn: '提交',
  },
});

/** Every field of a customer. */
export const customerFieldWords = defineWords<keyof Customer | 'scheme' | 'number'>({
  en: {
    id: 'Customer ID',
    legalName: 'Legal name',
    aliases: 'Aliases',
    notNames: 'Words that are not its name',
    kind: 'Kind',
    partOf: 'Part of',
    country: 'Country',
    registrations: 'Registration',
    scheme: 'Scheme',
    number: 'Number',
    relation: 'Relation',
    industry: 'Industry',
  },
  zh: {
    id: '客户编号',
    legalName: '法定名称',
    aliases: '别名',
    notNames: '不视为名称的词',
    kind: '类型',
    partOf: '隶属',
    country: '国家',
    registrations: '登记号',
    scheme: '登记类别',
    number: '号码',
    relation: '关系',
    industry: '行业',
  },
});

/** What a specialization asks, figure by figure. */
export const requirementFigureWords = defineWords({
  en: {
    studies: 'Studies',
    public: 'Public studies',
    freshnessMonths: 'Freshness in months',
    services: 'Services asked',
    categories: 'Categories',
    categoryPerStudy: 'A category for each study',
    categoriesCovered: 'Categories to cover',
    supportServices: 'Support told',
    diagram: 'Architecture diagram',
    unusedStudies: 'Studies not used before',
  },
  zh: {
    studies: '案例数',
    public: '公开案例数',
    freshnessMonths: '时效（月）',
    services: '要求的服务',
    categories: '类别',
    categoryPerStudy: '每个案例须选类别',
    categoriesCovered: '须覆盖的类别数',
    supportServices: '须说明支持',
    diagram: '架构图',
    unusedStudies: '须为未曾使用的案例',
  },
});

const paragraphWords: { readonly [L in Language]: (number: number) => string } = {
  en: (number) => `paragraph ${number}`,
  zh: (number) => `第 ${number} 段`,
};
const entryWords: { readonly [L in Language]: (number: number) => string } = {
  en: (number) => `entry ${number}`,
  zh: (number) => `第 ${number} 项`,
};
const glue: { readonly [L in Language]: string } = { en: ', ', zh: '，' };

/**
 * The place of a fault or a change as a person names it: `sections.solution[1]` is "Partner solution, paragraph 2".
 * What stands before the record (`studies[3].`) is left out, and a key that no table knows stays as it is.
 */
export function placeWords(path: string, language: Language, record: 'study' | 'customer' = 'study'): string {
  const steps = path.replace(/^(?:studies|customers|specializations)\[\d+\]\.?/, '').match(/[^.[\]]+/g) ?? [];
  const inText = steps[0] === 'sections';
  const named = inText && steps.length > 1 ? steps.slice(1) : steps;
  return named
    .map((step) =>
      /^\d+$/.test(step) ? (inText ? paragraphWords : entryWords)[language](Number(step) + 1) : keyWords(step, language, record),
    )
    .join(glue[language]);
}

function keyWords(key: string, language: Language, record: 'study' | 'customer'): string {
  const tables: readonly Readonly<Record<string, string>>[] =
    record === 'study' ? [sectionWords[language], studyFieldWords[language]] : [customerFieldWords[language]];
  return tables.find((words) => Object.hasOwn(words, key))?.[key] ?? key;
}
