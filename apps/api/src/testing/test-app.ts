import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Language, Role } from '@caseboard/contracts';
import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { createApp } from '../create-app.js';
import { hashOf, newSecret } from '../platform/secrets.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { applicationRole } from '../platform/database/migrate.js';
import { TestClient } from './test-client.js';
import { testDatabase } from './test-database.js';

export interface TestAppOptions extends Partial<Omit<Config, 'today'>> {
  /** The day that stands in for today; 2026-11-22, the day of the samples, when not said. Null: today goes with the clock. */
  readonly today?: string | null;
}

/**
 * The product in this process on a database of its own. Call it at the top of a describe or of the file: it starts
 * before the tests and ends after them.
 */
export function useTestApp(options: TestAppOptions = {}): TestApp {
  const test = new TestApp(options);
  beforeAll(() => test.start());
  afterAll(() => test.stop());
  return test;
}

export class TestApp {
  app!: NestFastifyApplication;
  config!: Config;
  private dropDatabase: () => Promise<void> = async () => undefined;

  constructor(private readonly options: TestAppOptions = {}) {}

  async start(): Promise<void> {
    const { url, drop } = await testDatabase();
    this.dropDatabase = drop;
    this.config = { ...plainConfig, databaseUrl: url, ...this.options };
    this.app = await createApp(this.config, this.config.logRequests ? ['error', 'warn', 'log'] : ['fatal']);
    const clock = this.app.get(Clock);
    const realNow = clock.now.bind(clock);
    clock.now = () => new Date(realNow().getTime() + this.shifted);
    await this.app.init();
    await this.app.getHttpAdapter().getInstance().ready();
  }

  async stop(): Promise<void> {
    await this.app?.close();
    await this.dropDatabase();
  }

  /** Lets time pass for everything that asks the clock when it is. */
  passTime(milliseconds: number): void {
    this.shifted += milliseconds;
  }
  private shifted = 0;

  /** Puts the clock to that moment; to be asked with `today: null`. */
  setTime(moment: string): void {
    this.passTime(Date.parse(moment) - this.get(Clock).now().getTime());
  }

  get database(): Database {
    return this.app.get(Database);
  }

  get<T>(service: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get(service as Type<T>, { strict: false });
  }

  /** Runs a statement as the product's own role. */
  query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.database.manager.query<T[]>(sql, parameters);
  }

  /** Somebody who is not signed in. */
  get stranger(): TestClient {
    return new TestClient(this.app, {});
  }

  /** Somebody new who is signed in with this role. */
  async signIn(
    role: Role,
    facts: { email?: string; name?: string; language?: Language; seesAnonymousNames?: boolean } = {},
  ): Promise<TestClient> {
    const email = facts.email ?? `${role}-${randomUUID().slice(0, 8)}@example.com`;
    const secret = newSecret();
    const now = this.get(Clock).now();
    const [person] = await this.query<{ id: string }>(
      `INSERT INTO person (email, name, role, language, sees_anonymous_names, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, 'none', $6)
       ON CONFLICT (email) DO UPDATE SET role = excluded.role RETURNING id`,
      [email, facts.name ?? `A ${role}`, role, facts.language ?? 'en', facts.seesAnonymousNames ?? false, now],
    );
    await this.query(
      'INSERT INTO session (person_id, secret_hash, agent, created_at, last_used_at, expires_at) VALUES ($1, $2, $3, $4, $4, $5)',
      [person?.id, hashOf(secret), 'test', now, new Date(now.getTime() + 30 * 24 * 3600_000)],
    );
    return new TestClient(this.app, { cookie: `caseboard_session=${secret}` }, person?.id);
  }
}

const plainConfig: Omit<Config, 'databaseUrl'> = {
  port: 0,
  host: '127.0.0.1',
  databaseRole: applicationRole,
  databaseConnections: 10,
  redisUrl: null,
  role: 'api',
  dataFolder: '',
  today: '2026-11-22',
  baseUrl: null,
  trustProxy: false,
  administrator: null,
  logRequests: false,
  smtpUrl: null,
  mailFrom: { name: 'Caseboard', address: 'caseboard@caseboard.test' },
  rules: 'those of the tests',
};
