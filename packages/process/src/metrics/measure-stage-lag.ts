import { Histogram } from 'prom-client';
import type { Metrics } from './create-metrics.ts';

/**
 * A stage of processing. `parse`: from a record's arrival to its parsing. `cluster`: from a failure's storage to the
 * first clustering with the failure. `report`: from that clustering to the pattern's report. `total`: from the failure
 * itself to the report; measured only for failures that occurred after the account was connected.
 */
export type ProcessingStage = 'parse' | 'cluster' | 'report' | 'total';
/** Measures how many seconds a stage took for each item. */
export type StageLagRecorder = (stage: ProcessingStage, seconds: readonly number[]) => void;

const buckets = [0.5, 1, 5, 15, 30, 60, 120, 300, 900, 3_600, 21_600];

export function measureStageLag({ registry }: Pick<Metrics, 'registry'>): StageLagRecorder {
  const lag = new Histogram({
    name: 'refrain_stage_latency_seconds',
    help: 'Time until the end of a stage: parse, cluster, report, and total from the failure itself.',
    labelNames: ['stage'],
    buckets,
    registers: [registry],
  });
  return (stage, seconds) => {
    for (const one of seconds) lag.observe({ stage }, Math.max(one, 0));
  };
}
