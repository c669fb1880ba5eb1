import type { Schemas } from '../api/refrain.ts';

/** Formats the highest severity with the number of its episodes: `critical ×2`, or `critical` for one episode. */
export function formatWorstSeverity({ severity, episodes }: Schemas['WorstSeverity']): string {
  return episodes === 1 ? severity : `${severity} ×${episodes}`;
}
