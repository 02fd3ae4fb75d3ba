import type { Permission } from '@caseboard/contracts';
import { useMay, useSession } from '../platform/session';
import { defineWords } from '../platform/words';
import type { IconName } from '../ui/icon';

export const navigationWords = defineWords(
  {
    home: 'Home',
    readiness: 'Readiness',
    specializations: 'Specializations',
    studies: 'Studies',
    timeline: 'Timeline',
    customers: 'Customers',
    import: 'Import',
    catalog: 'Catalog',
    alerts: 'Alerts',
    report: 'Report',
    mails: 'Mail',
    jobs: 'Jobs',
    people: 'People',
    settings: 'Settings',
    account: 'Your account',
    more: 'More',
    main: 'Main',
    administration: 'Administration',
  },
  {
    home: '首页',
    readiness: '就绪情况',
    specializations: '专业认证',
    studies: '案例',
    timeline: '时间线',
    customers: '客户',
    import: '导入',
    catalog: '目录',
    alerts: '提醒',
    report: '报告',
    mails: '邮件',
    jobs: '任务',
    people: '成员',
    settings: '设置',
    account: '我的账户',
    more: '更多',
    main: '主导航',
    administration: '管理',
  },
);

export interface Destination {
  to:
    | '/'
    | '/readiness'
    | '/specializations'
    | '/studies'
    | '/timeline'
    | '/customers'
    | '/alerts'
    | '/report'
    | '/import'
    | '/catalog'
    | '/mails'
    | '/jobs'
    | '/people'
    | '/settings';
  name: keyof (typeof navigationWords)['en'];
  icon: IconName;
  needs: Permission;
  /** Where other pages that belong to it begin. */
  within?: readonly string[];
}

/** The sidebar from top to bottom; the first four stand in the phone's tab bar too. */
export const destinations: readonly Destination[] = [
  { to: '/', name: 'home', icon: 'home', needs: 'portfolio.read' },
  { to: '/readiness', name: 'readiness', icon: 'grid', needs: 'portfolio.read' },
  { to: '/studies', name: 'studies', icon: 'page', needs: 'portfolio.read' },
  { to: '/specializations', name: 'specializations', icon: 'badge', needs: 'portfolio.read' },
  { to: '/timeline', name: 'timeline', icon: 'timeline', needs: 'portfolio.read' },
  { to: '/alerts', name: 'alerts', icon: 'bell', needs: 'portfolio.read' },
  { to: '/report', name: 'report', icon: 'chart', needs: 'report.read', within: ['/reports', '/known'] },
  { to: '/customers', name: 'customers', icon: 'building', needs: 'portfolio.read' },
  { to: '/catalog', name: 'catalog', icon: 'book', needs: 'portfolio.read' },
  { to: '/import', name: 'import', icon: 'inbox', needs: 'import.run' },
];

export const administration: readonly Destination[] = [
  { to: '/mails', name: 'mails', icon: 'mail', needs: 'mail.read-all' },
  { to: '/jobs', name: 'jobs', icon: 'clock', needs: 'jobs.manage' },
  { to: '/people', name: 'people', icon: 'people', needs: 'people.read' },
  { to: '/settings', name: 'settings', icon: 'gear', needs: 'portfolio.read' },
];

/** The pages that the person may see; a leader's home is the report, which then needs no entry of its own. */
export function useDestinations(): readonly Destination[] {
  const { role } = useSession().person;
  const may = useMay();
  return destinations.filter(({ to, needs }) => may(needs) && !(role === 'leader' && to === '/report'));
}
