import type { Schemas } from '../api/refrain.ts';

type Points = Schemas['ControlChart']['points'];

/** A week with less than this share of what is changed in most weeks tells nothing of a rate. */
const minShare = 0.2;

/**
 * The points of a control chart without the rates of weeks in which hardly anything was changed: one episode would make them
 * the highest of all. One that stands out even so stays.
 */
export function hideSparse(points: Points): Points {
  const exposures = points.map(({ exposure }) => exposure).filter((exposure) => exposure > 0);
  const usual = exposures.toSorted((a, b) => a - b)[Math.floor(exposures.length / 2)] ?? 0;
  return points.map((point) =>
    point.exposure < minShare * usual && !isSignal(point) ? { ...point, value: null, low: null, high: null } : point,
  );
}

/** Whether it is beyond what chance explains. */
export function isSignal({ value, low, high }: Points[number]): boolean {
  return value !== null && ((low !== null && value < low) || (high !== null && value > high));
}
