import { Injectable } from '@nestjs/common';

/** What pages and rules must know of the organisation that runs the product; `settings/` supplies it. */
export abstract class Organisation {
  abstract facts(): Promise<{ legalName: string; timeZone: string; warningDays: number }>;
  abstract portfolioIsEmpty(): Promise<boolean>;
}

/** Before there are settings. */
@Injectable()
export class NewOrganisation implements Organisation {
  async facts() {
    return { legalName: '', timeZone: 'UTC', warningDays: 90 };
  }

  async portfolioIsEmpty() {
    return true;
  }
}
