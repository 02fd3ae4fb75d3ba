import { once } from 'node:events';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything, for one file of journeys. To be asked for before the product is. */
export function useMailbox(): Mailbox {
  const mailbox = new Mailbox();
  beforeAll(() => mailbox.start());
  afterAll(() => mailbox.stop());
  return mailbox;
}

class Mailbox {
  private readonly mails: Email[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 50,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => void PostalMime.parse(Buffer.concat(parts)).then((mail) => (this.mails.push(mail), done()), done));
    },
  });

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as { port: number }).port}`;
  }

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server.server, 'listening');
  }

  async stop(): Promise<void> {
    await new Promise<void>((done) => this.server.close(done));
  }

  /** The first mail to that address whose subject is like this; waits for it. */
  async mailTo(address: string, subject: RegExp): Promise<Email> {
    for (let waited = 0; waited < 30_000; waited += 100) {
      const found = this.mails.find((mail) => subject.test(mail.subject ?? '') && mail.to?.some((to) => to.address === address));
      if (found) return found;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`no such mail to ${address}; there are:\n${this.mails.map(({ subject: said }) => said).join('\n')}`);
  }
}
