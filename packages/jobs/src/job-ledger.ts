import type { AppError, ErrorCode } from '@refrain/domain';
import type { Job } from 'bullmq';
import { catalogue, type JobName, type JobPayload } from './catalogue.ts';
import { keyOfJob, readJob } from './job-identity.ts';

/** A failed job that is not retried. */
export interface GivenUpJob {
  /** The deduplication key. */
  readonly key: string;
  readonly queue: string;
  readonly name: string;
  /** Contains ids only. */
  readonly payload: object;
  readonly code: ErrorCode;
  /** The message of our own error in one line; other errors may contain secrets and are not repeated. */
  readonly problem: string;
  /** The number of runs. */
  readonly attempts: number;
}

/** Records how jobs end, outside of Redis. */
export interface JobLedger {
  /** Must have stored the job when it resolves. If it rejects, the job is retried later. */
  addDeadLetter(job: GivenUpJob): Promise<void>;
  /** Marks the dead letters with this key as resolved. */
  resolveDeadLetter(key: string): Promise<void>;
}

/** Returns whether this run was the last one. */
export function isLastRun({ attemptsMade, opts }: Job, { retryable }: AppError): boolean {
  return !retryable || attemptsMade + 1 >= (opts.attempts ?? 1);
}

/** @param known whether the error is one of ours, whose message may be shown */
export function toGivenUp(job: Job, { code, message }: AppError, known: boolean): GivenUpJob {
  return {
    key: keyOf(job),
    queue: job.queueName,
    name: job.name,
    payload: job.data,
    code,
    problem: known ? message : 'Unexpected error: see the log of the worker.',
    attempts: job.attemptsMade + 1,
  };
}

/** Describes work as given up, so that it runs only if somebody requests its replay. */
export function givenUpAs<Name extends JobName>(name: Name, payload: JobPayload<Name>, problem: string): GivenUpJob {
  const { queue } = catalogue[name];
  return { key: keyOfJob(name, payload), queue, name, payload, code: 'internal', problem, attempts: 1 };
}

/** Returns the deduplication key, also of a job that this version does not know. */
export function keyOf({ name, data }: Job): string {
  const known = readJob({ name, payload: data });
  return known === null ? `${name}-${JSON.stringify(data)}` : keyOfJob(known.name, known.payload);
}
