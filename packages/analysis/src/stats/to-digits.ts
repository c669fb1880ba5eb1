/** Rounds to three decimals, for scores and evidence that people read. */
export function toDigits(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
