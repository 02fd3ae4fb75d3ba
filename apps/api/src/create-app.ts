import type { LoggerService, LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config.js';
import { createHttpApp } from './platform/http/create-http-app.js';

/** The whole product as an HTTP application, not yet listening. */
export function createApp(config: Config, logger: LoggerService | LogLevel[] | false): Promise<NestFastifyApplication> {
  return createHttpApp(AppModule.with(config), config, logger);
}

/** The product without HTTP, for a process that only works on the queue. */
export function createWorker(config: Config, logger: LogLevel[]) {
  return NestFactory.createApplicationContext(AppModule.with(config), { logger, abortOnError: false });
}
