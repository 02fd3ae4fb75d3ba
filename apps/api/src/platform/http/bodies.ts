import { Transform, type Readable } from 'node:stream';
import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.js';

const mebibyte = 1024 * 1024;
export const largestBody = 4 * mebibyte;
export const largestUpload = 256 * mebibyte;

/** The route takes a file as its body, of any content type, and reads it as a stream (`@UploadedBody()`). */
export const Upload = () => applyDecorators(RouteConfig({ upload: true }));

/** The body of an `@Upload()` route: a stream that refuses to go on after 256 MiB. */
export const UploadedBody = createParamDecorator((_: unknown, context: ExecutionContext): Readable => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  return (body as Readable).pipe(atMost(largestUpload)) as Readable;
});

/** The whole of a stream in memory. */
export async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Bodies are JSON of a few megabytes, except on upload routes, which get the stream itself. */
export function registerBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(['application/json'], async (request: FastifyRequest, payload: Readable) => {
    if (isUpload(request)) return checked(request, payload, largestUpload);
    const text = (await collect(checked(request, payload, largestBody).pipe(atMost(largestBody)))).toString('utf8');
    return parse(text);
  });
  fastify.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) => {
    if (isUpload(request)) return checked(request, payload, largestUpload);
    throw new Refusal('unsupported-media-type', { allowed: 'application/json' });
  });
}

function isUpload(request: FastifyRequest): boolean {
  return (request.routeOptions.config as { upload?: boolean }).upload === true;
}

/** Refuses a body that says itself that it is too long before a byte of it is kept. */
function checked(request: FastifyRequest, payload: Readable, limit: number): Readable {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new Refusal('too-large', { limitBytes: limit });
  return payload;
}

function atMost(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(new Refusal('too-large', { limitBytes: limit }));
      else done(null, chunk);
    },
  });
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('malformed-request', { reason: 'no-json' });
  }
}
