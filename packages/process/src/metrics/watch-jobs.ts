import type { Logger } from 'pino';
import type { Metrics } from './create-metrics.ts';
import { type MeasuredRun, measureJobs } from './measure-jobs.ts';

/**
 * Measures each run of a job, and logs it in its trace, at the level `debug` unless it is the last run of a failed job.
 * The reason of a failure is logged elsewhere.
 * @param clockJobs the scheduled jobs of this process with their intervals in milliseconds
 */
export function watchJobs(
  metrics: Pick<Metrics, 'registry'>,
  log: Logger,
  clockJobs?: ReadonlyMap<string, number>,
): (run: MeasuredRun) => void {
  const measure = measureJobs(metrics, clockJobs);
  return (run) => {
    measure(run);
    log[run.outcome === 'given_up' ? 'error' : 'debug'](
      { job: run },
      `${run.name} ${run.outcome.replaceAll('_', ' ')}`,
    );
  };
}
