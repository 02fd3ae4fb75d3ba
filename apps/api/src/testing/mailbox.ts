import { once } from 'node:events';
import type { Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface Received extends Email {
  readonly raw: string;
  readonly recipients: readonly string[];
}

/**
 * What the server does with a mail: takes it, refuses it with a code, takes it and breaks the line, breaks the line before
 * it has it, or never answers.
 */
export type Manner = 'takes' | 'takes-and-breaks' | 'breaks' | 'is-silent' | `${'CONNECT' | 'RCPT' | 'DATA'} ${number}`;

/** A mail server that keeps what it takes, and behaves as it is told. */
export class Mailbox {
  readonly received: Received[] = [];
  manner: Manner = 'takes';
  private readonly sockets = new Map<string, Socket>();
  private server!: SMTPServer;
  private port = 0;

  /** Short patience, so that a silent server is no long test. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}/?socketTimeout=400&greetingTimeout=2000`;
  }

  async start(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 50,
      onConnect: (_session, done) => done(this.refusal('CONNECT')),
      onRcptTo: (_address, _session, done) => done(this.refusal('RCPT')),
      onData: (stream, session, done) => void this.take(stream, session, done),
    });
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => this.sockets.set(`${socket.remotePort}`, socket));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as { port: number }).port;
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  /** Ends all open lines, as a restart of the server would. */
  hangUp(): void {
    for (const socket of this.sockets.values()) socket.destroy();
    this.sockets.clear();
  }

  private refusal(at: string): Error | null {
    const [when, code] = this.manner.split(' ');
    return when === at ? Object.assign(new Error('not so'), { responseCode: Number(code) }) : null;
  }

  private async take(stream: NodeJS.ReadableStream, session: SMTPServerSession, done: (error?: Error | null) => void): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(Buffer.from(part as Buffer));
    const { manner } = this;
    if (manner.startsWith('takes')) await this.keep(Buffer.concat(parts), session);
    if (manner.endsWith('breaks')) this.sockets.get(`${session.remotePort}`)?.destroy();
    else if (manner !== 'is-silent') done(this.refusal('DATA'));
  }

  protected async keep(source: Buffer, session: SMTPServerSession): Promise<void> {
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    this.received.push({ ...(await PostalMime.parse(source)), raw: source.toString('utf8'), recipients });
  }
}
