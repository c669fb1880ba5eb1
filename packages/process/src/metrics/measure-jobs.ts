import { secondInMs } from '@refrain/domain';
import type { Logger } from 'pino';
import { Counter, Gauge, Histogram } from 'prom-client';
import type { Metrics } from './create-metrics.ts';

interface MeasuredJobRun {
  readonly queue: string;
  readonly name: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly waitedSeconds: number | null;
  readonly tookSeconds: number;
}

/** Histogram bounds in seconds: parsing one record takes milliseconds, clustering all failures takes minutes. */
const tookBuckets = [0.01, 0.05, 0.25, 1, 5, 20, 60, 300];
const waitedBuckets = [0.1, 0.5, 1, 5, 30, 120, 600, 3_600];

/** Measures rate, errors, duration and waiting time of jobs, and their last success. */
function measureJobs(
  { registry }: Pick<Metrics, 'registry'>,
  clockJobs: ReadonlyMap<string, number>,
): (run: MeasuredJobRun) => void {
  const registers = [registry];
  const took = new Histogram({
    name: 'refrain_job_duration_seconds',
    help: 'Duration of the runs of a job by outcome: done, retried (another run follows) or given_up.',
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
    help: 'Failed runs of jobs by error code.',
    labelNames: ['queue', 'job_name', 'code'],
    registers,
  });
  const done = new Gauge({
    name: 'refrain_job_done_timestamp_seconds',
    help: 'Time of the last successful run of a job; for scheduled jobs, at first the start of the process.',
    labelNames: ['job_name'],
    registers,
  });
  const every = new Gauge({
    name: 'refrain_job_interval_seconds',
    help: 'Interval of a scheduled job.',
    labelNames: ['job_name'],
    registers,
  });
  for (const [name, everyMs] of clockJobs) {
    every.set({ job_name: name }, everyMs / secondInMs);
    done.setToCurrentTime({ job_name: name });
  }
  return ({ queue, name, outcome, code, waitedSeconds, tookSeconds }) => {
    // The label is `job_name` and not `job`, because Prometheus uses `job` for the scrape target.
    const of = { queue, job_name: name };
    took.observe({ ...of, outcome }, tookSeconds);
    if (outcome === 'done') done.setToCurrentTime({ job_name: name });
    if (waitedSeconds !== null) waited.observe(of, waitedSeconds);
    if (code !== null) errors.inc({ ...of, code });
  };
}

/**
 * Measures and logs each run of a job. The log level is `debug` unless the job is given up. The reason of a failed run
 * is logged by the worker's error callback.
 * @param clockJobs intervals of this process's scheduled jobs in milliseconds, by job name
 */
export function createJobRunRecorder(
  metrics: Pick<Metrics, 'registry'>,
  log: Logger,
  clockJobs: ReadonlyMap<string, number> = new Map(),
): (run: MeasuredJobRun) => void {
  const measure = measureJobs(metrics, clockJobs);
  return (run) => {
    measure(run);
    log[run.outcome === 'given_up' ? 'error' : 'debug'](
      { job: run },
      `${run.name} ${run.outcome.replaceAll('_', ' ')}`,
    );
  };
}
