import { Counter, Histogram } from 'prom-client';
import type { Metrics } from './create-metrics.ts';

/** A run of a job, as the worker tells it. */
export interface MeasuredRun {
  readonly queue: string;
  readonly name: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly waitedSeconds: number | null;
  readonly tookSeconds: number;
}

/** From a row that is read to a regrouping of everything, and a request that waits for its turn. */
const tookBuckets = [0.01, 0.05, 0.25, 1, 5, 20, 60, 300];
const waitedBuckets = [0.1, 0.5, 1, 5, 30, 120, 600, 3_600];

/** Rate, errors and duration of every job, and how long it waited for its turn. */
export function measureJobs({ registry }: Pick<Metrics, 'registry'>): (run: MeasuredRun) => void {
  const registers = [registry];
  const took = new Histogram({
    name: 'refrain_job_duration_seconds',
    help: 'What a run of a job took, by how it ended: done, retried (another run follows) or given_up.',
    labelNames: ['queue', 'job', 'outcome'],
    buckets: tookBuckets,
    registers,
  });
  const waited = new Histogram({
    name: 'refrain_job_wait_seconds',
    help: 'How long a job had been due when its first run began.',
    labelNames: ['queue', 'job'],
    buckets: waitedBuckets,
    registers,
  });
  const errors = new Counter({
    name: 'refrain_job_errors_total',
    help: 'Runs of jobs that failed, by the code of the error.',
    labelNames: ['queue', 'job', 'code'],
    registers,
  });
  return ({ queue, name: job, outcome, code, waitedSeconds, tookSeconds }) => {
    took.observe({ queue, job, outcome }, tookSeconds);
    if (waitedSeconds !== null) waited.observe({ queue, job }, waitedSeconds);
    if (code !== null) errors.inc({ queue, job, code });
  };
}
