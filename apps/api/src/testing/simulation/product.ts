import { setTimeout as sleep } from 'node:timers/promises';
import { readPortfolio, type Study } from '@caseboard/domain';
import { builtInSpecializations } from '@caseboard/domain/catalog/specializations';
import type { INestApplicationContext } from '@nestjs/common';
import { aCompleteStudy, anEntry } from '../../alerts/testing/a-document.js';
import { sweep } from '../../alerts/sweep.job.js';
import { createWorker } from '../../create-app.js';
import { outbox } from '../../mails/outbox.job.js';
import { Clock } from '../../platform/clock.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { PortfolioWriter } from '../../writing/portfolio-writer.service.js';
import { TestApp } from '../test-app.js';
import type { Happening, PlainPerson, PlainStudy, World } from './world.js';

/** The product under a clock of its own, with a worker that may be away. */
export class SimulatedProduct {
  private readonly test: TestApp;
  private worker: INestApplicationContext | null = null;
  private readonly ids = new Map<string, string>();
  private now = 0;

  constructor(redisUrl: string | null, smtpUrl: string) {
    this.test = new TestApp({ today: null, redisUrl, smtpUrl });
  }

  async start(world: World, day: string): Promise<void> {
    this.at(day, 8);
    jest.spyOn(Clock.prototype, 'now').mockImplementation(() => new Date(this.now));
    await this.test.start();
    await this.emptyQueue();
    for (const person of world.people) await this.addPerson(person);
    const specializations = world.specializations.map(({ code, studies, public: shown, months }) =>
      anEntry(code, { studies, public: shown, freshnessMonths: months }),
    );
    const targets = world.specializations.slice(0, 3).map(({ code }, n) => ({ specialization: code, weight: n + 1 }));
    await this.bringIn([...world.studies.values()], { specializations, targets });
    for (const study of world.studies.values()) for (const email of study.followers) await this.follow(study.id, email, true);
  }

  async stop(): Promise<void> {
    await this.workerDown();
    await this.test.stop();
    jest.restoreAllMocks();
  }

  at(day: string, hour: number): void {
    this.now = Date.parse(`${day}T${String(hour).padStart(2, '0')}:05:00Z`);
  }

  async workerUp(): Promise<void> {
    this.worker ??= await createWorker({ ...this.test.config, role: 'worker' }, ['fatal']);
    await this.idle();
  }

  async workerDown(): Promise<void> {
    await this.worker?.close();
    this.worker = null;
  }

  get isWorking(): boolean {
    return this.worker !== null;
  }

  /** The queue loses all it has, schedules too. */
  async emptyQueue(): Promise<void> {
    await this.queue.obliterate({ force: true });
  }

  /** What the queue would ring for: a sweep, then whatever mail is due. */
  async work(reason: 'morning' | 'change'): Promise<void> {
    await this.test.get(Jobs).add(sweep, { reason });
    await this.idle();
    await this.test.get(Jobs).add(outbox, {});
    await this.idle();
  }

  async happen(happening: Happening): Promise<void> {
    const happened: { [W in Happening['what']]: (it: Extract<Happening, { what: W }>) => Promise<unknown> } = {
      retire: ({ study }) => this.change(study, { status: 'retired' }, 'retire'),
      activate: ({ study }) => this.change(study, { status: 'active' }, 'activate'),
      move: ({ study, deployedOn }) => this.change(study, { deployedOn } as Partial<Study>, 'edit'),
      owner: ({ study, owner }) => this.change(study, { owner }, 'edit'),
      follow: ({ study, person }) => this.follow(study, person, true),
      unfollow: ({ study, person }) => this.follow(study, person, false),
      import: ({ studies }) => this.bringIn(studies, {}),
      rules: ({ person, rules }) =>
        this.test.query(
          `INSERT INTO notification_rule (person_id, rules, unsubscribe_secret) VALUES ($1, $2, $3::text)
           ON CONFLICT (person_id) DO UPDATE SET rules = excluded.rules`,
          [this.ids.get(person), JSON.stringify(rules), `secret of ${person}`],
        ),
      person: ({ person, active }) => this.test.query('UPDATE person SET active = $2 WHERE email = $1', [person, active]),
      ladder: ({ days }) => this.asManager('PATCH', '/api/settings/alerts', { ladder: days }),
    };
    await (happened[happening.what] as (it: Happening) => Promise<unknown>)(happening);
  }

  async acknowledge(alert: { study: string; day: string; step: number }): Promise<void> {
    await this.asManager('POST', `/api/alerts/${(await this.alertOf(alert)) ?? 'none'}/acknowledge`);
  }

