import type { AlertKind, AlertState } from '@caseboard/domain';
import { defineWords } from './language.js';

/** Of which days people are warned. */
export const alertKindWords = defineWords<AlertKind>({
  en: {
    'study-expiry': 'Study stops counting',
    'consent-end': 'Consent ends',
    'applications-close': 'Applications close',
    'programme-end': 'Programme ends',
    renewal: 'Renewal due',
  },
  zh: {
    'study-expiry': '案例到期',
    'consent-end': '客户授权到期',
    'applications-close': '停止受理申请',
    'programme-end': '计划终止',
    renewal: '需要续期',
  },
});

/** The same of a day that is over. */
export const pastAlertKindWords = defineWords<AlertKind>({
  en: {
    'study-expiry': 'Study stopped counting',
    'consent-end': 'Consent ended',
    'applications-close': 'Applications closed',
    'programme-end': 'Programme ended',
    renewal: 'Renewal was due',
  },
  zh: {
    'study-expiry': '案例已到期',
    'consent-end': '客户授权已到期',
    'applications-close': '已停止受理申请',
    'programme-end': '计划已终止',
    renewal: '已过续期日',
  },
});

/** What each kind of day is, beside the choice of kinds. */
export const alertKindMeanings = defineWords<AlertKind>({
  en: {
    'study-expiry': 'The first day on which an active study is too old for a specialization',
    'consent-end': 'The first day without the customer’s consent, of a published study',
    'applications-close': 'The first day on which a target takes no new applications',
    'programme-end': 'The day on which a target or a held specialization ends',
    renewal: 'The renewal day of a held specialization, from the settings',
  },
  zh: {
    'study-expiry': '已启用的案例超过某项专业认证时效要求的首日',
    'consent-end': '已公开发布的案例失去客户授权的首日',
    'applications-close': '目标专业认证不再受理新申请的首日',
    'programme-end': '目标或所持专业认证终止之日',
    renewal: '所持专业认证的续期日，取自设置',
  },
});

export const alertStateWords = defineWords<AlertState>({
  en: {
    due: 'Due',
    sent: 'Told',
    'passed-over': 'Passed over',
    snoozed: 'Snoozed',
    acknowledged: 'Acknowledged',
    withdrawn: 'Withdrawn',
    failed: 'Mail failed',
  },
  zh: {
    due: '待通知',
    sent: '已通知',
    'passed-over': '已跳过',
    snoozed: '已推迟',
    acknowledged: '已确认',
    withdrawn: '已撤回',
    failed: '邮件未送达',
  },
});

/** A step of the ladder: so many days before the day. */
export const alertStepWords = defineWords({
  en: { before: '{days, plural, =0 {On the day} one {# day before} other {# days before}}' },
  zh: { before: '{days, plural, =0 {当天} other {提前 # 天}}' },
});

/** What can happen to an alert. */
export type AlertEventCode = keyof (typeof alertEventWords)['en'];

/**
 * The history of an alert, an ICU message each. `who` and `to` are names of people, `until` a written day, `reason` the
 * person's own words, `error` what the mail server said.
 */
export const alertEventWords = defineWords({
  en: {
    due: 'It fell due',
    'passed-over': 'A more urgent step was due, so this one is not sent',
    'too-late': 'The study came in long after this day, so nobody is told',
    nobody: 'Nobody concerned takes mail, so it stands in the product only',
    sent: '{who, select, _ {The mail went out} other {The mail to {who} went out}}',
    failed: '{who, select, _ {The mail} other {The mail to {who}}} could not be sent{error, select, _ {} other {: {error}}}',
    kept: '{who, select, _ {The mail was kept here} other {The mail to {who} was kept here}}, since no mail server is set up',
    'given-up': '{who, select, _ {The mail was given up} other {{who} gave the mail up}}',
    'sent-again': '{who, select, _ {The mail was put up to be sent again} other {{who} had the mail sent again}}',
    snoozed:
      '{who, select, _ {It was snoozed} other {{who} snoozed it}}{until, select, _ {} other { until {until}}}{reason, select, _ {} other {: “{reason}”}}',
    'snooze-over': 'The snooze is over',
    'snooze-broken': 'It costs a readiness, so the snooze does not hold it',
    acknowledged: '{who, select, _ {It was acknowledged} other {{who} acknowledged it}}',
    'handed-over': '{who, select, _ {The study was handed over} other {{who} handed the study over}}{to, select, _ {} other { to {to}}}',
    'managers-called': 'Nobody acknowledged the step before, so the managers are told too',
    withdrawn: 'The day no longer holds: withdrawn',
    'left-ladder': 'Its step was taken out of the ladder: withdrawn',
    revived: 'The day holds again',
  },
  zh: {
    due: '已到提醒时间',
    'passed-over': '有更紧急的一步到期，因此不再发送',
    'too-late': '案例在该日期之后很久才录入，因此不通知任何人',
    nobody: '相关成员均不接收邮件，因此仅在产品中显示',
    sent: '{who, select, _ {邮件已发出} other {发给“{who}”的邮件已发出}}',
    failed: '{who, select, _ {邮件} other {发给“{who}”的邮件}}未能发出{error, select, _ {} other {：{error}}}',
    kept: '{who, select, _ {邮件} other {发给“{who}”的邮件}}仅保存在此，因为尚未设置邮件服务器',
    'given-up': '{who, select, _ {邮件已放弃发送} other {“{who}”已放弃发送该邮件}}',
    'sent-again': '{who, select, _ {邮件将再次发送} other {“{who}”要求再次发送该邮件}}',
    snoozed:
      '{who, select, _ {已推迟} other {“{who}”已将其推迟}}{until, select, _ {} other {到 {until}}}{reason, select, _ {} other {：“{reason}”}}',
    'snooze-over': '推迟期已过',
    'snooze-broken': '将导致失去就绪，因此不再推迟',
    acknowledged: '{who, select, _ {已确认} other {“{who}”已确认}}',
    'handed-over': '{who, select, _ {案例已移交} other {“{who}”已将案例移交}}{to, select, _ {} other {给“{to}”}}',
    'managers-called': '上一步无人确认，因此同时通知经理',
    withdrawn: '该日期已不成立，已撤回',
    'left-ladder': '该步已从提醒时间表中移除，已撤回',
    revived: '该日期重新成立',
  },
});
