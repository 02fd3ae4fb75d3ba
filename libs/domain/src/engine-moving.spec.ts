/** An engine that is told of changes says what a new one would. */
import fc from 'fast-check';
import { randomHistory } from '../test-cases/oracle/random-history.js';
import { awsServices } from './catalog/aws-services.js';
import type { Day } from './day.js';
import { unknownPartner } from './document-records.js';
import { Engine } from './engine.js';
import { finish } from './finish.js';
import { chainOf, indexCustomers, unitsBelow } from './legal-entity.js';
import type { Study } from './portfolio.js';
import { Records } from './report/records.js';
import { Replay } from './report/replay.js';
import { indexServices } from './services.js';
import { aCustomer, aPortfolio, aSpecialization, aStudy, day } from './testing.js';
import { findingsOf } from './verdict.js';

const services = indexServices(awsServices);
const seeds = fc.integer({ min: 0, max: 1_000_000 });

/** Everything it can be asked in bulk. Advice about what is held is left out: an engine is made for what is held. */
function told(engine: Engine, asOf: Day) {
  const { adviceUnmet: _, ...linked } = engine.verdicts(asOf);
  const { adviceUnmet: _alsoUnmet, ...pairs } = engine.pairs.at(asOf);
  return { readiness: engine.readiness(asOf), linked, pairs, evidence: engine.pairs.evidence };
}

test('after any edits of studies, customers and the catalog it answers as one made anew', () => {
  fc.assert(
    fc.property(seeds, fc.boolean(), (seed, asksPairs) => {
      const history = randomHistory(seed, 40);
      const replay = new Replay(history, services);
      finish(replay.prepare());
      const records = new Records(history.start);
      for (const { on, changes } of history.revisions) {
        if (asksPairs) replay.engine.pairs.at(on);
        finish(replay.step());
        for (const change of changes) records.apply(change);
        const partner = { ...records.partner, heldSpecializations: [] };
        expect(told(replay.engine, on)).toEqual(told(new Engine({ ...records.portfolio, partner }, { services }), on));
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('units below a customer are those whose chain leads to it', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { customers } = randomHistory(seed, 1).start.portfolio;
      const index = indexCustomers(customers);
      for (const { id } of customers) {
        const below = customers.filter((each) => chainOf(each.id, index).some((one) => one.id === id)).map((each) => each.id);
        expect([...unitsBelow(id, index)].sort()).toEqual(below.sort());
      }
    }),
  );
});

test('what counts is worked out anew only where it changed', () => {
  const study = aStudy();
  const engine = new Engine(aPortfolio({ studies: [study], specializations: [aSpecialization(), aSpecialization({ code: 'eks' })] }));
  const [ecs, eks] = [engine.timeline('ecs'), engine.timeline('eks')];
  engine.setStudy({ ...study, title: 'Another title', owner: null });
  expect(engine.timeline('ecs')).toBe(ecs);
  engine.setStudy({ ...study, deployedOn: day('2026-07-01') });
  expect(engine.timeline('ecs')).not.toBe(ecs);
  expect(engine.timeline('eks')).toBe(eks);
});

describe('a study is read anew where something changed that its text is judged by', () => {
  const customer = aCustomer({ legalName: 'Nordsee Logistik GmbH', aliases: [] });
  const first = aStudy({ visibility: 'anonymous' });
  const name = 'Nordsee Logistik';
  const edits: Readonly<Record<string, Partial<Study>>> = {
    'its title': { title: name },
    'its summary': { summary: name },
    'its anonymous description': { anonymousDescription: name },
    'its address': { url: 'https://example.com/nordsee-logistik' },
    'its sections': { sections: { ...first.sections, solution: [name, 'No service is told of.'], aboutPartner: ['We hold nothing.'] } },
    'its services': { services: [{ name: 'AWS Lambda', usage: name }] },
    'its outcomes': { outcomes: first.outcomes.map((outcome) => ({ ...outcome, statement: name })) },
    'its support': { support: { ...first.support, during: name } },
    'its visibility': { visibility: 'public', title: name },
    'its customer': { customer: null },
  };
  const portfolio = (study: Study, known = customer) =>
    aPortfolio({
      studies: [study],
      customers: [known],
      specializations: [aSpecialization()],
      partner: { ...unknownPartner, heldSpecializations: ['ecs'] },
    });
  const said = (engine: Engine) => {
    const verdict = engine.verdict('s1', 'ecs', day('2026-11-22'));
    return verdict && findingsOf(verdict);
  };

  test.each(Object.entries(edits))('%s', (_, edit) => {
    const study = { ...first, ...edit };
    const engine = new Engine(portfolio(first));
    const before = said(engine);
    engine.setStudy(study);
    expect(said(engine)).toEqual(said(new Engine(portfolio(study))));
    expect(said(engine)).not.toEqual(before);
    engine.setStudy(first);
    expect(said(engine)).toEqual(before);
  });

  test('a name of its customer', () => {
    const named = { ...first, title: 'How Nordsee ships' };
    const engine = new Engine(portfolio(named));
    const before = said(engine);
    engine.setCustomer({ ...customer, aliases: ['Nordsee'] });
    expect(said(engine)).toContainEqual({ code: 'name-withheld', kind: 'blocking', outcome: 'unmet' });
    engine.setCustomer(customer);
    expect(said(engine)).toEqual(before);
  });
});
