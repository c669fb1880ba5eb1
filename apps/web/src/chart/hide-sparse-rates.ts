import type { Schemas } from '../api/refrain.ts';

type Points = Schemas['ControlChart']['points'];

/** A week shows its rate only if its exposure (the number of changes) is at least this share of the median exposure. */
const minShare = 0.2;

/**
 * Removes the rates of weeks with hardly any changes from a control chart, because a single episode would make such a week the
 * highest of all. Weeks that are signals keep their rates.
 */
export function hideSparseRates(points: Points): Points {
  const exposures = points.map(({ exposure }) => exposure).filter((exposure) => exposure > 0);
  const median = exposures.toSorted((a, b) => a - b)[Math.floor(exposures.length / 2)] ?? 0;
  return points.map((point) =>
    point.exposure < minShare * median && !isControlChartSignal(point)
      ? { ...point, value: null, low: null, high: null }
      : point,
  );
}

export function isControlChartSignal({ value, low, high }: Points[number]): boolean {
  return value !== null && ((low !== null && value < low) || (high !== null && value > high));
}
