import { describeRateChange } from '@refrain/analysis';
import {
  Cause,
  type ControlChart,
  type FailureMap,
  type OverviewFailureMap,
  type OverviewTrend,
  type TrendMeasure,
} from '@refrain/domain';
import type { PatternMeasurementOutline } from '@refrain/store';

const maxWeeks = 52;
const maxPatterns = 5;
const maxScopes = 12;

/** Returns the part of a chart that shows the last year. */
export function cutChartToLastYear(chart: ControlChart): ControlChart {
  const points = chart.points.slice(-maxWeeks);
  const [first] = points;
  const signals = chart.signals.filter(({ toWeek }) => first !== undefined && toWeek >= first.week);
  return { ...chart, points, signals };
}

/** Prefers rates per change to rates per week, because more failures after more changes are not a deterioration. */
export function summariseTrend(perWeek: TrendMeasure, per100Changes: TrendMeasure | null): OverviewTrend {
  const byChanges = per100Changes !== null && per100Changes.comparison !== null;
  const { direction, comparison } = byChanges ? per100Changes : perWeek;
  const ratio = comparison?.ratio ?? null;
  const weeks = perWeek.comparison?.recent.exposure ?? null;
  return {
    direction,
    unit: byChanges ? '100_changes' : 'week',
    ratio,
    explanation:
      ratio === null || weeks === null ? null : describeRateChange(ratio, byChanges ? 'change' : 'week', weeks),
  };
}

/** @param patterns sorted by the number of episodes, highest first */
export function summarisePatternList(patterns: readonly PatternMeasurementOutline[]) {
  const items = patterns
    .slice(0, maxPatterns)
    .map(({ id, name, episodes, lastAt, probability }) => ({ id, name, episodes, lastAt, probability30: probability }));
  return { total: patterns.length, items };
}

/** Keeps the locations with the most episodes, without the unknown location. */
export function shortenFailureMap({ from, until, episodes, services, causes: cells }: FailureMap): OverviewFailureMap {
  const locations = services
    .filter(({ service, repository }) => service !== null || repository !== null)
    .slice(0, maxScopes)
    .map(({ service, repository, episodes: counted }) => ({ service, repository, episodes: counted }));
  const rowOf = new Map(locations.map((location, row) => [keyOf(location), row]));
  const columnOf = new Map(Cause.options.map((cause, column) => [cause, column]));
  const positioned = cells
    .flatMap(({ service, repository, cause, episodes: counted, standsOut }) => {
      const row = rowOf.get(keyOf({ service, repository }));
      const cell = { service, repository, cause, episodes: counted, standsOut };
      return row === undefined ? [] : [{ cell, row, column: columnOf.get(cause) ?? 0 }];
    })
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const known = new Set(positioned.map(({ cell }) => cell.cause));
  return {
    from,
    until,
    episodes,
    services: locations,
    causes: Cause.options.filter((cause) => known.has(cause)),
    cells: positioned.map(({ cell }) => cell),
  };
}

function keyOf({ service, repository }: { readonly service: string | null; readonly repository: string | null }) {
  return JSON.stringify([service, repository]);
}
