import { defineWords } from './language.js';

export const roleWords = defineWords({
  en: { administrator: 'Administrator', manager: 'Manager', contributor: 'Contributor', leader: 'Leader' },
  zh: { administrator: '管理员', manager: '经理', contributor: '撰写人', leader: '负责领导' },
});

export const roleMeanings = defineWords({
  en: {
    administrator: 'Everything, and people too',
    manager: 'The whole portfolio: studies, customers, catalog, imports, settings',
    contributor: 'Reads all, edits the studies they own',
    leader: 'Reads and exports; meets the names of anonymous customers only where that is allowed',
  },
  zh: {
    administrator: '全部权限，包括成员管理',
    manager: '整个案例库：案例、客户、目录、导入、设置',
    contributor: '可查看全部，可编辑自己负责的案例',
    leader: '可查看和导出；经许可才能看到匿名客户的名称',
  },
});

/** What a permission lets a person do, as it follows on "You may not …" and 「您无权…」. */
export const permissionWords = defineWords({
  en: {
    'portfolio.read': 'read the portfolio',
    'portfolio.export': 'export the portfolio',
    'study.edit': 'edit this study',
    'study.edit-any': 'edit studies that others own',
    'study.activate': 'activate or retire studies',
    'customer.edit': 'edit customers',
    'catalog.edit': 'edit the catalog',
    'import.run': 'import',
    'settings.edit': 'change the settings',
    'history.read': 'read the history',
    'people.read': 'see people',
    'people.manage': 'invite and change people',
    'alert.act': 'acknowledge or snooze this alert',
    'alert.settings': 'change the settings of alerts',
    'mail.read-all': 'see mails to others',
    'mail.manage': 'send mails again or give them up',
    'webhook.manage': 'change webhooks',
    'jobs.manage': 'see or run jobs',
    'self.manage': 'change your own account',
  },
  zh: {
    'portfolio.read': '查看案例库',
    'portfolio.export': '导出案例库',
    'study.edit': '编辑此案例',
    'study.edit-any': '编辑他人负责的案例',
    'study.activate': '启用或停用案例',
    'customer.edit': '编辑客户',
    'catalog.edit': '编辑目录',
    'import.run': '导入',
    'settings.edit': '更改设置',
    'history.read': '查看变更记录',
    'people.read': '查看成员',
    'people.manage': '邀请和更改成员',
    'alert.act': '确认或推迟此提醒',
    'alert.settings': '更改提醒设置',
    'mail.read-all': '查看发给他人的邮件',
    'mail.manage': '重发或放弃邮件',
    'webhook.manage': '更改网络钩子',
    'jobs.manage': '查看或运行后台任务',
    'self.manage': '更改自己的账户',
  },
});
