import type { AlertRow, CustomerRow, SpecializationRow, StudyRow } from '@caseboard/contracts';
import {
  alertKindWords,
  alertStateWords,
  fallSentence,
  specializationName,
  swapCostSentences,
  wayOutSentence,
  type Language,
} from '@caseboard/wording';
import { format } from '../../platform/words.js';
import { formatWords, kindWords, relationWords, stageWords, statusWords, visibilityWords, wordOfValue } from '../tables/words.js';

/** A column of an exported list, in the words of the import where it has them. */
export interface ListColumn<R> {
  readonly key: string;
  readonly en: string;
  readonly zh: string;
  readonly shape?: 'day' | 'count';
  readonly write: (row: R, language: Language) => string;
}

export const studyListColumns: readonly ListColumn<StudyRow>[] = [
  { key: 'id', en: 'Study ID', zh: '案例编号', write: ({ id }) => id },
  { key: 'title', en: 'Title', zh: '标题', write: ({ title }) => title },
  { key: 'summary', en: 'Short description', zh: '简短描述', write: ({ summary }) => summary },
  { key: 'customer', en: 'Customer', zh: '客户', write: ({ customerName }) => customerName ?? '' },
  { key: 'status', en: 'Status', zh: '状态', write: ({ status }, language) => wordOfValue(statusWords, status, language) },
  {
    key: 'visibility',
    en: 'Visibility',
    zh: '可见性',
    write: ({ visibility }, language) => wordOfValue(visibilityWords, visibility, language),
  },
  { key: 'format', en: 'Format', zh: '形式', write: ({ format }, language) => wordOfValue(formatWords, format, language) },
  { key: 'stage', en: 'Stage', zh: '阶段', write: ({ stage }, language) => wordOfValue(stageWords, stage, language) },
  { key: 'deployedOn', en: 'Deployed on', zh: '上线日期', shape: 'day', write: ({ deployedOn }) => deployedOn ?? '' },
  { key: 'expiresOn', en: 'Expires on', zh: '到期日期', shape: 'day', write: ({ expiresOn }) => expiresOn ?? '' },
  { key: 'owner', en: 'Owner', zh: '负责人', write: ({ owner }) => owner ?? '' },
  { key: 'industry', en: 'Industry', zh: '行业', write: ({ industry }) => industry ?? '' },
  { key: 'services', en: 'AWS services', zh: 'AWS 服务', write: ({ services }) => services.join('; ') },
  { key: 'specializations', en: 'Specializations', zh: '专业认证', write: ({ specializations }) => specializations.join('; ') },
  { key: 'supports', en: 'Supports', zh: '支持数', shape: 'count', write: ({ supports }) => String(supports) },
  { key: 'blocked', en: 'Blocked', zh: '受阻数', shape: 'count', write: ({ blocked }) => String(blocked) },
  { key: 'updatedAt', en: 'Changed', zh: '更新时间', write: ({ updatedAt }) => updatedAt },
];

export const customerListColumns: readonly ListColumn<CustomerRow>[] = [
  { key: 'id', en: 'Customer ID', zh: '客户编号', write: ({ id }) => id },
  { key: 'legalName', en: 'Legal name', zh: '法定名称', write: ({ legalName }) => legalName },
  { key: 'kind', en: 'Kind', zh: '类型', write: ({ kind }, language) => wordOfValue(kindWords, kind, language) },
  { key: 'partOf', en: 'Part of', zh: '隶属', write: ({ partOfName }) => partOfName ?? '' },
  { key: 'legalEntity', en: 'Legal entity', zh: '所属法人', write: ({ legalEntity }) => legalEntity?.name ?? '' },
  { key: 'country', en: 'Country', zh: '国家', write: ({ country }) => country ?? '' },
  { key: 'relation', en: 'Relation', zh: '关系', write: ({ relation }, language) => wordOfValue(relationWords, relation, language) },
  { key: 'industry', en: 'Industry', zh: '行业', write: ({ industry }) => industry ?? '' },
  { key: 'units', en: 'Units', zh: '分支数', shape: 'count', write: ({ units }) => String(units) },
  {
    key: 'studies',
    en: 'Studies',
    zh: '案例数',
    shape: 'count',
    write: ({ studies: { active, draft, retired } }) => String(active + draft + retired),
  },
  { key: 'activeStudy', en: 'Active study', zh: '有效案例', write: ({ activeStudy }) => activeStudy?.title ?? '' },
  { key: 'updatedAt', en: 'Changed', zh: '更新时间', write: ({ updatedAt }) => updatedAt },
];

