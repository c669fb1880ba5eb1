import { Histogram } from 'prom-client';
import type { Metrics } from './create-metrics.ts';

/**
 * `normalise`: from a record's coming in to its being read. `group`: from a failure's being stored to the grouping that knows it.
 * `report`: from there to the report of its pattern. `whole`: from its happening to that report, of what happened since its account
 * was connected.
 */
export type LagStage = 'normalise' | 'group' | 'report' | 'whole';
/** Told of what reached the end of a stage: how long each was on its way, in seconds. */
export type OnStageLatency = (stage: LagStage, seconds: readonly number[]) => void;

const buckets = [0.5, 1, 5, 15, 30, 60, 120, 300, 900, 3_600, 21_600];

/** How long what comes in is on its way to a report, stage by stage. */
export function measureLag({ registry }: Pick<Metrics, 'registry'>): OnStageLatency {
  const lag = new Histogram({
    name: 'refrain_stage_latency_seconds',
    help: 'How long what reached the end of a stage had been on its way: normalise, group, report, and whole from its happening.',
    labelNames: ['stage'],
    buckets,
    registers: [registry],
  });
  return (stage, seconds) => {
    for (const one of seconds) lag.observe({ stage }, Math.max(one, 0));
  };
}
