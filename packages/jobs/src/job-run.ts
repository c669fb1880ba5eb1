import type { AppError, ErrorCode } from '@refrain/domain';
import type { Job } from 'bullmq';
import type { QueueName } from './catalogue.ts';

/** One run of a job, as the log and the figures have it: without its payload. */
export interface JobRun {
  readonly queue: QueueName;
  readonly name: string;
  readonly id: string;
  /** `retried` where another run follows; what is `given_up` is a dead letter. */
  readonly outcome: 'done' | 'retried' | 'given_up';
  /** Null of one that is done. */
  readonly code: ErrorCode | null;
  /** Of which run of the job this is, the first is 1. */
  readonly attempt: number;
  /** Seconds between when it was due and when it began; null for a further run, of which that is not known. */
  readonly waitedSeconds: number | null;
  readonly tookSeconds: number;
}

/** @param ended in milliseconds since 1970, and how */
export function toJobRun(
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
