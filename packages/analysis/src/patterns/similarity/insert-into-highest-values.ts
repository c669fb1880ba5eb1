/**
 * Inserts a value into a descending list of the highest values; drops the lowest if the array is full.
 * @param held number of values in `best` so far; the rest is unused
 * @returns the new number of values in `best`
 */
export function insertIntoHighestValues(best: Float64Array, held: number, value: number): number {
  if (held === best.length && value <= (best[held - 1] as number)) return held;
  let at = Math.min(held, best.length - 1);
  for (; at > 0 && (best[at - 1] as number) < value; at--) best[at] = best[at - 1] as number;
  best[at] = value;
  return Math.min(held + 1, best.length);
}