  async snooze(alert: { study: string; day: string; step: number }, until: string): Promise<void> {
    await this.asManager('POST', `/api/alerts/${(await this.alertOf(alert)) ?? 'none'}/snooze`, { until, reason: 'It is being replaced' });
  }

  /** Study, day and step of every alert, by its id. */
  async alerts(): Promise<ReadonlyMap<string, { study: string; day: string; step: number }>> {
    const rows = await this.test.query<{ id: string; study: string; day: string; step: number }>(
      `SELECT id::text, subject_id AS study, day::text, step FROM alert WHERE kind = 'study-expiry'`,
    );
    return new Map(rows.map(({ id, ...alert }) => [id, alert]));
  }

  /** The kind of every mail, by its Message-ID. */
  async kinds(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.test.query<{ id: string; kind: string }>('SELECT message_id AS id, kind FROM outbox');
    return new Map(rows.map(({ id, kind }) => [id, kind]));
  }

  private async alertOf({ study, day, step }: { study: string; day: string; step: number }): Promise<string | undefined> {
    const [row] = await this.test.query<{ id: string }>(
      `SELECT id::text FROM alert WHERE kind = 'study-expiry' AND subject_id = $1 AND day = $2 AND step = $3`,
      [study, day, step],
    );
    return row?.id;
  }

  private async asManager(method: 'POST' | 'PATCH', url: string, body?: unknown): Promise<void> {
    const manager = await this.test.signIn('manager', { email: 'manager1@sim.example' });
    const answer = await manager.send(method, url, body, method === 'PATCH' ? { 'if-match': '*' } : {});
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  private async addPerson({ email, role }: PlainPerson): Promise<void> {
    const { personId } = await this.test.signIn(role, { email });
    this.ids.set(email, personId);
  }

  private async change(id: string, edit: Partial<Study>, action: 'edit' | 'activate' | 'retire'): Promise<void> {
    await this.test.get(PortfolioWriter).write(null, async ({ before, save }) => {
      await save({ studies: [{ ...(before.study(id) as Study), ...edit }] }, action);
    });
  }

  private async bringIn(studies: readonly PlainStudy[], more: { specializations?: object[]; targets?: object[] }): Promise<void> {
    const { specializations = [], targets } = more;
    await this.test.get(PortfolioWriter).write(null, async ({ before, save }) => {
      const document = {
        format: 'caseboard-portfolio',
        version: 1,
        partner: { legalName: 'Harbor Cloud', timeZone: 'UTC', heldSpecializations: [], targets: targets ?? [] },
        specializations: targets ? specializations : before.portfolio.specializations.filter(({ code }) => code.startsWith('sim-')),
        customers: studies.map(({ id }) => ({ id: `of-${id}`, legalName: `Customer of ${id}`, kind: 'legal-entity', industry: 'Retail' })),
        studies: studies.map((study) => asRecord(study)),
      };
      const read = readPortfolio(document, { builtIn: builtInSpecializations });
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      const { customers, studies: records, partner } = read.portfolio;
      const kept = records.map((record) => ({ ...record, owner: before.study(record.id)?.owner ?? record.owner }));
      await save({ customers, studies: kept, ...(targets ? { partner, specializations: read.ownSpecializations } : {}) }, 'import');
    });
  }

  private async follow(study: string, email: string, follows: boolean): Promise<void> {
    const values = [study, this.ids.get(email)];
    if (!follows) await this.test.query('DELETE FROM study_follower WHERE study_id = $1 AND person_id = $2', values);
    else await this.test.query('INSERT INTO study_follower VALUES ($1, $2, now()) ON CONFLICT DO NOTHING', values);
  }

  /** Until nothing waits and nothing runs. */
  private async idle(): Promise<void> {
    if (!this.worker) return;
    for (let waited = 0; waited < 60_000; waited += 5) {
      const { waiting, active, prioritized } = await this.queue.getJobCounts('waiting', 'active', 'prioritized');
      if (!waiting && !active && !prioritized) return;
      await sleep(5);
    }
    const jobs = await this.queue.getJobs(['waiting', 'active', 'prioritized'], 0, 9);
    throw new Error(`the queue does not come to rest: ${JSON.stringify(jobs.map(({ name, data }) => ({ name, data })))}`);
  }

  private get queue() {
    return (this.test.get(Jobs) as unknown as { backend: { queue: import('bullmq').Queue } }).backend.queue;
  }
}

function asRecord({ id, status, deployedOn, isPublic, complete, specializations, owner }: PlainStudy) {
  const shown = isPublic ? { visibility: 'public', url: `https://example.com/${id}`, format: 'case-study' } : {};
  return {
    ...aCompleteStudy(id, { deployedOn, applications: specializations }),
    ...shown,
    status,
    owner,
    ...(complete ? {} : { summary: '' }),
  };
}
