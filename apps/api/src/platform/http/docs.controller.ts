import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Refusal } from '../refusal.js';
import { Open } from './access.js';

/** Holds the description of the API, which needs the finished application and so is made on the first request. */
export class ApiDescription {
  make: () => OpenAPIObject = () => {
    throw new Error('No application yet');
  };
  private made: OpenAPIObject | undefined;

  get document(): OpenAPIObject {
    this.made ??= this.make();
    return this.made;
  }
}

const files: { readonly [name: string]: string } = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** The description of the API, and a page to read and try it; everything comes from this server. */
@ApiExcludeController()
@Controller()
export class DocsController {
  constructor(private readonly description: ApiDescription) {}

  @Get('openapi.json')
  @Open()
  document(): OpenAPIObject {
    return this.description.document;
  }

  @Get('docs')
  @Open()
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Caseboard API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<div id="api"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/show.js"></script>
</html>`;
  }

  @Get('docs/show.js')
  @Open()
  @Header('content-type', 'text/javascript; charset=utf-8')
  show(): string {
    return "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });";
  }

  @Get('docs/:file')
  @Open()
  async file(@Param('file') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const type = files[name];
    if (!type) throw new Refusal('not-found');
    const folder = dirname(createRequire(join(process.cwd(), 'package.json')).resolve('swagger-ui-dist/package.json'));
    void reply.header('cache-control', 'public, max-age=86400');
    return new StreamableFile(await readFile(join(folder, name)), { type });
  }
}
