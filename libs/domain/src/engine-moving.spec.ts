/** An engine that is told of changes says what a new one would. */
import fc from 'fast-check';
import { randomHistory } from '../test-cases/oracle/random-history.js';
import { awsServices } from './catalog/aws-services.js';
import type { Day } from './day.js';
import { Engine } from './engine.js';
import { finish } from './finish.js';
import { chainOf, indexCustomers, unitsBelow } from './legal-entity.js';
import { Records } from './report/records.js';
import { Replay } from './report/replay.js';
import { indexServices } from './services.js';
import { aPortfolio, aSpecialization, aStudy, day } from './testing.js';

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
