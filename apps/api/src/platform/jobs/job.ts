import { SetMetadata } from '@nestjs/common';
import type { z } from 'zod';

/** When a job runs of itself, with an empty payload: a cron pattern in a time zone, or every so many milliseconds. */
export type Schedule = { readonly pattern: string; readonly tz: string } | { readonly every: number };

/** What a job is: its name, what it is given, and when it runs of itself. */
export interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Payload;
  readonly schedule?: Schedule;
  /** How often it is tried before it counts as failed; 5 when not said. */
  readonly attempts?: number;
}

/** What a running job can tell. */
export interface JobRun {
  /** The queue's number for it; the same on each attempt. */
  readonly id: string;
  readonly attempt: number;
  /** Says how far it is, from 0 to 1. */
  progress(share: number): Promise<void>;
}

/** One file a job holds its definition and one of these. It may run twice: the row it writes is the guarantee. */
export interface JobHandler<Payload = unknown> {
  run(payload: Payload, run: JobRun): Promise<void>;
  /** For a schedule that depends on settings; the one of the definition counts where this is not there. */
  schedule?(): Promise<Schedule>;
}

export const handlesKey = 'caseboard:handles';

/** Declares a job; the queue's name for it and the shape of its payload stand in one place. */
export function defineJob<Payload extends z.ZodType>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}

/** The class runs this job. Exactly one class does, or the start stops. */
export const Handles = (definition: JobDefinition) => SetMetadata(handlesKey, definition);
