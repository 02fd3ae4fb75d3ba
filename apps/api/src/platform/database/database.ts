import { Injectable } from '@nestjs/common';
import { DataSource, DefaultNamingStrategy, QueryFailedError, type DataSourceOptions, type EntityManager } from 'typeorm';
import { types, type Pool } from 'pg';
import { Refusal } from '../refusal.js';
import { Config } from '../config.js';
import { constraintRefusals } from './constraint-refusals.js';

// A calendar day stays the string it is; the driver would make it an instant in the machine's own time zone.
const dateType = 1082;
types.setTypeParser(dateType, (text) => text);

/** A serialization failure or a deadlock: the transaction did nothing, and trying it again is the cure. */
const worthAnotherTry: readonly string[] = ['40001', '40P01'];

/** Runs work on the database; a service takes this where several statements must stand or fall together. */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /** For reading, and for single statements. */
  get manager(): EntityManager {
    return this.source.manager;
  }

  /** A statement that runs thousands of times in a row: each connection plans it once, under the name. */
  async prepared<T>(name: string, text: string, values: readonly unknown[]): Promise<T[]> {
    const { master } = this.source.driver as unknown as { master: Pool };
    try {
      return (await master.query({ name, text, values: [...values] })).rows as T[];
    } catch (error) {
      throw new QueryFailedError(text, [...values], error as Error);
    }
  }

  /**
   * Everything in `work` happens or nothing does. It may run again after a deadlock, so it must do nothing that
   * the database cannot take back. A broken constraint comes out as the refusal that it stands for.
   */
  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        if (attempt >= 4 || !worthAnotherTry.includes(errorCode(error) ?? '')) throw asRefusal(error);
      }
    }
  }
}

/** The refusal that a broken constraint stands for; any other error as it is. */
export function asRefusal(error: unknown): unknown {
  const code = constraintRefusals[violated(error) ?? ''];
  return code ? new Refusal(code) : error;
}

/** The name of the constraint that refused, if one did. */
export function violated(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
}

function errorCode(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
}

/** How every connection of the product is made. */
export function connectionOf(config: Pick<Config, 'databaseUrl' | 'databaseRole'>) {
  const role = config.databaseRole ? `-c role=${config.databaseRole} ` : '';
  return {
    connectionString: config.databaseUrl,
    application_name: 'caseboard',
    options: `${role}-c timezone=UTC -c idle_in_transaction_session_timeout=120s`,
    keepAlive: true,
  };
}

export function dataSourceOptions(config: Config): DataSourceOptions {
  return {
    type: 'postgres',
    namingStrategy: new SnakeCase(),
    installExtensions: false,
    poolSize: config.databaseConnections,
    extra: connectionOf(config),
    // The driver's own words for the log; without a listener a dropped connection would end the process.
    poolErrorHandler: () => undefined,
  };
}

/** Database names are the same words as the code's: deployedOn is deployed_on. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return [...prefixes, customName ?? propertyName].map(snakeCase).join('_');
  }

  override joinColumnName(relationName: string, referencedColumnName: string): string {
    return snakeCase(`${relationName}_${referencedColumnName}`);
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
