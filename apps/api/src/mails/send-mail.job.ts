import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Handles, type JobHandler } from '../platform/jobs/job.js';
import { sendMail } from './send-mail.js';
import { SendingService } from './sending.service.js';

/** Running twice does nothing more: the second finds the mail sent, or being sent. */
@Injectable()
@Handles(sendMail)
export class SendMailJob implements JobHandler<z.infer<typeof sendMail.payload>> {
  constructor(private readonly sending: SendingService) {}

  run({ mail }: z.infer<typeof sendMail.payload>): Promise<void> {
    return this.sending.send(mail);
  }
}
