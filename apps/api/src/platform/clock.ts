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
    return this.config.today ? (this.config.today as Day) : this.dayOf(this.now(), timeZone);
  }

  /** The calendar day that it is there at that instant, whatever stands in for today. */
  dayOf(instant: Date, timeZone: string): Day {
    let format = dayFormats.get(timeZone);
    // ISO 8601 is how Sweden writes its days.
    if (!format) dayFormats.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })));
    return format.format(instant) as Day;
  }

  /** The hour of the day now in that time zone, from 0 to 23. */
  hour(timeZone: string): number {
    return Number(new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(this.now()));
  }

  /** The instant at which a day has come to that hour there; the next one that exists where clocks skip it. */
  instantOf(day: Day, hour: number, timeZone: string): Date {
    const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
    // The offset is asked for twice, since it may change between the first guess and the answer.
    const guess = wanted - offsetAt(wanted, timeZone);
    return new Date(wanted - offsetAt(guess, timeZone));
  }

  get todayIsFixed(): boolean {
    return this.config.today !== null;
  }
}

/** Making one costs more than thousands of days read from it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** How far the wall clock there is ahead of UTC at that instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}
