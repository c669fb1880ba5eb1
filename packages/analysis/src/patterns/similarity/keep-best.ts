/** Takes a value in among the highest, of which the first so many are held, descending. @returns how many are held then */
export function keepBest(best: Float64Array, held: number, value: number): number {
  if (held === best.length && value <= (best[held - 1] as number)) return held;
  let at = Math.min(held, best.length - 1);
  for (; at > 0 && (best[at - 1] as number) < value; at--) best[at] = best[at - 1] as number;
  best[at] = value;
  return Math.min(held + 1, best.length);
}
