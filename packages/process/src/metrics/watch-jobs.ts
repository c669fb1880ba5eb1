import type { Logger } from 'pino';
import type { Metrics } from './create-metrics.ts';
import { type MeasuredRun, measureJobs } from './measure-jobs.ts';

/** Measures each run of a job, and logs it at the level `debug`, in its trace: why one failed is logged by itself. */
export function watchJobs(metrics: Pick<Metrics, 'registry'>, log: Logger): (run: MeasuredRun) => void {
  const measure = measureJobs(metrics);
  return (run) => {
    measure(run);
    log.debug({ job: run }, `${run.name} ${run.outcome.replaceAll('_', ' ')}`);
  };
}
