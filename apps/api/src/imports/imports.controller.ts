import type { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import {
  type ImportAnswer,
  importAnswer,
  importList,
  importQuery,
  type ImportRow,
  importRow,
  type Page,
  pageOf,
  updateImport,
} from '@caseboard/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Upload, UploadedBody } from '../platform/http/bodies.js';
import { Answers } from '../platform/http/describe.js';
import { workbookType } from '../platform/sheets/sheet-writer.js';
import { ImportsService } from './imports.service.js';
import { UndoImportService } from './undo-import.service.js';

@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly undoing: UndoImportService,
  ) {}

  /** 200 with the dry run; with `mode=commit` 201 once everything is stored. */
  @Post()
  @Upload()
  @ApiConsumes('application/json', 'text/csv', workbookType)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Answers(importAnswer)
  @Answers(importAnswer, 201)
  @Needs('import.run')
  async start(
    @Me() me: SignedInPerson,
    @Query({ schema: importQuery }) query: z.infer<typeof importQuery>,
    @UploadedBody() body: Readable,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportAnswer> {
    const length = request.headers['content-length'];
    const answer = await this.imports.start(
      me,
      query,
      request.headers['content-type'],
      body,
      length === undefined ? undefined : Number(length),
    );
    void reply.status(query.mode === 'commit' ? 201 : 200);
    return answer;
  }

  @Get()
  @Answers(pageOf(importRow))
  @Needs('import.run')
  page(@Query({ schema: importList }) query: z.infer<typeof importList>): Promise<Page<ImportRow>> {
    return this.imports.page(query);
  }

  @Get(':id')
  @Answers(importAnswer)
  @Needs('import.run')
  one(@Param('id') id: string): Promise<ImportAnswer> {
    return this.imports.one(id);
  }

  @Patch(':id')
  @Answers(importAnswer)
  @Needs('import.run')
  update(@Param('id') id: string, @Body({ schema: updateImport }) body: z.infer<typeof updateImport>): Promise<ImportAnswer> {
    return this.imports.update(id, body);
  }

  @Post(':id/commit')
  @Answers(importAnswer, 201)
  @Needs('import.run')
  commit(@Me() me: SignedInPerson, @Param('id') id: string): Promise<ImportAnswer> {
    return this.imports.commit(me, id);
  }

  @Post(':id/undo')
  @Answers(importAnswer)
  @HttpCode(200)
  @Needs('import.run')
  async undo(@Me() me: SignedInPerson, @Param('id') id: string): Promise<ImportAnswer> {
    await this.undoing.undo(me, id);
    return this.imports.one(id);
  }
}