const yes: { readonly [L in Language]: string } = { en: 'yes', zh: '是' };

export const specializationListColumns: readonly ListColumn<SpecializationRow>[] = [
  { key: 'code', en: 'Code', zh: '代码', write: ({ code }) => code },
  { key: 'name', en: 'Specialization', zh: '专业认证', write: ({ name }) => name },
  { key: 'programme', en: 'Programme', zh: '计划', write: ({ programme }) => programme ?? '' },
  { key: 'studies', en: 'Studies asked', zh: '要求案例数', shape: 'count', write: ({ requires }) => String(requires.studies) },
  { key: 'public', en: 'Public ones asked', zh: '要求公开案例数', shape: 'count', write: ({ requires }) => String(requires.public) },
  {
    key: 'freshnessMonths',
    en: 'Fresh for months',
    zh: '时效（月）',
    shape: 'count',
    write: ({ requires }) => String(requires.freshnessMonths ?? ''),
  },
  {
    key: 'services',
    en: 'Services asked',
    zh: '要求服务',
    write: ({ requires }) => requires.services.map((group) => group.join(' / ')).join('; '),
  },
  { key: 'assumed', en: 'Assumed figures', zh: '假定数值', shape: 'count', write: ({ assumed }) => String(assumed) },
  { key: 'linked', en: 'Linked studies', zh: '关联案例', shape: 'count', write: ({ linked }) => String(linked) },
  { key: 'target', en: 'Target', zh: '目标', write: ({ target }, language) => (target ? yes[language] : '') },
  { key: 'held', en: 'Held', zh: '已持有', write: ({ held }, language) => (held ? yes[language] : '') },
  {
    key: 'newApplicationsUntil',
    en: 'New applications until',
    zh: '申请截止',
    shape: 'day',
    write: ({ lifecycle }) => lifecycle.newApplicationsUntil ?? '',
  },
  { key: 'endsOn', en: 'Ends on', zh: '终止日期', shape: 'day', write: ({ lifecycle }) => lifecycle.endsOn ?? '' },
];

export const alertListColumns: readonly ListColumn<AlertRow>[] = [
  { key: 'kind', en: 'Alert', zh: '提醒', write: ({ kind }, language) => alertKindWords[language][kind] },
  { key: 'subject', en: 'About', zh: '对象', write: ({ subject }) => subject.title || subject.id },
  { key: 'customer', en: 'Customer', zh: '客户', write: ({ subject }) => subject.customer ?? '' },
  { key: 'day', en: 'Day', zh: '日期', shape: 'day', write: ({ day }) => day },
  { key: 'step', en: 'Days before', zh: '提前天数', shape: 'count', write: ({ step }) => String(step) },
  { key: 'state', en: 'State', zh: '状态', write: ({ state }, language) => alertStateWords[language][state] },
  {
    key: 'stops',
    en: 'Stops being ready',
    zh: '不再就绪',
    write: ({ consequence: { falls } }) =>
      falls
        .filter(({ stopsBeingReady }) => stopsBeingReady)
        .map(({ name }) => specializationName(name))
        .join('; '),
  },
  {
    key: 'falls',
    en: 'What it costs',
    zh: '影响',
    write: ({ consequence: { falls } }, language) => falls.map((fall) => fallSentence(fall, language, format)).join('; '),
  },
  {
    key: 'way',
    en: 'Way out',
    zh: '解决办法',
    write: ({ consequence: { way } }, language) =>
      way ? [wayOutSentence(way.wayOut, way.name, language, format), ...swapCostSentences(way.wayOut, language, format)].join(' ') : '',
  },
  { key: 'owner', en: 'Owner', zh: '负责人', write: ({ owner }) => owner ?? '' },
  { key: 'snoozedUntil', en: 'Snoozed until', zh: '推迟至', shape: 'day', write: ({ snoozedUntil }) => snoozedUntil ?? '' },
  { key: 'madeAt', en: 'Since', zh: '产生时间', write: ({ madeAt }) => madeAt },
  { key: 'sentAt', en: 'Told', zh: '通知时间', write: ({ sentAt }) => sentAt ?? '' },
];
