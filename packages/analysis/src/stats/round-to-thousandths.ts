export function roundToThousandths(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
