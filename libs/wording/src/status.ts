import type {
  ApplicationState,
  ConsentState,
  CustomerKind,
  Relation,
  Stage,
  StudyFormat,
  StudyStatus,
  UrlState,
  Visibility,
} from '@caseboard/domain';
import { defineWords } from './language.js';

/** The status vocabulary of the product (DESIGN.md): circles speak of specializations, squares of studies, marks of checks. */
export const readinessWords = defineWords({
  en: { ready: 'Ready', 'at-risk': 'At risk', 'not-ready': 'Not ready' },
  zh: { ready: '就绪', 'at-risk': '有风险', 'not-ready': '未就绪' },
});

/** What each status means; `days` is the warning window. */
export const readinessMeanings = defineWords({
  en: {
    ready: 'Enough studies, and for {days, plural, one {# day} other {# days}} or more',
    'at-risk': 'Ready, but lost within {days, plural, one {# day} other {# days}}',
    'not-ready': 'Short of studies, public ones or categories',
  },
  zh: {
    ready: '案例足够，且可保持 {days, number} 天以上',
    'at-risk': '已就绪，但将在 {days, number} 天内失去',
    'not-ready': '缺少案例、公开案例或类别',
  },
});

/** How a study stands to a specialization. */
export const cellWords = defineWords({
  en: {
    counts: 'Counts',
    'expires-soon': 'Counts, expires soon',
    blocked: 'Blocked',
    expired: 'Expired',
    'would-count': 'Would count',
    'would-be-blocked': 'Draft with gaps',
    'could-support': 'Could support',
    none: 'Not linked',
  },
  zh: {
    counts: '有效',
    'expires-soon': '即将到期',
    blocked: '受阻',
    expired: '已过期',
    'would-count': '启用后有效',
    'would-be-blocked': '草稿，有缺项',
    'could-support': '可支持',
    none: '未关联',
  },
});

/** What each of them means; `gaps` counts blocking findings that are not met, `days` is the warning window. */
export const cellMeanings = defineWords({
  en: {
    counts: 'Active, and every blocking check is met',
    'expires-soon': 'Counts for {days, plural, one {# more day} other {# days}} or less',
    blocked: '{gaps, plural, one {# gap stands in the way} other {# gaps stand in the way}}',
    expired: 'Older than the freshness asked',
    'would-count': 'A draft that meets everything: it counts once it is active',
    'would-be-blocked': 'A draft with {gaps, plural, one {# gap} other {# gaps}}',
    'could-support': 'It fits, and is not linked yet',
    none: 'No application links the two',
  },
  zh: {
    counts: '已启用，且满足全部必要检查',
    'expires-soon': '仍有效，剩余不超过 {days, number} 天',
    blocked: '有 {gaps, number} 处缺项',
    expired: '已超过要求的时效',
    'would-count': '草稿已满足全部要求，启用后即有效',
    'would-be-blocked': '草稿，有 {gaps, number} 处缺项',
    'could-support': '适合，但尚未关联',
    none: '两者之间没有申请',
  },
});

/** Outcomes of a check, and `advice` for one that never blocks. */
export const checkWords = defineWords({
  en: { met: 'Met', unmet: 'Unmet', unanswered: 'Unanswered', advice: 'Advice' },
  zh: { met: '已满足', unmet: '不满足', unanswered: '待填写', advice: '建议' },
});

/** The life cycle of a study: no judgement, and never the words for what counts. */
export const lifeCycleWords = defineWords<StudyStatus>({
  en: { draft: 'Draft', active: 'Active', retired: 'Retired' },
  zh: { draft: '草稿', active: '已启用', retired: '已停用' },
});

/** What moves a study through its life cycle. */
export const lifeCycleActions = defineWords({
  en: { activate: 'Activate', retire: 'Retire', draft: 'Make it a draft again', replace: 'Replace and activate' },
  zh: { activate: '启用', retire: '停用', draft: '恢复为草稿', replace: '替换并启用' },
});

