import { Injectable } from '@nestjs/common';
import { digestSubject, subjectCountWords, type Language } from '@caseboard/wording';
import { AlertContentService, type ToldAlert } from '../alerts/alert-content.service.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database/database.js';
import { Organisation } from '../platform/organisation.js';
import { format, say } from '../platform/words.js';
import { postJson } from './post-json.js';

/** `nothing`: it rests, or nothing of it is wanted any more. */
export type Delivered =
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'tried'; readonly error: string | null; readonly url: string; readonly body: unknown };

/** A chat is read by anybody, so it meets no name of an anonymous customer. */
const anybody = {
  id: '00000000-0000-0000-0000-000000000000',
  email: '',
  role: 'leader',
  seesAnonymousNames: false,
  language: 'en',
} as const;

/** Posts what fell due to a webhook. */
@Injectable()
export class WebhookDeliveryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly organisation: Organisation,
    private readonly content: AlertContentService,
  ) {}

  /** One attempt. Without alerts it is a test. */
  async deliver(webhook: string, id: string, alerts: readonly string[]): Promise<Delivered> {
    const [to] = await this.database.manager.query<{ url: string; secret: string; privateAllowed: boolean; language: Language }[]>(
      'SELECT url, secret, private_allowed AS "privateAllowed", language FROM webhook WHERE id = $1 AND active',
      [webhook],
    );
    const rows = alerts.length === 0 ? [] : await this.content.rows(anybody, alerts);
    if (!to || rows.length < Math.min(1, alerts.length)) return { outcome: 'nothing' };
    const now = this.clock.now();
    const body = await this.bodyOf(id, rows, to.language, now);
    return { outcome: 'tried', url: to.url, body, error: await postJson({ ...to, id, body: JSON.stringify(body), now }) };
  }

  private async bodyOf(id: string, rows: readonly ToldAlert[], language: Language, now: Date) {
    const { legalName, timeZone } = await this.organisation.facts();
    const base = this.config.baseUrl ?? `http://localhost:${this.config.port}`;
    return {
      id,
      type: rows.length === 0 ? 'test' : 'alerts.due',
      at: now.toISOString(),
      organisation: legalName,
      text:
        rows.length === 0
          ? say(subjectCountWords, 'test-webhook', language)
          : digestSubject(rows, { today: this.clock.today(timeZone), language, format }),
      alerts: rows.map(({ id: alert, kind, subject, day, step, owner, consequence }) => ({
        id: alert,
        kind,
        subject,
        day,
        step,
        owner,
        consequence,
        url: `${base}/alerts/${alert}`,
      })),
    };
  }
}
