import { z } from 'zod';

export const roles = ['administrator', 'manager', 'contributor', 'leader'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/**
 * The one table of who may do what. A route names one of these; the guard looks here; the screen asks the same
 * table before it offers an action. `own` means: on studies whose owner address is the person's own.
 * A contributor has `alert.act` for alerts of own or followed studies only.
 */
export const permissions = {
  'portfolio.read': ['administrator', 'manager', 'contributor', 'leader'],
  'portfolio.export': ['administrator', 'manager', 'contributor', 'leader'],
  'study.edit': ['administrator', 'manager', 'contributor'],
  'study.edit-any': ['administrator', 'manager'],
  'study.activate': ['administrator', 'manager'],
  'customer.edit': ['administrator', 'manager'],
  'catalog.edit': ['administrator', 'manager'],
  'import.run': ['administrator', 'manager'],
  'settings.edit': ['administrator', 'manager'],
  'history.read': ['administrator', 'manager', 'contributor'],
  'people.read': ['administrator', 'manager'],
  'people.manage': ['administrator'],
  'alert.act': ['administrator', 'manager', 'contributor'],
  'alert.settings': ['administrator', 'manager'],
  'report.read': ['administrator', 'manager', 'contributor', 'leader'],
  'report.issue': ['administrator', 'manager'],
  'report.share': ['administrator', 'manager'],
  'report.settings': ['administrator', 'manager'],
  'mail.read-all': ['administrator', 'manager'],
  'mail.manage': ['administrator'],
  'webhook.manage': ['administrator'],
  'jobs.manage': ['administrator'],
  'self.manage': ['administrator', 'manager', 'contributor', 'leader'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether a role has a permission. A contributor has `study.edit` for own studies only: the service checks the owner. */
export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

/** Administrators, managers and contributors meet every name; a leader only where an administrator allowed it. */
export function seesAnonymousNames(person: { role: Role; seesAnonymousNames: boolean }): boolean {
  return person.role !== 'leader' || person.seesAnonymousNames;
}
