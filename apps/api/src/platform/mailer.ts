import { Transform } from 'node:stream';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import pLimit from 'p-limit';
import { Config } from './config.js';

/** A mail to one person, ready to be handed over. Names and texts may be anything: line breaks reach no header. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly references: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What became of handing a mail over. `uncertain`: the line broke after the mail began to travel, so the server may have it;
 * `refused`: the server does not know the recipient, or takes nothing for them.
 */
export type Handed =
  { readonly ok: true } | { readonly ok: false; readonly error: string; readonly uncertain: boolean; readonly refused: boolean };

/** What became of a mail that is not known in time: it may still go out. */
class TooLate extends Error {}

// Together shorter than a mail's lease, so that no attempt outlives it.
const longestWaitMs = 40_000;
const longestMs = 75_000;
const connections = 5;

/** Hands mails to the SMTP server of SMTP_URL, where there is one. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: ReturnType<typeof open> | undefined;
  private readonly limit = pLimit(2 * connections);

  constructor(private readonly config: Config) {}

  get configured(): boolean {
    return this.config.smtpUrl !== null;
  }

  /** Host and port, without the credentials. */
  get server(): string | null {
    return this.config.smtpUrl === null ? null : new URL(this.config.smtpUrl).host;
  }

  /** Few at once: what waits in nodemailer's own queue could no longer be called back from a server that is slow. */
  hand(mail: OutgoingMail): Promise<Handed> {
    const asked = performance.now();
    return this.limit(() => (performance.now() - asked > longestWaitMs ? tooSlow : this.handNow(mail)));
  }

  private async handNow(mail: OutgoingMail): Promise<Handed> {
    this.transport ??= open(this.config.smtpUrl as string);
    const began = { travelling: false };
    try {
      await within(longestMs, this.transport.sendMail({ ...optionsOf(mail, this.config), began } as SendMailOptions));
      return { ok: true };
    } catch (error) {
      return failure(error as SmtpError, began.travelling || error instanceof TooLate);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** The pool's own second tries are off: they would repeat a mail behind the outbox's back. */
function open(url: string) {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: 1_000,
    maxRequeues: 0,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.on('error', () => undefined);
  transport.use('stream', (mail, done) => {
    const { began } = mail.data as unknown as { began: { travelling: boolean } };
    mail.message.transform(() => wholeOnly(() => (began.travelling = true)));
    done();
  });
  return transport;
}

/** Lets the message go on when it is whole: written piece by piece, it would be dozens of small packets. */
function wholeOnly(begins: () => void): Transform {
  const parts: Buffer[] = [];
  return new Transform({
    transform(part: Buffer, _encoding, pass) {
      parts.push(part);
      pass();
    },
    flush(done) {
      begins();
      done(null, Buffer.concat(parts));
    },
  });
}

function optionsOf(mail: OutgoingMail, { mailFrom }: Config): SendMailOptions {
  const { messageId, subject, html, text, references, headers } = mail;
  const to = { name: oneLine(mail.to.name), address: mail.to.address };
  return {
    from: mailFrom,
    to,
    envelope: { from: mailFrom.address, to: [mail.to.address] },
    messageId,
    subject: oneLine(subject),
    html,
    text,
    ...(references && { references, inReplyTo: references }),
    headers: { ...headers },
    encoding: 'base64',
  };
}

/** No control character may reach a header: not line breaks, and none that a program would take for one. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** An answer with a code is a definite no, whenever it comes; without one it counts how far the mail had come. */
function failure(error: SmtpError, travelling: boolean): Handed {
  const answered = typeof error.responseCode === 'number';
  return {
    ok: false,
    error: oneLine(error.message).slice(0, 1_000),
    uncertain: travelling && !answered,
    refused: answered && (error.responseCode as number) >= 500 && error.command === 'RCPT TO',
  };
}

const tooSlow: Handed = { ok: false, error: 'The mail server was busy with other mails for too long', uncertain: false, refused: false };

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new TooLate('The mail server took too long')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
