import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiBody, ApiResponse, DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problem } from '@caseboard/contracts';
import type { z } from 'zod';
import { version } from '../version.js';
import { Routes, type Route } from './routes.js';

/** Says in the API's description what a route answers. */
export const Answers = (schema: z.ZodType, status = 200) => ApiResponse({ status, standardSchema: schema as never });

/** Says in the API's description what a route takes, where the record's own reader checks the body. */
export const Takes = (schema: z.ZodType) => ApiBody({ schema: jsonSchemaOf(schema, 'input') });

/** The OpenAPI document of everything under /api. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Caseboard')
    .setDescription('Every refusal is problem JSON (RFC 9457). Lists answer items and total. Ids are those of the portfolio document.')
    .setVersion(version)
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A personal token, from POST /api/tokens' }, 'token')
    .addCookieAuth('caseboard_session', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    autoTagControllers: true,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  for (const route of app.get(Routes).all) annotate(document, route);
  return document;
}

/** Adds what the guard knows: whom the route is for, and that it may refuse. */
function annotate(document: OpenAPIObject, route: Route): void {
  const path = document.paths[route.path.replace(/:(\w+)/g, '{$1}')];
  const operation = path?.[route.method.toLowerCase() as 'get'];
  if (!operation) return;
  operation.security = route.access === 'open' ? [] : [{ session: [] }, { token: [] }];
  operation.description ??=
    route.access === 'open'
      ? 'For everybody.'
      : route.access === 'signed-in'
        ? 'For everybody who is signed in.'
        : `Needs the permission ${route.access}.`;
  operation.responses['default'] = {
    description: 'Refused, and why',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  document.components ??= {};
  document.components.schemas ??= {};
  document.components.schemas['Problem'] ??= jsonSchemaOf(problem, 'output');
}

function jsonSchemaOf(schema: z.ZodType, side: 'input' | 'output'): never {
  const standard = schema['~standard'] as unknown as {
    jsonSchema: { [S in typeof side]: (options: { target: string }) => Record<string, unknown> };
  };
  const { $schema: _, ...json } = standard.jsonSchema[side]({ target: 'draft-2020-12' });
  return json as never;
}
