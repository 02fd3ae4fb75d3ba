import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
  type RouterHistory,
} from '@tanstack/react-router';
import { CrashPage, NotFoundPage } from './lost-pages';
import { parseSearch, stringifySearch, type Search } from './search-text';
import { Shell } from './shell';

/** Every address of the product. A page is a file that exports `Page`, loaded when first shown. */
const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>): Search => search as Search,
  search: { middlewares: [retainSearchParams(['asOf'])] },
  notFoundComponent: NotFoundPage,
  errorComponent: CrashPage,
});

// For anybody, signed in or not.
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../people/sign-in.page'), 'Page'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../people/set-up.page'), 'Page'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('../people/join.page'), 'Page'),
});

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$secret',
  component: lazyRouteComponent(() => import('../mails/unsubscribe.page'), 'Page'),
});
const sharedReport = createRoute({
  getParentRoute: () => root,
  path: '/r/$secret',
  component: lazyRouteComponent(() => import('../reports/shared.page'), 'Page'),
});

// Inside the shell: needs a session. `rail` narrows the sidebar for pages that need the width.
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('../home/home.page'), 'Page'),
});
const readiness = createRoute({
  getParentRoute: () => shell,
  path: '/readiness',
  staticData: { rail: true },
  component: lazyRouteComponent(() => import('../readiness/readiness.page'), 'Page'),
});
const specializations = createRoute({
  getParentRoute: () => shell,
  path: '/specializations',
  component: lazyRouteComponent(() => import('../specializations/specializations.page'), 'Page'),
});
const specialization = createRoute({
  getParentRoute: () => shell,
  path: '/specializations/$code',
  component: lazyRouteComponent(() => import('../specializations/specialization.page'), 'Page'),
});
const studies = createRoute({
  getParentRoute: () => shell,
  path: '/studies',
  component: lazyRouteComponent(() => import('../studies/studies.page'), 'Page'),
});
const newStudy = createRoute({
  getParentRoute: () => shell,
  path: '/studies/new',
  component: lazyRouteComponent(() => import('../studies/new-study.page'), 'Page'),
});
const study = createRoute({
  getParentRoute: () => shell,
  path: '/studies/$id',
  staticData: { rail: true },
  component: lazyRouteComponent(() => import('../studies/study.page'), 'Page'),
});
const timeline = createRoute({
  getParentRoute: () => shell,
  path: '/timeline',
  staticData: { rail: true },
  component: lazyRouteComponent(() => import('../timeline/timeline.page'), 'Page'),
});
const customers = createRoute({
  getParentRoute: () => shell,
  path: '/customers',
  component: lazyRouteComponent(() => import('../customers/customers.page'), 'Page'),
});
const customer = createRoute({
  getParentRoute: () => shell,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('../customers/customer.page'), 'Page'),
});
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/import',
  component: lazyRouteComponent(() => import('../imports/import.page'), 'Page'),
});
const catalog = createRoute({
  getParentRoute: () => shell,
  path: '/catalog',
  component: lazyRouteComponent(() => import('../catalog/catalog.page'), 'Page'),
});
const alerts = createRoute({
  getParentRoute: () => shell,
  path: '/alerts',
  component: lazyRouteComponent(() => import('../alerts/alerts.page'), 'Page'),
});
const alert = createRoute({
  getParentRoute: () => shell,
  path: '/alerts/$id',
  component: lazyRouteComponent(() => import('../alerts/alert.page'), 'Page'),
});
const report = createRoute({
  getParentRoute: () => shell,
  path: '/report',
  component: lazyRouteComponent(() => import('../reports/report.page'), 'Page'),
});
const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  component: lazyRouteComponent(() => import('../reports/reports.page'), 'Page'),
});
const issuedReport = createRoute({
  getParentRoute: () => shell,
  path: '/reports/$number',
  component: lazyRouteComponent(() => import('../reports/issued.page'), 'Page'),
});
const known = createRoute({
  getParentRoute: () => shell,
  path: '/known',
  component: lazyRouteComponent(() => import('../reports/known.page'), 'Page'),
});
const mails = createRoute({
  getParentRoute: () => shell,
  path: '/mails',
  component: lazyRouteComponent(() => import('../mails/mails.page'), 'Page'),
});
const mail = createRoute({
  getParentRoute: () => shell,
  path: '/mails/$id',
  component: lazyRouteComponent(() => import('../mails/mail.page'), 'Page'),
});
const jobs = createRoute({
  getParentRoute: () => shell,
  path: '/jobs',
  component: lazyRouteComponent(() => import('../jobs/jobs.page'), 'Page'),
});
const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  component: lazyRouteComponent(() => import('../people/people.page'), 'Page'),
});
const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/settings.page'), 'Page'),
});
const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('../settings/account.page'), 'Page'),
});
const welcome = createRoute({
  getParentRoute: () => shell,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../welcome/welcome.page'), 'Page'),
});
const lost = createRoute({ getParentRoute: () => shell, path: '/$', component: NotFoundPage });

const tree = root.addChildren([
  signIn,
  setUp,
  join,
  unsubscribe,
  sharedReport,
  shell.addChildren([
    home,
    readiness,
    specializations,
    specialization,
    studies,
    newStudy,
    study,
    timeline,
    customers,
    customer,
    imports,
    catalog,
    alerts,
    alert,
    report,
    reports,
    issuedReport,
    known,
    mails,
    mail,
    jobs,
    people,
    settings,
    account,
    welcome,
    lost,
  ]),
]);

/** The router over the browser's history, or over a given one in tests. */
export function makeRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    history,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 300,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
  interface StaticDataRouteOption {
    rail?: boolean;
  }
}
