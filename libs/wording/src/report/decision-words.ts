import type { Decision } from '@caseboard/domain';
import { defineWords } from '../language.js';

/** What to do, said first. `study` is its customer, or what it is called. */
export const decisionWords = defineWords<Decision['wayOut']>({
  en: {
    'activate-draft': 'Activate the draft about {study}, for {name}.',
    'close-gaps': 'Close {gaps, plural, one {# gap} other {# gaps}} in the study of {study}, for {name}.',
    'correct-url': 'Correct the public address of the study of {study}, for {name}.',
    link: 'Link the study of {study} to {name}.',
    'new-study': 'Win a new customer’s study, for {name}.',
  },
  zh: {
    'activate-draft': '为“{name}”启用“{study}”的草稿。',
    'close-gaps': '为“{name}”补齐“{study}”案例的 {gaps, number} 处缺项。',
    'correct-url': '为“{name}”更正“{study}”案例的公开网址。',
    link: '将“{study}”的案例关联到“{name}”。',
    'new-study': '为“{name}”取得一个新客户的案例。',
  },
});

export const decisionReasonWords = defineWords({
  en: {
    lost: 'It has not been ready since {day}.',
    'will-be-lost': 'It stops being ready on {day}.',
    short: 'It is short of what its submission on {day} needs.',
    now: 'It is not ready.',
    replaces: 'It takes the place of the active study of the same legal entity.',
    also: 'This also helps {names}.',
    costs: 'Done today, it costs {name} on {day}.',
  },
  zh: {
    lost: '自 {day}起不再就绪。',
    'will-be-lost': '将于 {day}不再就绪。',
    short: '尚不足以在 {day}提交。',
    now: '尚未就绪。',
    replaces: '它将取代同一法人已启用的案例。',
    also: '同时有助于：{names}。',
    costs: '今天完成将使“{name}”自 {day}起不再就绪。',
  },
});

export const decisionTableWords = defineWords({
  en: {
    heading: 'To decide',
    action: 'Action',
    owner: 'Owner',
    effort: 'Effort',
    startBy: 'Start by',
    gain: 'Gives',
    none: 'Nothing needs a decision.',
    through: 'Ready through {day}',
    open: 'Ready, with no end in sight',
    partly: 'One step: not enough alone',
    by: 'Start by {day}',
    points: 'Effort {points, number}',
    late: 'At once; was {day}',
    nobody: 'Not assigned',
  },
  zh: {
    heading: '待决定',
    action: '行动',
    owner: '负责人',
    effort: '工作量',
    startBy: '最迟开始',
    gain: '效果',
    none: '没有需要决定的事项。',
    through: '就绪至 {day}',
    open: '就绪，没有到期日',
    partly: '只是其中一步',
    by: '最迟 {day}开始',
    points: '工作量 {points, number}',
    late: '立即；原为 {day}',
    nobody: '未指定',
  },
});
