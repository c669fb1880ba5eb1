import type { AppError, DeadLetterJob } from '@refrain/domain';
import type { Job } from 'bullmq';
import { type JobName, type JobPayload, jobCatalogue } from './job-catalogue.ts';
import { createDeduplicationKey, parseStoredJob } from './job-identity.ts';

/** Stores the dead letters of jobs in a place other than Redis. */
export interface DeadLetterLedger {
  /** Stores the dead letter of a job. If this rejects, the worker retries the job later. */
  addDeadLetter(job: DeadLetterJob): Promise<void>;
  /** Deletes the dead letter of a job that has succeeded, by the job's deduplication key. */
  resolveDeadLetter(key: string): Promise<void>;
}

export function isFinalRun({ attemptsMade, opts }: Job, { retryable }: AppError): boolean {
  return !retryable || attemptsMade + 1 >= (opts.attempts ?? 1);
}

/** @param known whether the error was thrown as an `AppError`, so that its message may be stored */
export function createGivenUpJobFromError(job: Job, { code, message }: AppError, known: boolean): DeadLetterJob {
  return {
    key: readDeduplicationKey(job),
    queue: job.queueName,
    name: job.name,
    payload: job.data,
    code,
    problem: known ? message : "Unexpected error: see the worker's log.",
    attempts: job.attemptsMade + 1,
  };
}

/** Creates a dead letter for a job that never ran, so that the job runs only if a person requests a replay. */
export function createGivenUpJobWithoutRun<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  problem: string,
): DeadLetterJob {
  const { queue } = jobCatalogue[name];
  return { key: createDeduplicationKey(name, payload), queue, name, payload, code: 'internal', problem, attempts: 1 };
}

/** Returns the deduplication key of a job, even if this version does not know the job. */
export function readDeduplicationKey({ name, data }: Job): string {
  const known = parseStoredJob({ name, payload: data });
  return known === null ? `${name}-${JSON.stringify(data)}` : createDeduplicationKey(known.name, known.payload);
}
