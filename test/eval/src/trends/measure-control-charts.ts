import { buildControlChart } from '@refrain/analysis/evaluation';
import { type ControlChartRule, dayInMs, type ObservedChange, type ObservedEpisode } from '@refrain/domain';
import type { RandomDistributions } from './random-distributions.ts';

/** How often control charts of a constant rate show a false alarm, compared with the charts' own `falseAlarmProbability`. */
export interface ControlChartTally {
  readonly charts: number;
  readonly falseAlarms: Readonly<Record<ControlChartRule, number>>;
  readonly stated: Readonly<Record<ControlChartRule, number>>;
}

const until = Date.UTC(2026, 0, 1);
const weeks = 52;

/** Simulates organisations with 20 to 120 changes a week and two to ten failures per hundred changes, at a constant rate. */
export function measureControlCharts(charts: number, draw: RandomDistributions): ControlChartTally {
  const built = Array.from({ length: charts }, () => {
    const [mean, rate] = [20 + 100 * draw.uniform(), 0.02 + 0.08 * draw.uniform()];
    const changes = Array.from({ length: weeks }, (_, week) =>
      Array.from({ length: draw.poisson(mean * (0.5 + draw.uniform())) }, () => (week + draw.uniform()) * 7),
    ).flat();
    const failing = changes.flatMap((time) => Array.from({ length: draw.poisson(rate) }, () => time));
    return buildControlChart({
      changes: changes.map(toChange),
      episodes: failing.map(toEpisode),
      period: { from: toInstant(0), until: toInstant(7 * weeks) },
    });
  });
  const mean = (
    of: (chart: (typeof built)[number], rule: ControlChartRule) => number,
  ): Record<ControlChartRule, number> => ({
    beyond_limits: built.reduce((sum, chart) => sum + of(chart, 'beyond_limits'), 0) / charts,
    run: built.reduce((sum, chart) => sum + of(chart, 'run'), 0) / charts,
  });
  return {
    charts,
    falseAlarms: mean(({ signals }, rule) => Number(signals.some((signal) => signal.rule === rule))),
    stated: mean(({ falseAlarmProbability }, rule) => falseAlarmProbability[rule]),
  };
}

function toInstant(day: number): string {
  return new Date(until - (7 * weeks - day) * dayInMs).toISOString();
}

function toChange(day: number, at: number): ObservedChange {
  return { id: String(at), at: toInstant(day), repository: 'acme/all', environment: 'production', services: [] };
}

function toEpisode(day: number, at: number): ObservedEpisode {
  return {
    id: String(at),
    patternId: null,
    cause: 'unknown',
    trigger: 'unknown',
    kinds: ['incident'],
    startedAt: toInstant(day),
    precision: 'instant',
    endedAt: null,
    hours: null,
    services: [],
    repositories: ['acme/all'],
    environments: [],
    paths: [],
    failureIds: [],
  };
}
