import { defineWords } from '../platform/words';

/** What a day of the calendar brings; a key for each `what` of the contract. */
export const entryKindWords = defineWords(
  {
    loss: 'Loss of readiness',
    expiry: 'A study stops counting',
    'start-by': 'Start by',
    'consent-end': 'Consent ends',
    'applications-close': 'Applications close',
    'programme-end': 'Programme ends',
    renewal: 'Renewal due',
  },
  {
    loss: '失去就绪',
    expiry: '案例到期',
    'start-by': '最晚开始日',
    'consent-end': '客户授权到期',
    'applications-close': '停止受理申请',
    'programme-end': '计划终止',
    renewal: '需要续期',
  },
);

export const calendarWords = defineWords(
  {
    what: 'Shows',
    owner: 'Owner',
    me: 'me ({name})',
    loading: 'Calendar',
    nothing: 'Nothing by itself',
    count: '{count, plural, one {# day that matters} other {# days that matter}}',
    dayLabel: '{day}: {things}',
    more: '{count, plural, one {Show # more} other {Show # more}}',
    loss: '{name} stops being ready',
    expiry: '{name} stops counting',
    'start-by': 'Start by this day to keep {name}',
    'consent-end': 'Consent of {name} ends',
    'applications-close': '{name} takes no more applications',
    'programme-end': '{name} ends',
    renewal: '{name} is due for renewal',
    glue: '; ',
  },
  {
    what: '显示',
    owner: '负责人',
    me: '我（{name}）',
    loading: '日历',
    nothing: '没有自行发生的变化',
    count: '{count} 个重要日期',
    dayLabel: '{day}：{things}',
    more: '再显示 {count} 项',
    loss: '{name}不再就绪',
    expiry: '{name}到期',
    'start-by': '要保住{name}，最晚此日开始',
    'consent-end': '{name}的授权到期',
    'applications-close': '{name}停止受理申请',
    'programme-end': '{name}终止',
    renewal: '{name}需要续期',
    glue: '；',
  },
);
