import { Injectable } from '@nestjs/common';
import type { Day } from '@caseboard/domain';
import { Config } from './config.js';

/** The only reader of the time. Rules and services get days and instants from here, as arguments. */
@Injectable()
export class Clock {
  constructor(private readonly config: Config) {}

  /** When something happens. CASEBOARD_TODAY does not touch it: sessions must run out all the same. */
  now(): Date {
    return new Date();
  }

  /** The calendar day now in that time zone (rules 1.2), or the fixed one. */
  today(timeZone: string): Day {
    if (this.config.today) return this.config.today as Day;
    const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(this.now());
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value;
    return `${part('year')}-${part('month')}-${part('day')}` as Day;
  }

  get todayIsFixed(): boolean {
    return this.config.today !== null;
  }
}
