import { once } from 'node:events';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { MailWeather } from './plain-reading.js';

/** A mail as it arrived; `day` is the day of the simulation. */
export interface Arrived {
  readonly day: string;
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

const refusals: Partial<Record<MailWeather, [when: 'connect' | 'rcpt' | 'data', code: number]>> = {
  '421': ['connect', 421],
  '450': ['rcpt', 450],
  '550': ['rcpt', 550],
  '554': ['data', 554],
};

/**
 * A mail server with weather: `refused` does not listen, 421, 450, 550 and 554 say no at their places, `lost` breaks the
 * line before it has taken the mail, `taken` after.
 */
export class MailServer {
  readonly arrived: Arrived[] = [];
  day = '';
  private weather: MailWeather = 'ok';
  private server: SMTPServer | undefined;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 10,
      onConnect: (_session, done) => done(this.refusal('connect')),
      onRcptTo: (_address, _session, done) => done(this.refusal('rcpt')),
      onData: (stream, session, done) => void this.take(stream, session).then(() => done(this.refusal('data')), done),
    });
    this.server.on('error', () => undefined);
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as { port: number }).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((done) => server.close(done));
  }

  async turn(weather: MailWeather): Promise<void> {
    if (weather !== this.weather) this.breakLines();
    this.weather = weather;
    if (weather === 'refused') await this.stop();
    else if (!this.server) await this.start();
  }

  private refusal(when: 'connect' | 'rcpt' | 'data'): Error | null {
    const refusal = refusals[this.weather];
    if (!refusal || refusal[0] !== when) return null;
    return Object.assign(new Error('not today'), { responseCode: refusal[1] });
  }

  private async take(stream: NodeJS.ReadableStream, session: SMTPServerSession): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(Buffer.from(part as Buffer));
    if (this.weather !== 'lost' && !this.refusal('data')) await this.keep(Buffer.concat(parts), session);
    if (this.weather === 'lost' || this.weather === 'taken') this.breakLines(session.id);
  }

  private async keep(source: Buffer, session: SMTPServerSession): Promise<void> {
    const { messageId = '', subject = '', text = '' } = await PostalMime.parse(source);
    for (const { address } of session.envelope.rcptTo) this.arrived.push({ day: this.day, to: address, messageId, subject, text });
  }

  /** Whoever is connected hears nothing more; all, or the one session. */
  private breakLines(session?: string): void {
    const { connections } = (this.server ?? { connections: [] }) as unknown as {
      connections: Iterable<{ id: string; _socket: { destroy(): void } }>;
    };
    for (const connection of connections) if (session === undefined || connection.id === session) connection._socket.destroy();
  }
}
