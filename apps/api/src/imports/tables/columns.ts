import type { Customer, Study } from '@caseboard/domain';
import type { Language } from '@caseboard/wording';
import type { Cell } from '../files/table.js';
import {
  type CellContext,
  readAliases,
  readCount,
  readDay,
  readLink,
  readName,
  readOutcomes,
  readParagraphs,
  readReference,
  readRegistrations,
  readServices,
  readSpecializations,
  readText,
  readWord,
} from './cell-readers.js';
import { writeAliases, writeOutcomes, writeRegistrations, writeServices, writeSpecializations } from './cell-writers.js';
import {
  consentWords,
  formatWords,
  kindWords,
  relationWords,
  stageWords,
  statusWords,
  tight,
  visibilityWords,
  wordOfValue,
  type WordTable,
} from './words.js';

export type TableKind = 'customers' | 'studies' | 'applications';

/** Names of customers as cells write them: see `nameOrId`. */
export interface WriteContext {
  readonly language: Language;
  readonly customerName: (id: string) => string;
}

/**
 * One column of a table: the import reads it, the template heads it, the exports write it. `read` gives the value for
 * the record's `path`, or `undefined` where the cell leaves what is stored.
 */
export interface Column<R> {
  readonly key: string;
  readonly en: string;
  readonly zh: string;
  readonly path: string;
  readonly read: (cell: Cell, context: CellContext) => unknown;
  readonly write: (record: R, context: WriteContext) => string;
  /** How a workbook shows it; text where absent. */
  readonly shape?: 'day' | 'count';
}

/** A row of the sheet of applications. */
export interface ApplicationRow {
  readonly study: string;
  readonly specialization: string;
  readonly relevance: string;
  readonly category: string | null;
}

const studyColumns: readonly Column<Study>[] = [
  { key: 'id', en: 'Study ID', zh: '案例编号', path: 'id', read: readReference, write: ({ id }) => id },
  {
    key: 'customer',
    en: 'Customer',
    zh: '客户',
    path: 'customer',
    read: readReference,
    write: ({ customer }, { customerName }) => (customer === null ? '' : customerName(customer)),
  },
  words('status', 'Status', '状态', 'status', statusWords, ({ status }) => status),
  text('title', 'Title', '标题', 'title', ({ title }) => title),
  text('summary', 'Short description', '简短描述', 'summary', ({ summary }) => summary),
  words('visibility', 'Visibility', '可见性', 'visibility', visibilityWords, ({ visibility }) => visibility),
  optionalWords('format', 'Format', '形式', 'format', formatWords, ({ format }) => format),
  { key: 'url', en: 'URL', zh: '案例研究 URL', path: 'url', read: readLink, write: ({ url }) => url },
  text('anonymousDescription', 'Anonymous description', '匿名描述', 'anonymousDescription', (study) => study.anonymousDescription),
  optionalWords('stage', 'Stage', '阶段', 'stage', stageWords, ({ stage }) => stage),
  day('startedOn', 'Started on', '开始日期', 'startedOn', (study) => study.startedOn),
  day('deployedOn', 'Deployed on', '上线日期', 'deployedOn', (study) => study.deployedOn),
  day('endedOn', 'Ended on', '结束日期', 'endedOn', (study) => study.endedOn),
  section('aboutCustomer', 'About customer', '关于客户'),
  section('challenge', 'Customer challenge', '客户挑战'),
  section('solution', 'Partner solution', '合作伙伴解决方案'),
  section('results', 'Results and benefits', '结果和效益'),
  section('aboutPartner', 'About partner', '关于合作伙伴'),
  {
    key: 'services',
    en: 'AWS services',
    zh: 'AWS 服务',
    path: 'services',
    read: readServices,
    write: ({ services }) => writeServices(services),
  },
  {
    key: 'outcomes',
    en: 'Outcomes',
    zh: '成效指标',
    path: 'outcomes',
    read: readOutcomes,
    write: ({ outcomes }) => writeOutcomes(outcomes),
  },
  text('supportBefore', 'Support before', '迁移前支持', 'support.before', ({ support }) => support.before),
  text('supportDuring', 'Support during', '实施期间支持', 'support.during', ({ support }) => support.during),
  text('supportAfter', 'Support after', '迁移后支持', 'support.after', ({ support }) => support.after),
  {
    key: 'diagrams',
    en: 'Diagrams',
    zh: '架构图',
    path: 'diagrams',
    read: readCount,
    write: ({ diagrams }) => String(diagrams),
    shape: 'count',
  },
  optionalWords('consent', 'Consent', '客户授权', 'consent.state', consentWords, ({ consent }) => consent.state),
  day('consentUntil', 'Consent until', '授权截止', 'consent.until', ({ consent }) => consent.until),
  {
    key: 'specializations',
    en: 'Specializations',
    zh: '专业认证',
    path: 'applications',
    read: readSpecializations,
    write: ({ applications }) => writeSpecializations(applications),
  },
  { key: 'owner', en: 'Owner', zh: '负责人', path: 'owner', read: readName, write: ({ owner }) => owner ?? '' },
];

