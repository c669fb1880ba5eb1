/** Of a chance in [0, 1], finite also at its ends. */
export function toLogOdds(chance: number): number {
  return Math.log(Math.max(chance, 1e-300) / Math.max(1 - chance, 1e-16));
}
