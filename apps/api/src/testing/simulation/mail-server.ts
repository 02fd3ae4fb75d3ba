import type { SMTPServerSession } from 'smtp-server';
import { Mailbox, type Manner } from '../mailbox.js';
import type { MailWeather } from './plain-reading.js';

/** A mail as it arrived; `day` is the day of the simulation. */
export interface Arrived {
  readonly day: string;
  readonly to: string;
  readonly messageId: string;
  readonly text: string;
}

const manners: { readonly [W in Exclude<MailWeather, 'refused'>]: Manner } = {
  ok: 'takes',
  '421': 'CONNECT 421',
  '450': 'RCPT 450',
  '550': 'RCPT 550',
  '554': 'DATA 554',
  lost: 'breaks',
  taken: 'takes-and-breaks',
};

/** A mail server with weather: `refused` does not listen; new weather ends the lines that are open. */
export class MailServer extends Mailbox {
  readonly arrived: Arrived[] = [];
  day = '';
  private weather: MailWeather = 'ok';

  /** With the product's own patience. */
  override get url(): string {
    return new URL('/', super.url).href;
  }

  async turn(weather: MailWeather): Promise<void> {
    if (weather === this.weather) return;
    if (this.weather === 'refused') await this.start();
    this.weather = weather;
    this.hangUp();
    if (weather === 'refused') await this.stop();
    else this.manner = manners[weather];
  }

  protected override async keep(source: Buffer, session: SMTPServerSession): Promise<void> {
    await super.keep(source, session);
    const { recipients, messageId = '', text = '' } = this.received.pop() ?? { recipients: [] };
    for (const to of recipients) this.arrived.push({ day: this.day, to, messageId, text });
  }
}
