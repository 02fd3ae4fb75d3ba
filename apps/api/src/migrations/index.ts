import { People0000000000001 } from './0001-people.js';
import { Portfolio0000000000002 } from './0002-portfolio.js';
import { Imports0000000000003 } from './0003-imports.js';
import { Alerts0000000000004 } from './0004-alerts.js';
import { Report0000000000005 } from './0005-report.js';
import { MailsAtOnce0000000000006 } from './0006-mails-at-once.js';
import { UnsentByAlert0000000000007 } from './0007-unsent-by-alert.js';
import { SavedViews0000000000008 } from './0008-saved-views.js';

/** In the order in which they run; a migration that has shipped is never changed. */
export const migrations = [
  People0000000000001,
  Portfolio0000000000002,
  Imports0000000000003,
  Alerts0000000000004,
  Report0000000000005,
  MailsAtOnce0000000000006,
  UnsentByAlert0000000000007,
  SavedViews0000000000008,
];
