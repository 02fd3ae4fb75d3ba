import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { defineJob, Handles, type JobHandler } from '../platform/jobs/job.js';
import { ImportRows } from './import-rows.service.js';

export const forgetImports = defineJob({
  name: 'forget-imports',
  payload: z.strictObject({}),
  schedule: { pattern: '40 2 * * *', tz: 'UTC' },
});

/** Forgets dry runs, and the files of imports, once they are a week old. Running twice does nothing more. */
@Injectable()
@Handles(forgetImports)
export class ForgetImportsJob implements JobHandler<z.infer<typeof forgetImports.payload>> {
  constructor(private readonly rows: ImportRows) {}

  run(): Promise<void> {
    return this.rows.forget();
  }
}
