import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '../platform/refusal.js';

/** `@Param('number', ReportNumber)`: what cannot be a report's number is simply not there. */
@Injectable()
export class ReportNumber implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new Refusal('not-found');
    return Number(value);
  }
}
