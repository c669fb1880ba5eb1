export function sortAscending(numbers: readonly number[]): readonly number[] {
  return [...numbers].sort((a, b) => a - b);
}

export function median(sorted: readonly number[]): number {
  return quantile(sorted, 0.5);
}

/** Returns the quantile of ascending numbers for a share from 0 to 1; 0 if there are none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
