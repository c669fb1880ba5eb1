import type { Schemas } from '../../api/refrain.ts';
import { count } from '../../labels/format.ts';

/** Says that gaps need no action. */
export const repair = 'Refrain imports missing records automatically.';

type Answer = Schemas['CompletenessResponse'];

/**
 * Summarises completeness, and says what Refrain does next, so that a reader knows that nothing is to be done. Never says "No gaps" if
 * something is missing.
 */
export function summariseCompleteness({ existing, stored, gaps, uncompared }: Answer): string {
  const days = new Set(gaps.map(({ day }) => day)).size;
  if (days > 0) return `Gaps on ${count(days, 'day')}. ${repair}`;
  if (existing === 0) return uncompared.length > 0 ? 'The first automatic check is pending' : 'No records in 30 days';
  if (stored < existing) return `${count(existing - stored, 'record')} missing. ${repair}`;
  return uncompared.length > 0 ? `No gaps so far. ${describePendingChecks(uncompared.length)}` : 'No gaps';
}

/** Says that Refrain still has to check streams, a word that users of the page do not know. */
export function describePendingChecks(streams: number): string {
  return `${count(streams, 'more check')} will run automatically.`;
}

type DayCounts = Pick<Answer['days'][number], 'day' | 'existing' | 'stored'>;

/** Sums the counts of all streams by day, newest first. */
export function sumCountsByDay(days: Answer['days']): readonly DayCounts[] {
  const sums = new Map<string, DayCounts>();
  for (const { day, existing, stored } of days) {
    const sum = sums.get(day);
    sums.set(day, { day, existing: existing + (sum?.existing ?? 0), stored: stored + (sum?.stored ?? 0) });
  }
  return [...sums.values()].sort((a, b) => (a.day < b.day ? 1 : -1));
}

export function groupGapsByDay(gaps: Answer['gaps']) {
  const days = new Map<string, string[]>();
  for (const { day, stream } of gaps) days.set(day, [...(days.get(day) ?? []), stream]);
  return [...days].map(([day, streams]) => ({ day, streams })).sort((a, b) => (a.day < b.day ? 1 : -1));
}
