import { secondInMs } from '@refrain/domain';
import { Counter, Gauge, Histogram } from 'prom-client';
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

/**
 * Rate, errors and duration of every job, how long it waited for its turn, and when it was last done.
 * @param clockJobs what this process has the clock ask for, and how often, in milliseconds
 */
export function measureJobs(
  { registry }: Pick<Metrics, 'registry'>,
  clockJobs: ReadonlyMap<string, number> = new Map(),
): (run: MeasuredRun) => void {
  const registers = [registry];
  const took = new Histogram({
    name: 'refrain_job_duration_seconds',
    help: 'What a run of a job took, by how it ended: done, retried (another run follows) or given_up.',
    labelNames: ['queue', 'job_name', 'outcome'],
    buckets: tookBuckets,
    registers,
  });
  const waited = new Histogram({
    name: 'refrain_job_wait_seconds',
    help: 'How long a job had been due when its first run began.',
    labelNames: ['queue', 'job_name'],
    buckets: waitedBuckets,
    registers,
  });
  const errors = new Counter({
    name: 'refrain_job_errors_total',
    help: 'Runs of jobs that failed, by the code of the error.',
    labelNames: ['queue', 'job_name', 'code'],
    registers,
  });
  const done = new Gauge({
    name: 'refrain_job_done_timestamp_seconds',
    help: 'When a run of the job ended well the last time; of what the clock asks for, at first when the process was started.',
    labelNames: ['job_name'],
    registers,
  });
  const every = new Gauge({
    name: 'refrain_job_interval_seconds',
    help: 'How often the clock asks for a job.',
    labelNames: ['job_name'],
    registers,
  });
  for (const [name, everyMs] of clockJobs) {
    every.set({ job_name: name }, everyMs / secondInMs);
    done.setToCurrentTime({ job_name: name });
  }
  return ({ queue, name, outcome, code, waitedSeconds, tookSeconds }) => {
    // Not `job`: by that label Prometheus knows whom it asked, and gives ours another name.
    const of = { queue, job_name: name };
    took.observe({ ...of, outcome }, tookSeconds);
    if (outcome === 'done') done.setToCurrentTime({ job_name: name });
    if (waitedSeconds !== null) waited.observe(of, waitedSeconds);
    if (code !== null) errors.inc({ ...of, code });
  };
}
