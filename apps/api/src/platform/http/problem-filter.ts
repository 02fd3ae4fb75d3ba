import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { refusalStatus, type Language, type Problem, type RefusalCode } from '@caseboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asRefusal } from '../database/database.js';
import { Refusal } from '../refusal.js';
import { faultWords, refusalWords } from './problem-words.js';

/** Turns everything that goes wrong into problem details (RFC 9457), in the reader's language, without a stack trace. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    if (refusal.status >= 500) this.logger.error(`request ${request.id} ${request.method} ${request.url.split('?')[0]}: ${describe(error)}`);
    if (reply.sent) return;
    const seconds = refusal.params['retryAfterSeconds'];
    if (typeof seconds === 'number') void reply.header('retry-after', seconds);
    void reply
      .status(refusal.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problemOf(refusal, request)));
  }
}

function problemOf(refusal: Refusal, request: FastifyRequest): Problem {
  const language = languageOf(request);
  const faults = refusal.faults.map((fault) => ({ ...fault, message: fault.message ?? faultWords(fault, language) }));
  return {
    type: `urn:caseboard:problem:${refusal.code}`,
    ...refusalWords(refusal.code, refusal.params, language),
    status: refusal.status,
    instance: `urn:caseboard:request:${request.id}`,
    code: refusal.code,
    ...(faults.length > 0 && { faults }),
    ...(Object.keys(refusal.params).length > 0 && { params: refusal.params }),
  };
}

/** The language of the signed-in person; before that the browser's. */
function languageOf(request: FastifyRequest): Language {
  if (request.person) return request.person.language;
  const wanted = (request.headers['accept-language'] ?? '').split(',').map((entry) => entry.trim().toLowerCase());
  return wanted.find((entry) => entry.startsWith('zh') || entry.startsWith('en'))?.startsWith('zh') ? 'zh' : 'en';
}

function refusalOf(error: unknown): Refusal {
  const known = asRefusal(error);
  if (known instanceof Refusal) return known;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  return new Refusal(codeOfStatus[Number(status)] ?? (Number(status) >= 400 && Number(status) < 500 ? 'malformed-request' : 'internal-error'));
}

/** What the frameworks themselves refuse: our own code throws refusals only, so 403 can only be the cross-site check. */
const codeOfStatus: { readonly [status: number]: RefusalCode } = {
  403: 'cross-site-request',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  414: 'malformed-request',
  415: 'unsupported-media-type',
  503: 'not-available',
};

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Every status that a refusal can have, for the description of the API. */
export const problemStatuses = [...new Set(Object.values(refusalStatus))].sort();
