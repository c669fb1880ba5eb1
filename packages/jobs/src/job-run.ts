import type { AppError, ErrorCode } from '@refrain/domain';
import type { Job } from 'bullmq';
import type { QueueName } from './job-catalogue.ts';

/** A finished run of a job, without its payload, for the log and the metrics. */
export interface JobRun {
  readonly queue: QueueName;
  readonly name: string;
  readonly id: string;
  /** `retried` if another run follows, `given_up` if the job becomes a dead letter. */
  readonly outcome: 'done' | 'retried' | 'given_up';
  readonly code: ErrorCode | null;
  readonly attempt: number;
  /** Seconds from the due time to the start; null for a retry, whose due time is unknown. */
  readonly waitedSeconds: number | null;
  readonly tookSeconds: number;
}

/** @param ended the outcome, and the times of start and end in milliseconds since 1970 */
export function createJobRun(
  queue: QueueName,
  job: Pick<Job, 'name' | 'id' | 'timestamp' | 'delay' | 'attemptsMade' | 'opts'>,
  ended: Pick<JobRun, 'outcome'> & {
    readonly begunAt: number;
    readonly endedAt: number;
    readonly error: AppError | null;
  },
): JobRun {
  const { begunAt, endedAt, outcome, error } = ended;
  const attempt = job.attemptsMade + 1;
  return {
    queue,
    name: job.name,
    id: job.id ?? '',
    outcome,
    code: error?.code ?? null,
    attempt,
    waitedSeconds: attempt > 1 ? null : Math.max(begunAt - job.timestamp - (job.opts.delay ?? 0), 0) / 1_000,
    tookSeconds: Math.max(endedAt - begunAt, 0) / 1_000,
  };
}
