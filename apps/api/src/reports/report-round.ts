import { z } from 'zod';
import { defineJob } from '../platform/jobs/job.js';

/** Issues the report that is due today, if one is, and rings for those whose making stopped. */
export const reportRound = defineJob({ name: 'report-round', payload: z.strictObject({}) });

/** Makes one report of which the row stands there, if it is not made yet. */
export const makeReport = defineJob({ name: 'make-report', payload: z.strictObject({ number: z.number().int() }) });
