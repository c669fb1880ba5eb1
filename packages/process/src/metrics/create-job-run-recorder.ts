import type { Logger } from 'pino';
import type { Metrics } from './create-metrics.ts';
import { type MeasuredJobRun, measureJobs } from './measure-jobs.ts';

/**
 * Measures and logs each run of a job. The log level is `debug` unless the job is given up. The reason of a failed run
 * is logged by the worker's error callback.
 * @param clockJobs intervals of this process's scheduled jobs in milliseconds, by job name
 */
export function createJobRunRecorder(
  metrics: Pick<Metrics, 'registry'>,
  log: Logger,
  clockJobs?: ReadonlyMap<string, number>,
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
