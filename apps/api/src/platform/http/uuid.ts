import { Injectable, type PipeTransform } from '@nestjs/common';
import { Refusal } from '../refusal.js';

/** `@Param('id', Uuid)`: what cannot be an id of ours is simply not there, and never reaches the database. */
@Injectable()
export class Uuid implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw new Refusal('not-found');
    return value;
  }
}
