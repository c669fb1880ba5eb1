import type { Logger } from 'pino';
import type { Metrics } from './create-metrics.ts';
import { type MeasuredRun, measureJobs } from './measure-jobs.ts';

/**
 * Measures and logs each run of a job, at the level `debug` unless the job is given up. The reason of a failure is
 * logged elsewhere.
 * @param clockJobs intervals of this process's scheduled jobs in milliseconds, by name
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
