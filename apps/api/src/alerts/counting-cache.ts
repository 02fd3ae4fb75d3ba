import type { EntityManager } from 'typeorm';
import {
  contextOf,
  countingStudy,
  linkStudy,
  prepareSpecialization,
  prepareStudy,
  readStudy,
  warnedDaysOfStudy,
  type CountingStudy,
  type Partner,
  type RuleContext,
  type Specialization,
  type SpecializationFacts,
  type Study,
} from '@caseboard/domain';
import { breathing } from '../platform/breathe.js';
import { serviceIndex } from '../portfolio/engine-after.js';
import { readChains, readStudiesOf } from '../portfolio/rows.js';

/** What the rules know of the portfolio besides studies and customers. */
export interface Ground {
  readonly partner: Partner;
  readonly catalog: ReadonlyMap<string, Specialization>;
}

/** Texts of this many studies are in memory at a time. */
const studiesAtOnce = 500;

/**
 * Brings `counting_cache` and `warned_day_cache` from revision `since` (-1: from nothing) to the portfolio as it stands.
 * The tables hold what the domain says of each active study and nothing else.
 */
export async function updateCache(manager: EntityManager, ground: Ground, since: number): Promise<void> {
  const ids = since < 0 ? await allActive(manager) : await concerned(manager, since);
  if (since < 0) await forgetAll(manager);
  const facts = factsOf(ground.catalog);
  for await (const { some, studies } of readAhead(manager, ids)) {
    if (since >= 0) await forget(manager, some);
    await remember(manager, ground, facts, studies);
  }
}

/** The active ones of these studies, in parts: the database reads the next part while this process works on one. */
async function* readAhead(manager: EntityManager, ids: readonly string[]) {
  const part = (at: number) => {
    const some = ids.slice(at, at + studiesAtOnce);
    const read = some.length === 0 ? Promise.resolve([]) : readStudiesOf(manager, some);
    const studies = read.then((all) => all.filter(({ status }) => status === 'active'));
    // Whoever leaves halfway does not wait for it.
    studies.catch(() => undefined);
    return { some, studies };
  };
  let next = part(0);
  for (let at = 0; at < ids.length; at += studiesAtOnce) {
    const { some, studies } = next;
    const read = await studies;
    next = part(at + studiesAtOnce);
    yield { some, studies: read };
  }
}

/** Every specialization prepared to be asked about. */
function factsOf(catalog: ReadonlyMap<string, Specialization>): ReadonlyMap<string, SpecializationFacts> {
  return new Map([...catalog].map(([code, specialization]) => [code, prepareSpecialization(specialization, serviceIndex)]));
}

async function allActive(manager: EntityManager): Promise<string[]> {
  return idsOf(await manager.query(`SELECT id FROM study WHERE status = 'active'`));
}

/**
 * The studies that read otherwise since that revision: touched or removed ones, those linked to a specialization that moved,
 * and those below a customer that moved (down to units only: a legal entity ends its chain, rules 2.2).
 */
async function concerned(manager: EntityManager, since: number): Promise<string[]> {
  return idsOf(
    await manager.query(
      `WITH RECURSIVE moved AS (
         SELECT id FROM customer WHERE revision > $1 UNION SELECT id FROM removed WHERE kind = 'customer' AND revision > $1
       ), below AS (
         SELECT id FROM moved
         UNION SELECT unit.id FROM customer AS unit JOIN below ON unit.part_of = below.id AND unit.kind = 'unit'
       ), entry AS (
         SELECT code FROM specialization WHERE revision > $1
         UNION SELECT id FROM removed WHERE kind = 'specialization' AND revision > $1
       )
       SELECT id FROM study WHERE revision > $1
       UNION SELECT id FROM removed WHERE kind = 'study' AND revision > $1
       UNION SELECT study.id FROM study JOIN below ON customer_id = below.id
       UNION SELECT study_id FROM application JOIN entry ON specialization = code`,
      [since],
    ),
  );
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

async function forgetAll(manager: EntityManager): Promise<void> {
  await manager.query('DELETE FROM counting_cache');
  await manager.query('DELETE FROM warned_day_cache');
}

async function forget(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query('DELETE FROM counting_cache WHERE study_id = ANY ($1)', [ids]);
  await manager.query('DELETE FROM warned_day_cache WHERE study_id = ANY ($1)', [ids]);
}

async function remember(
  manager: EntityManager,
  ground: Ground,
  facts: ReadonlyMap<string, SpecializationFacts>,
  studies: readonly Study[],
): Promise<void> {
  const customers = await readChains(manager, [...new Set(studies.flatMap(({ customer }) => customer ?? []))]);
  const context = contextOf(
    { partner: ground.partner, specializations: [], customers, studies: [] },
    { services: serviceIndex, known: [...ground.catalog.values()] },
  );
  const links: ReturnType<typeof countingLinks> = [];
  const breathe = breathing();
  for (const study of studies) {
    links.push(...countingLinks(study, context, facts));
    await breathe();
  }
  const days = studies.flatMap((study) => warnedDaysOfStudy(study, ground.catalog));
  await manager.query(insertLinks, [JSON.stringify(links)]);
  await manager.query(insertDays, [JSON.stringify(days)]);
}

/** The links through which the study counts on some day. */
function countingLinks(
  study: Study,
  context: RuleContext,
  facts: ReadonlyMap<string, SpecializationFacts>,
): (CountingStudy & { specialization: string })[] {
  const prepared = prepareStudy(readStudy(study, context));
  return study.applications.flatMap((application) => {
    const specialization = facts.get(application.specialization);
    const counting = specialization && countingStudy(linkStudy(prepared, specialization, application));
    return counting ? [{ ...counting, specialization: application.specialization }] : [];
  });
}

const insertLinks = `
  INSERT INTO counting_cache (study_id, specialization, counts_from, counts_until, is_public, category)
  SELECT id, specialization, "from", until, "isPublic", category
  FROM json_to_recordset($1::json) AS given (id text, specialization text, "from" integer, until integer, "isPublic" boolean, category integer)`;

const insertDays = `
  INSERT INTO warned_day_cache (study_id, kind, day)
  SELECT subject, kind, day FROM json_to_recordset($1::json) AS given (subject text, kind text, day date)`;
