import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { DynamicModule, LoggerService, LogLevel, Type } from '@nestjs/common';
import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { largestBody, registerBodies } from './bodies.js';
import { registerCompression } from './compression.js';
import { describeApi } from './describe.js';
import { ApiDescription } from './docs.controller.js';
import { answerFrameworkError } from './problem-filter.js';
import { registerInFlight } from './in-flight.js';
import { registerRequestLog } from './request-log.js';
import { registerSite } from './static-site.js';

/** The HTTP side of the product around its modules: limits, cookies, protection, errors. */
export async function createHttpApp(
  module: Type | DynamicModule,
  config: Config,
  logger: LoggerService | LogLevel[] | false,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    frameworkErrors: answerFrameworkError,
    trustProxy: config.trustProxy,
    genReqId: () => randomUUID(),
    bodyLimit: largestBody,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: true,
    skipMiddie: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { bodyParser: false, logger, abortOnError: false });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  registerInFlight(fastify);
  registerBodies(fastify);
  await app.register(fastifyCookie);
  app.setGlobalPrefix('api');
  app.enableCsrfProtection({
    trustedOrigins: config.baseUrl ? [new URL(config.baseUrl).origin] : [],
    // A token in a header is never sent by the browser of itself, so it needs no protection.
    exclude: (request: { headers: { authorization?: string } }) => request.headers.authorization?.startsWith('Bearer ') === true,
  });
  protect(app, config);
  registerCompression(fastify);
  if (config.logRequests) registerRequestLog(fastify);
  await registerSite(fastify);
  app.get(ApiDescription).make = () => describeApi(app);
  return app;
}

/**
 * A page may load only what this server ships. Style elements are the one exception: Mantine writes its
 * variables into them.
 */
function protect(app: NestFastifyApplication, config: Config): void {
  const behindTls = config.baseUrl?.startsWith('https:') ?? false;
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'none'",
        scriptSrc: "'self'",
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: "'self'",
        connectSrc: "'self'",
        manifestSrc: "'self'",
        baseUri: "'none'",
        formAction: "'self'",
        frameAncestors: "'none'",
        ...(behindTls && { upgradeInsecureRequests: true }),
      },
    },
    strictTransportSecurity: behindTls,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
}
