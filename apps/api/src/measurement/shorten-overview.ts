import {
  Cause,
  type ControlChart,
  type FailureMap,
  type ObservedPeriod,
  type OverviewFailureMap,
} from '@refrain/domain';

const maxScopes = 12;

/** Returns the weeks of a chart that overlap a period, with their signals. */
export function cutChart(chart: ControlChart, { from, until }: ObservedPeriod): ControlChart {
  const points = chart.points.filter((week) => week.until > from && week.from < until);
  const [first, last] = [points[0], points.at(-1)];
  const signals = chart.signals.filter(
    ({ fromWeek, toWeek }) =>
      first !== undefined && last !== undefined && toWeek >= first.week && fromWeek <= last.week,
  );
  return { ...chart, points, signals };
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
