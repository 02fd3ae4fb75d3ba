import { Catch, HttpException, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Language, Problem, RefusalCode } from '@caseboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asRefusal } from '../database/database.js';
import { Refusal } from '../refusal.js';
import { Routes } from './routes.js';
import { loggedAddress } from './request-log.js';
import { faultMessage, problemWords } from './problem-words.js';

/** Turns everything that goes wrong into problem details (RFC 9457), in the reader's language, without a stack trace. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  constructor(private readonly routes: Routes) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = this.isOtherMethod(error, request, reply) ? new Refusal('method-not-allowed') : refusalOf(error);
    if (refusal.status >= 500)
      this.logger.error(`request ${request.id} ${request.method} ${loggedAddress(request.url)}: ${describe(error)}`);
    if (reply.sent) return;
    const seconds = refusal.params['retryAfterSeconds'];
    if (typeof seconds === 'number') void reply.header('retry-after', seconds);
    void reply
      .status(refusal.status)
      .headers(problemHeaders)
      .send(JSON.stringify(problemOf(refusal, request)));
  }

  /** The framework calls a known address with an unknown method "not found". */
  private isOtherMethod(error: unknown, request: FastifyRequest, reply: FastifyReply): boolean {
    if (!(error instanceof NotFoundException)) return false;
    const allowed = this.routes.methodsAt(request.url);
    if (allowed.length === 0 || allowed.includes(request.method)) return false;
    void reply.header('allow', allowed.join(', '));
    return true;
  }
}

const problemHeaders = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };

/** What the server answers before any of our code runs, such as to a malformed address. */
export function answerFrameworkError(error: { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .status(error.statusCode === 414 ? 400 : (error.statusCode ?? 400))
    .headers({ ...problemHeaders, 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' })
    .send(JSON.stringify(problemOf(refusalOf(error), request)));
}

function problemOf(refusal: Refusal, request: FastifyRequest): Problem {
  const language = languageOf(request);
  const faults = refusal.faults.map((fault) => ({ ...fault, message: fault.message ?? faultMessage(fault, language) }));
  return {
    type: `urn:caseboard:problem:${refusal.code}`,
    ...problemWords(refusal.code, refusal.params, language),
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
  return new Refusal(
    codeOfStatus[Number(status)] ?? (Number(status) >= 400 && Number(status) < 500 ? 'malformed-request' : 'internal-error'),
  );
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
