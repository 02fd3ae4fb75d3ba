import { createHmac } from 'node:crypto';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { checkLiteral, publicLookup } from './public-address.js';

export interface Post {
  readonly url: string;
  readonly secret: string;
  readonly privateAllowed: boolean;
  /** The same on every attempt, so that the other side can know a repetition. */
  readonly id: string;
  readonly body: string;
  readonly now: Date;
}

const longestMs = 10_000;

/** Posts signed JSON; null when it was taken, else what went wrong. Follows no redirect, and reads none of the answer. */
export async function postJson(post: Post): Promise<string | null> {
  try {
    const status = await statusOf(post);
    return status >= 200 && status < 300 ? null : `It answered ${status}`;
  } catch (error) {
    const { name, message, code } = error as NodeJS.ErrnoException;
    return name === 'TimeoutError' || name === 'AbortError' ? `No answer within ${longestMs / 1000} s` : message || String(code);
  }
}

function statusOf({ url, secret, privateAllowed, id, body, now }: Post): Promise<number> {
  const target = new URL(url);
  if (!privateAllowed) checkLiteral(target.hostname);
  return new Promise((done, fail) => {
    const request = (target.protocol === 'https:' ? overHttps : overHttp)(target, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.timeout(longestMs),
      ...(!privateAllowed && { lookup: publicLookup }),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Caseboard',
        'x-caseboard-id': id,
        'x-caseboard-signature': signature(secret, body, now),
      },
    });
    request.on('error', fail);
    request.on('response', (answer) => {
      answer.destroy();
      done(answer.statusCode ?? 0);
    });
    request.end(body);
  });
}

/** `t=<unix seconds>,v1=<hex HMAC-SHA-256 of "t.body">`: the time is signed too, so that an old one can be refused. */
export function signature(secret: string, body: string, now: Date): string {
  const t = Math.floor(now.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}
