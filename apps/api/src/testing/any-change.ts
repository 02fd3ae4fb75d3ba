import { aCustomer, aStudy } from '@caseboard/domain/testing';
import { addMonths, type Specialization, type Study } from '@caseboard/domain';
import type { Snapshot } from '../portfolio/snapshot.js';
import type { Changes } from '../writing/changes.js';

const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'UTC', 'Pacific/Auckland'];
const titles = ['One', 'Two', 'Three', ''];

/** One of everything that can be written, taken by chance; the first ones make something to write about. */
export function anyChange(before: Snapshot, random: () => number, step: number): Changes {
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { portfolio, today } = before;
  const { partner, studies, customers } = portfolio;
  const applications = [{ specialization: 'msp', relevance: `${step}`, category: null, history: [] }];
  const newStudy = (): Changes => {
    const customer = aCustomer({ id: `c${step}`, legalName: `Customer ${step}` });
    const study = aStudy({ id: `s${step}`, customer: customer.id, deployedOn: addMonths(today, -Math.floor(random() * 20)), applications });
    return { customers: [customer], studies: [study] };
  };
  if (studies.length < 6) return newStudy();
  const study = any(studies);
  const edited = (facts: Partial<Study>): Changes => ({ studies: [{ ...study, ...facts }] });
  const msp = before.specialization('msp') as Specialization;
  const own = { ...msp, code: 'own', name: `Own ${step}` };
  const kinds: readonly (() => Changes)[] = [
    newStudy,
    () => edited({ title: any(titles), sections: { ...study.sections, results: [`Saves ${step} %`] } }),
    () => edited({ deployedOn: addMonths(today, -Math.floor(random() * 20)), consent: { state: 'granted', until: null } }),
    () => edited({ status: any(['draft', 'active', 'retired'] as const) }),
    () => edited({ applications: random() < 0.5 ? [] : applications }),
    () => ({ removed: { studies: [study.id] } }),
    () => ({ customers: [{ ...any(customers), industry: any(['Retail', null]), aliases: [`A${step}`] }] }),
    () => ({ specializations: [{ ...msp, requires: { ...msp.requires, studies: 1 + Math.floor(random() * 4) } }] }),
    () => (before.meta('specialization', 'msp') ? { removed: { specializations: ['msp'] } } : { specializations: [own] }),
    () => (before.meta('specialization', 'own') ? { removed: { specializations: ['own'] } } : { specializations: [own] }),
    () => ({ partner: { ...partner, timeZone: any(zones) } }),
    () => ({
      partner: { ...partner, targets: [{ specialization: 'msp', weight: 1 + (step % 9), submitOn: null }] },
      warningDays: step % 300,
    }),
  ];
  return any(kinds)();
}

export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
