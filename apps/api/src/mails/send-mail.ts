import { z } from 'zod';
import { defineJob } from '../platform/jobs/job.js';

/** One attempt to send one mail of the outbox, if it is due. */
export const sendMail = defineJob({ name: 'send-mail', payload: z.strictObject({ mail: z.uuid() }) });
