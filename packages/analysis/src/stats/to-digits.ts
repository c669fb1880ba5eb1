export function toDigits(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
