import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import type { TableKind } from './tables/columns.js';
import { tight } from './tables/words.js';

/** What people said in earlier imports: who a name is, and what a heading means. */
export interface Remembered {
  readonly answers: ReadonlyMap<string, string>;
  meaning(kind: TableKind, heading: string): string | undefined;
}

@Injectable()
export class RememberedAnswers {
  constructor(private readonly database: Database) {}

  async all(): Promise<Remembered> {
    const answers: { question: string; answer: string }[] = await this.database.manager.query('SELECT question, answer FROM import_answer');
    const headings: { kind: string; heading: string; meaning: string }[] = await this.database.manager.query(
      'SELECT kind, heading, meaning FROM import_heading',
    );
    const meanings = new Map(headings.map(({ kind, heading, meaning }) => [`${kind} ${heading}`, meaning]));
    return {
      answers: new Map(answers.map(({ question, answer }) => [question, answer])),
      meaning: (kind, heading) => meanings.get(`${kind} ${tight(heading)}`),
    };
  }

  async rememberAnswers(manager: EntityManager, answers: ReadonlyMap<string, string>): Promise<void> {
    await manager.query(
      `INSERT INTO import_answer (question, answer) SELECT * FROM unnest($1::text[], $2::text[])
       ON CONFLICT (question) DO UPDATE SET answer = excluded.answer`,
      [[...answers.keys()], [...answers.values()]],
    );
  }

  async rememberHeadings(headings: readonly { kind: TableKind; heading: string; meaning: string }[]): Promise<void> {
    for (const { kind, heading, meaning } of headings) {
      await this.database.manager.query(
        `INSERT INTO import_heading (kind, heading, meaning) VALUES ($1, $2, $3)
         ON CONFLICT (kind, heading) DO UPDATE SET meaning = excluded.meaning`,
        [kind, tight(heading), meaning],
      );
    }
  }
}
