/** Returns the seconds since a time of `performance.now()`, and the peak memory of the process in MiB. */
export function measureProcessCost(startedAt: number): { readonly seconds: number; readonly peakMemoryMb: number } {
  return {
    seconds: Math.round(performance.now() - startedAt) / 1_000,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
}
