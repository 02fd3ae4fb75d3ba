import type { Application, NamedService, Outcome, Registration } from '@caseboard/domain';

export function writeServices(services: readonly NamedService[]): string {
  return services.map(({ name, usage }) => (usage === '' ? name : `${name}: ${usage}`)).join('; ');
}

export function writeOutcomes(outcomes: readonly Outcome[]): string {
  return outcomes.map(({ statement }) => statement).join('; ');
}

export function writeSpecializations(applications: readonly Application[]): string {
  return applications
    .map(({ specialization, relevance }) => (relevance === '' ? specialization : `${specialization}: ${relevance}`))
    .join('; ');
}

export function writeRegistrations(registrations: readonly Registration[]): string {
  return registrations.map(({ scheme, number }) => `${scheme} ${number}`).join('; ');
}

export function writeAliases(aliases: readonly string[]): string {
  return aliases.join('; ');
}
