/**
 * Inserts a value into the highest ones, of which the first `held` are valid, descending.
 * @returns the new number of valid values
 */
export function keepBest(best: Float64Array, held: number, value: number): number {
  if (held === best.length && value <= (best[held - 1] as number)) return held;
  let at = Math.min(held, best.length - 1);
  for (; at > 0 && (best[at - 1] as number) < value; at--) best[at] = best[at - 1] as number;
  best[at] = value;
  return Math.min(held + 1, best.length);
}
