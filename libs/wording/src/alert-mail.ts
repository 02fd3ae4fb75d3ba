import { defineWords } from './language.js';

/** The kinds of mail that leave the product; `webhook` goes to a chat system. */
export const mailKindWords = defineWords({
  en: { digest: 'Digest', loss: 'Losses', report: 'Report', test: 'Test mail', webhook: 'Webhook' },
  zh: { digest: '汇总', loss: '失去就绪', report: '报告', test: '测试邮件', webhook: '网络钩子' },
});

export const mailStateWords = defineWords({
  en: {
    waiting: 'Waiting',
    sending: 'Being sent',
    sent: 'Sent',
    kept: 'Kept here',
    failed: 'Failed, tried again',
    'given-up': 'Given up',
    withdrawn: 'Withdrawn',
  },
  zh: {
    waiting: '待发送',
    sending: '正在发送',
    sent: '已发送',
    kept: '仅保存在此',
    failed: '未送达，将重试',
    'given-up': '已放弃',
    withdrawn: '已撤回',
  },
});

/** One alert in a subject: what happens, on which day. `subject` is the customer or the title, or the specialization. */
export const subjectWords = defineWords({
  en: {
    'study-expiry': '{subject} expires {day}',
    'study-expired': '{subject} expired {day}',
    'consent-end': 'Consent of {subject} ends {day}',
    'consent-ended': 'Consent of {subject} ended {day}',
    'applications-close': '{subject} takes no new applications from {day}',
    'applications-closed': '{subject} has taken no new applications since {day}',
    'programme-end': '{subject} ends {day}',
    'programme-ended': '{subject} ended {day}',
    renewal: '{subject} is to be renewed by {day}',
    'renewal-due': '{subject} was to be renewed by {day}',
  },
  zh: {
    'study-expiry': '{subject}：{day}到期',
    'study-expired': '{subject}：已于 {day}到期',
    'consent-end': '{subject}：客户授权将于 {day}到期',
    'consent-ended': '{subject}：客户授权已于 {day}到期',
    'applications-close': '{subject}：自 {day}起不再受理新申请',
    'applications-closed': '{subject}：已自 {day}起不再受理新申请',
    'programme-end': '{subject}：将于 {day}终止',
    'programme-ended': '{subject}：已于 {day}终止',
    renewal: '{subject}：应在 {day}前续期',
    'renewal-due': '{subject}：本应在 {day}前续期',
  },
});

/** What it costs, after a semicolon in a subject. `more` counts further specializations. */
export const subjectCostWords = defineWords({
  en: {
    studies: '{name} falls to {after, number} of {needs, number}',
    public: '{name} falls to {after, number} of {needs, number} public',
    categories: '{name} falls to {after, number} of {needs, number} categories',
    stays: '{name} falls to {after, number} and stays ready',
    more: '{cost}, {more, plural, one {# more falls} other {# more fall}}',
    'fell-studies': '{name} fell to {after, number} of {needs, number}',
    'fell-public': '{name} fell to {after, number} of {needs, number} public',
    'fell-categories': '{name} fell to {after, number} of {needs, number} categories',
    'fell-stays': '{name} fell to {after, number} and stayed ready',
    'fell-more': '{cost}, {more, plural, one {# more fell} other {# more fell}}',
    stops: '{name} stops being ready on {day}',
    stopped: '{name} stopped being ready on {day}',
    'stops-more': '{name} and {more, plural, one {# more} other {# more}} stop being ready, first on {day}',
    'stopped-more': '{name} and {more, plural, one {# more} other {# more}} stopped being ready, first on {day}',
    'and-ahead': '{stopped}; {ahead, plural, one {# more stops on {day}} other {# more stop, first on {day}}}',
    first: 'the first day is {day}',
  },
  zh: {
    studies: '{name}：降至 {after, number}/{needs, number}',
    public: '{name}：公开案例降至 {after, number}/{needs, number}',
    categories: '{name}：类别降至 {after, number}/{needs, number}',
    stays: '{name}：降至 {after, number} 个，仍就绪',
    more: '{cost}，另有 {more, number} 项减少',
    'fell-studies': '{name}：已降至 {after, number}/{needs, number}',
    'fell-public': '{name}：公开案例已降至 {after, number}/{needs, number}',
    'fell-categories': '{name}：类别已降至 {after, number}/{needs, number}',
    'fell-stays': '{name}：已降至 {after, number} 个，仍就绪',
    'fell-more': '{cost}，另有 {more, number} 项已减少',
    stops: '{name}：{day}不再就绪',
    stopped: '{name}：已于 {day}不再就绪',
    'stops-more': '{name}，以及另外 {more, number} 项：最早于 {day}不再就绪',
    'stopped-more': '{name}，以及另外 {more, number} 项：已不再就绪，最早自 {day}起',
    'and-ahead': '{stopped}；另有 {ahead, number} 项最早于 {day}不再就绪',
    first: '最早在 {day}',
  },
});

