import type { AppError, ErrorCode } from '@refrain/domain';
import type { Job } from 'bullmq';
import { catalogue, type JobName, type JobPayload } from './catalogue.ts';
import { keyOfJob, readJob } from './job-identity.ts';

export interface GivenUpJob {
  readonly key: string;
  readonly queue: string;
  readonly name: string;
  /** Contains ids only. */
  readonly payload: object;
  readonly code: ErrorCode;
  /** The message of an `AppError` in one line. Other errors may contain secrets and are not repeated. */
  readonly problem: string;
  readonly attempts: number;
}

/** Records outside Redis how jobs end. */
export interface JobLedger {
  /** Resolves once the dead letter is stored. If it rejects, the job is retried later. */
  addDeadLetter(job: GivenUpJob): Promise<void>;
  /** Resolves the dead letter of a job that has succeeded, by the job's deduplication key. */
  resolveDeadLetter(key: string): Promise<void>;
}

export function isLastRun({ attemptsMade, opts }: Job, { retryable }: AppError): boolean {
  return !retryable || attemptsMade + 1 >= (opts.attempts ?? 1);
}

/** @param known whether the error was thrown as an `AppError`, whose message may be shown */
export function toGivenUp(job: Job, { code, message }: AppError, known: boolean): GivenUpJob {
  return {
    key: deduplicationKeyOf(job),
    queue: job.queueName,
    name: job.name,
    payload: job.data,
    code,
    problem: known ? message : 'Unexpected error: see the log of the worker.',
    attempts: job.attemptsMade + 1,
  };
}

/** Describes work as given up, so that it runs only when somebody requests a replay. */
export function toGivenUpJob<Name extends JobName>(name: Name, payload: JobPayload<Name>, problem: string): GivenUpJob {
  const { queue } = catalogue[name];
  return { key: keyOfJob(name, payload), queue, name, payload, code: 'internal', problem, attempts: 1 };
}

/** Returns the deduplication key of a job, even if this version does not know the job. */
export function deduplicationKeyOf({ name, data }: Job): string {
  const known = readJob({ name, payload: data });
  return known === null ? `${name}-${JSON.stringify(data)}` : keyOfJob(known.name, known.payload);
}
