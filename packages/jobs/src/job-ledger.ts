import type { AppError, ErrorCode } from '@refrain/domain';
import type { Job } from 'bullmq';
import { catalogue, type JobName, type JobPayload } from './catalogue.ts';
import { keyOfJob } from './job-key.ts';
import { readJob } from './read-job.ts';

/** A job that is not tried again. */
export interface GivenUpJob {
  /** Another one of the same key is the same work. */
  readonly key: string;
  readonly queue: string;
  readonly name: string;
  /** Ids only, as the catalogue has it. */
  readonly payload: object;
  readonly code: ErrorCode;
  /** What went wrong, in one line of our own words: nothing of an error that is not ours. */
  readonly problem: string;
  /** Runs that it had. */
  readonly attempts: number;
}

/** Where it is kept how jobs end, so that Redis may lose it. */
export interface JobLedger {
  /** It has to be kept once this resolves: a job of which that fails is not given up, but tried again later. */
  giveUp(job: GivenUpJob): Promise<void>;
  /** A job of this key was done: what was given up of it is settled. */
  done(key: string): Promise<void>;
}

/** Whether this run was its last. */
export function isLastRun({ attemptsMade, opts }: Job, { retryable }: AppError): boolean {
  return !retryable || attemptsMade + 1 >= (opts.attempts ?? 1);
}

/** @param known whether the error is one of ours, whose message may be shown */
export function toGivenUp(job: Job, { code, message }: AppError, known: boolean): GivenUpJob {
  return {
    ...{ key: keyOf(job), queue: job.queueName, name: job.name, payload: job.data, code },
    problem: known ? message : 'Unexpected error: the log of the worker has it.',
    attempts: job.attemptsMade + 1,
  };
}

/** Work that is not tried unless somebody asks for its replay, as what is given up. */
export function givenUpAs<Name extends JobName>(name: Name, payload: JobPayload<Name>, problem: string): GivenUpJob {
  const { queue } = catalogue[name];
  return { key: keyOfJob(name, payload), queue, name, payload, code: 'internal', problem, attempts: 1 };
}

/** Also of one whose name or payload this version does not know. */
export function keyOf({ name, data }: Job): string {
  const known = readJob({ name, payload: data });
  return known === null ? `${name}-${JSON.stringify(data)}` : keyOfJob(known.name, known.payload);
}