/** A digest of several alerts begins its subject with how many they are; the managers' mail with how many are lost. */
export const subjectCountWords = defineWords({
  en: {
    studies: '{count, plural, one {1 case study needs you} other {# case studies need you}}',
    mixed: '{count, plural, one {1 thing needs you} other {# things need you}}',
    losses: '{count, plural, one {1 specialization stops being ready} other {# specializations stop being ready}}',
    test: 'A test mail from Caseboard',
    'test-webhook': 'A test message from Caseboard',
  },
  zh: {
    studies: '{count, number} 个案例需要您处理',
    mixed: '{count, number} 件事需要您处理',
    losses: '{count, number} 项专业认证不再就绪',
    test: '来自 Caseboard 的测试邮件',
    'test-webhook': '来自 Caseboard 的测试消息',
  },
});

/** The rest of a mail, around its items. */
export const mailWords = defineWords({
  en: {
    greeting: '{name, select, _ {Hello,} other {Hello {name},}}',
    digest: '{count, plural, one {One thing needs you.} other {# things need you, the most harmful first.}}',
    loss: '{past, plural, =0 {} one {One specialization stopped being ready. } other {# specializations stopped being ready. }}{ahead, plural, =0 {} one {With nothing changed, one {past, plural, =0 {specialization stops} other {more stops}} being ready. } other {With nothing changed, {ahead, number} {past, plural, =0 {specializations stop} other {more stop}} being ready. }}All managers get this mail.',
    test: 'Mail leaves Caseboard and reaches you. Nothing needs to be done.',
    on: '{day}, {distance}',
    owner: 'Owner: {owner}',
    noOwner: 'Nobody owns it',
    open: 'Open the alert',
    openStudy: 'Open the study',
    openSpecialization: 'Open the specialization',
    openAll: 'See all alerts',
    why: '{reason, select, owner {You get this because you own the study.} follower {You get this because you follow the study.} managers {You get this because nobody else is told of it, or nobody acknowledged the step before.} other {You get this because you manage the portfolio.}}',
    footer: 'You own or follow these studies at {organisation}, or manage its portfolio. At most one such mail comes a day.',
    lossFooter: 'This mail goes to the managers of {organisation} when a readiness is lost or its loss comes into sight.',
    rules: 'Choose what you are told',
    unsubscribe: 'Stop these mails',
    sentBy: 'Sent by Caseboard',
    kept: 'No mail server is set up, so this mail was kept here and not sent.',
  },
  zh: {
    greeting: '{name, select, _ {您好：} other {{name}，您好：}}',
    digest: '{count, plural, =1 {有 1 件事需要您处理。} other {有 # 件事需要您处理，影响最大的在前。}}',
    loss: '{past, plural, =0 {} other {{past, number} 项专业认证已不再就绪。}}{ahead, plural, =0 {} other {若无变化，{past, plural, =0 {将有} other {还将有}} {ahead, number} 项专业认证不再就绪。}}此邮件发给全部经理。',
    test: '邮件已从 Caseboard 发出并送达，您无需处理。',
    on: '{day}，{distance}',
    owner: '负责人：{owner}',
    noOwner: '无人负责',
    open: '打开提醒',
    openStudy: '打开案例',
    openSpecialization: '打开专业认证',
    openAll: '查看全部提醒',
    why: '{reason, select, owner {您是案例的负责人，因此收到此邮件。} follower {您关注了该案例，因此收到此邮件。} managers {没有其他人收到此提醒，或上一步无人确认，因此发给您。} other {您管理案例库，因此收到此邮件。}}',
    footer: '您负责或关注这些案例，或管理“{organisation}”的案例库。此类邮件每天最多一封。',
    lossFooter: '失去就绪或即将失去就绪时，此邮件发给“{organisation}”的经理。',
    rules: '选择要接收的提醒',
    unsubscribe: '不再接收此类邮件',
    sentBy: '由 Caseboard 发送',
    kept: '尚未设置邮件服务器，因此此邮件仅保存在此，未发出。',
  },
});

/** Entries of the calendar, in the product and in feeds. */
export const calendarWords = defineWords({
  en: {
    expiry: '{subject} expires',
    loss: '{subject} stops being ready',
    'start-by': 'Begin by this day, so that {subject} stays ready',
    'consent-end': 'Consent of {subject} ends',
    'applications-close': '{subject} takes no new applications any more',
    'programme-end': '{subject} ends',
    renewal: '{subject} is to be renewed',
    name: 'Caseboard: days that matter',
  },
  zh: {
    expiry: '{subject}：到期',
    loss: '{subject}：不再就绪',
    'start-by': '{subject}：最晚此日着手，才能保持就绪',
    'consent-end': '{subject}：客户授权到期',
    'applications-close': '{subject}：停止受理新申请',
    'programme-end': '{subject}：计划终止',
    renewal: '{subject}：需要续期',
    name: 'Caseboard：重要日期',
  },
});
