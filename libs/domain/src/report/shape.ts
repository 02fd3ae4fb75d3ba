/** The portfolio by what its studies are. */
import { addMonths, type Day } from '../day.js';
import { legalEntities } from '../customers.js';
import type { Study } from '../portfolio.js';
import type { Situation } from '../situation.js';
import type { ServiceIndex } from '../services.js';
import type { StudyReading } from '../study-reading.js';
import { fold } from '../text.js';
import type { AgeGroup, CategoryCoverage, Group, PortfolioShape } from './report.js';

export function* shapeOf(situation: Situation, asOf: Day): Generator<void, PortfolioShape> {
  const { customers, studies } = situation.portfolio;
  const active = studies.filter(({ status }) => status === 'active');
  const entities = legalEntities(customers);
  const used = new Set(active.flatMap(({ customer }) => (customer === null ? [] : (entities.get(customer) ?? []))));
  const legal = customers.filter(({ kind }) => kind === 'legal-entity').map(({ id }) => id);
  yield;
  const byIndustry = mostFirst(grouped(active, ({ id }) => [industryOf(situation, id)]));
  yield;
  const byService = mostFirst(grouped(active, ({ id }) => servicesOf(situation, id)));
  yield;
  return {
    byIndustry,
    byService,
    byVisibility: inOrder(
      grouped(active, ({ visibility }) => [visibility]),
      ['public', 'anonymous', 'private'],
    ),
    byAge: inOrder(
      grouped<AgeGroup>(active, ({ deployedOn }) => [ageOf(deployedOn, asOf)]),
      ['planned', '0-5', '6-11', '12-17', '18+', ''],
    ),
    byStatus: inOrder(
      grouped(studies, ({ status }) => [status]),
      ['active', 'draft', 'retired'],
    ),
    legalEntities: legal,
    usedLegalEntities: legal.filter((id) => used.has(id)),
    categories: categoriesOf(situation, asOf),
  };
}

/** Its customer's, or that of the legal entity where it has none of its own. */
function industryOf({ engine }: Situation, id: string): string {
  const reading = engine.study(id)?.reading;
  const [own, entity] = [reading?.customer?.industry, reading?.legalEntity?.industry].map((industry) => industry?.trim() ?? '');
  return own || entity || '';
}

function servicesOf({ engine }: Situation, id: string): string[] {
  const { services } = engine;
  const reading = engine.study(id)?.reading;
  if (!reading || reading.named.length === 0) return [''];
  return [...reading.serviceIds].map((identity) => services.officialNameOf(identity) ?? nameAsWritten(reading, identity, services));
}

function nameAsWritten({ named }: StudyReading, identity: string, services: ServiceIndex): string {
  return named.find(({ name }) => services.identityOf(name) === identity)?.name.trim() ?? identity;
}

function ageOf(deployedOn: Day | null, asOf: Day): AgeGroup | '' {
  if (deployedOn === null) return '';
  if (deployedOn > asOf) return 'planned';
  const isFull = (months: number) => addMonths(deployedOn, months) <= asOf;
  return isFull(18) ? '18+' : isFull(12) ? '12-17' : isFull(6) ? '6-11' : '0-5';
}

function categoriesOf({ engine, portfolio }: Situation, asOf: Day): CategoryCoverage[] {
  return portfolio.partner.targets.flatMap(({ specialization: code }) => {
    const requires = engine.specialization(code)?.specialization.requires;
    // Where no study need name its category, a list of open ones would only mislead.
    if (!requires || requires.categories.length === 0 || !(requires.categoryPerStudy || requires.categoriesCovered > 0)) return [];
    const supporting = engine.readinessOf(code, asOf)?.supporting ?? [];
    const named = new Set(supporting.map((id) => fold(engine.study(id)?.applications.get(code)?.category ?? '')));
    const listed = [...new Map(requires.categories.map((name) => [fold(name), name])).values()];
    const covered = listed.filter((name) => named.has(fold(name)));
    return [{ specialization: code, asked: requires.categoriesCovered, covered, open: listed.filter((name) => !covered.includes(name)) }];
  });
}

/** Names that fold alike are one group, called as it is called first; each study stands once in a group. */
function grouped<Key extends string>(studies: readonly Study[], keysOf: (study: Study) => readonly (Key | '')[]): Group<Key>[] {
  const groups = new Map<string, { key: Key | ''; studies: string[] }>();
  // Each way to write a key is folded once: there are few of them.
  const written = new Map<string, { key: Key | ''; studies: string[] }>();
  for (const study of studies) {
    for (const key of keysOf(study)) {
      const folded = written.has(key) ? '' : fold(key);
      const group = written.get(key) ?? groups.get(folded) ?? { key, studies: [] };
      if (group.studies.length === 0) groups.set(folded, group);
      written.set(key, group);
      if (group.studies.at(-1) !== study.id) group.studies.push(study.id);
    }
  }
  return [...groups.values()];
}

/** What is not given comes last. */
function mostFirst(groups: readonly Group[]): Group[] {
  return [...groups].sort(
    (one, other) =>
      Number(one.key === '') - Number(other.key === '') || other.studies.length - one.studies.length || (one.key < other.key ? -1 : 1),
  );
}

/** Every key has its group, empty or not; what is not given only where there is some. */
function inOrder<Key extends string>(groups: readonly Group<Key>[], keys: readonly (Key | '')[]): Group<Key>[] {
  return keys.flatMap((key) => groups.find((group) => group.key === key) ?? (key === '' ? [] : { key, studies: [] }));
}
