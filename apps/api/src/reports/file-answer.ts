import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ReportFile } from './report-files.service.js';

/** A file to be kept by whoever asked, and by nobody between. */
export function fileAnswer(reply: FastifyReply, { bytes, name, type }: ReportFile): StreamableFile {
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-store');
  return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.byteLength });
}