export const visibilityWords = defineWords<Visibility>({
  en: { public: 'Public', anonymous: 'Anonymous', private: 'Private' },
  zh: { public: '公开', anonymous: '匿名', private: '私有' },
});

export const visibilityMeanings = defineWords<Visibility>({
  en: {
    public: 'Published, the customer named',
    anonymous: 'Published, the customer not named',
    private: 'Not published; AWS reads it with the application',
  },
  zh: {
    public: '公开发布，写明客户名称',
    anonymous: '公开发布，不透露客户名称',
    private: '不公开，仅随申请提交给 AWS',
  },
});

export const stageWords = defineWords<Stage>({
  en: { production: 'Production', pilot: 'Pilot', 'proof-of-concept': 'Proof of concept' },
  zh: { production: '生产', pilot: '试点', 'proof-of-concept': '概念验证' },
});

export const formatWords = defineWords<StudyFormat>({
  en: { 'case-study': 'Case study', 'white-paper': 'White paper', video: 'Video', 'blog-post': 'Blog post' },
  zh: { 'case-study': '案例研究', 'white-paper': '白皮书', video: '视频', 'blog-post': '博客' },
});

export const urlStateWords = defineWords<UrlState | 'unchecked'>({
  en: { ok: 'Opens', broken: 'Broken', unchecked: 'Never checked' },
  zh: { ok: '可打开', broken: '已失效', unchecked: '从未检查' },
});

export const consentWords = defineWords<ConsentState | 'unrecorded'>({
  en: { asked: 'Asked', granted: 'Granted', refused: 'Refused', withdrawn: 'Withdrawn', unrecorded: 'Not recorded' },
  zh: { asked: '已询问', granted: '已授权', refused: '已拒绝', withdrawn: '已撤回', unrecorded: '未记录' },
});

export const applicationWords = defineWords<ApplicationState | 'not-submitted'>({
  en: { submitted: 'Submitted', accepted: 'Accepted', declined: 'Declined', 'not-submitted': 'Not submitted' },
  zh: { submitted: '已提交', accepted: '已接受', declined: '已拒绝', 'not-submitted': '未提交' },
});

export const customerKindWords = defineWords<CustomerKind>({
  en: { 'legal-entity': 'Legal entity', unit: 'Unit' },
  zh: { 'legal-entity': '法人', unit: '分支' },
});

export const relationWords = defineWords<Relation>({
  en: { external: 'External', affiliate: 'Affiliate', internal: 'Internal' },
  zh: { external: '外部', affiliate: '关联', internal: '内部' },
});

export const registrationWords = defineWords<'lei' | 'duns' | 'uscc' | 'company-number'>({
  en: { lei: 'LEI', duns: 'D-U-N-S', uscc: 'Unified social credit code', 'company-number': 'Company number' },
  zh: { lei: 'LEI', duns: 'D-U-N-S', uscc: '统一社会信用代码', 'company-number': '公司注册号' },
});

export const programmeWords = defineWords({
  en: {
    competency: 'Competency',
    'service-delivery': 'Service Delivery',
    'service-ready': 'Service Ready',
    msp: 'MSP',
    other: 'Other programme',
  },
  zh: {
    competency: '能力认证',
    'service-delivery': '服务交付',
    'service-ready': '服务就绪',
    msp: '托管服务（MSP）',
    other: '其他计划',
  },
});

export const pathWords = defineWords({
  en: { services: 'Services path', software: 'Software path' },
  zh: { services: '服务路径', software: '软件路径' },
});

/** Where a figure of the catalog comes from. */
export const provenanceWords = defineWords({
  en: {
    read: 'Read in AWS’s checklist',
    assumed: 'Assumed',
    confirmed: 'Confirmed here',
    edited: 'Edited here',
    unsourced: 'In the catalog, no source named',
  },
  zh: {
    read: '读自 AWS 清单',
    assumed: '推定',
    confirmed: '已在此确认',
    edited: '已在此修改',
    unsourced: '目录所载，未注明来源',
  },
});
