/** With fewer episodes in both periods, no difference between them is beyond chance. */
const minEpisodes = 6;
/** Beyond this normal deviate, a difference is not normal variation (5 % level). */
const minDeviate = 1.96;

/**
 * Compares the episodes of two periods of equal length, by the normal approximation of the conditional test of two Poisson
 * counts (Przyborowski and Wilenski, 1940).
 */
export function compareEpisodes(recent: number, before: number): string {
  const total = recent + before;
  if (total < minEpisodes) return 'too few to compare';
  if (Math.abs(recent - before) / Math.sqrt(total) < minDeviate) return 'within normal variation';
  return recent < before ? 'clearly better' : 'clearly worse';
}