const customerColumns: readonly Column<Customer>[] = [
  { key: 'id', en: 'Customer ID', zh: '客户编号', path: 'id', read: readReference, write: ({ id }) => id },
  { key: 'legalName', en: 'Legal name', zh: '法定名称', path: 'legalName', read: readText, write: ({ legalName }) => legalName },
  words('kind', 'Kind', '类型', 'kind', kindWords, ({ kind }) => kind),
  {
    key: 'partOf',
    en: 'Part of',
    zh: '隶属',
    path: 'partOf',
    read: readReference,
    write: ({ partOf }, { customerName }) => (partOf === null ? '' : customerName(partOf)),
  },
  { key: 'country', en: 'Country', zh: '国家', path: 'country', read: readName, write: ({ country }) => country ?? '' },
  {
    key: 'registrations',
    en: 'Registration',
    zh: '登记号',
    path: 'registrations',
    read: readRegistrations,
    write: ({ registrations }) => writeRegistrations(registrations),
  },
  words('relation', 'Relation', '关系', 'relation', relationWords, ({ relation }) => relation),
  { key: 'industry', en: 'Industry', zh: '行业', path: 'industry', read: readName, write: ({ industry }) => industry ?? '' },
  { key: 'aliases', en: 'Aliases', zh: '别名', path: 'aliases', read: readAliases, write: ({ aliases }) => writeAliases(aliases) },
];

const applicationColumns: readonly Column<ApplicationRow>[] = [
  { key: 'study', en: 'Study ID', zh: '案例编号', path: 'study', read: readReference, write: ({ study }) => study },
  {
    key: 'specialization',
    en: 'Specialization',
    zh: '专业认证',
    path: 'specialization',
    read: readReference,
    write: ({ specialization }) => specialization,
  },
  text('relevance', 'Relevance', '相关性', 'relevance', ({ relevance }) => relevance),
  { key: 'category', en: 'Category', zh: '类别', path: 'category', read: readName, write: ({ category }) => category ?? '' },
];

/** Every column of every table, in the order in which exports write them. */
export const columns = { customers: customerColumns, studies: studyColumns, applications: applicationColumns } as const;

/** Sheets are told apart by these names; the first of a language is what exports write. */
export const sheetNames: { readonly [K in TableKind]: { readonly [L in Language]: readonly string[] } } = {
  customers: { en: ['Customers'], zh: ['客户'] },
  studies: { en: ['Studies'], zh: ['案例研究', '案例'] },
  applications: { en: ['Applications'], zh: ['专业认证申请', '申请'] },
};

/** The column that a heading names, whatever its case, width and spaces; `undefined` for an unknown one. */
export function columnOfHeading(kind: TableKind, heading: string): string | undefined {
  return headings[kind].get(tight(heading));
}

const headings: { readonly [K in TableKind]: ReadonlyMap<string, string> } = {
  customers: headingsOf(customerColumns),
  studies: headingsOf(studyColumns),
  applications: headingsOf(applicationColumns),
};

function headingsOf(list: readonly { key: string; en: string; zh: string }[]): Map<string, string> {
  return new Map(
    list.flatMap(
      ({ key, en, zh }) =>
        [
          [tight(en), key],
          [tight(zh), key],
        ] as const,
    ),
  );
}

function text<R>(key: string, en: string, zh: string, path: string, value: (record: R) => string): Column<R> {
  return { key, en, zh, path, read: readText, write: value };
}

function day<R>(key: string, en: string, zh: string, path: string, value: (record: R) => string | null): Column<R> {
  return { key, en, zh, path, read: readDay, write: (record) => value(record) ?? '', shape: 'day' };
}

function section(name: keyof Study['sections'], en: string, zh: string): Column<Study> {
  return { key: name, en, zh, path: `sections.${name}`, read: readParagraphs, write: ({ sections }) => sections[name].join('\n\n') };
}

/** A word that every record has: a blank cell leaves what is stored, or means the default of a new record. */
function words<R>(key: string, en: string, zh: string, path: string, table: WordTable<string>, value: (record: R) => string): Column<R> {
  return {
    key,
    en,
    zh,
    path,
    read: readWord(table, undefined),
    write: (record, { language }) => wordOfValue(table, value(record), language),
  };
}

/** A word that a record may lack: a blank cell takes it away. */
function optionalWords<R>(
  key: string,
  en: string,
  zh: string,
  path: string,
  table: WordTable<string>,
  value: (record: R) => string | null,
): Column<R> {
  return { key, en, zh, path, read: readWord(table, null), write: (record, { language }) => wordOfValue(table, value(record), language) };
}
