import type { Schemas } from '../../api/refrain.ts';
import { count } from '../../labels/format.ts';

type Answer = Schemas['CompletenessResponse'];

/** Summarises completeness in a phrase, which is never "No gaps" if something is missing. */
export function summariseCompleteness({ existing, stored, gaps, uncompared }: Answer): string {
  const days = new Set(gaps.map(({ day }) => day)).size;
  if (days > 0) return `Gaps on ${count(days, 'day')}`;
  if (existing === 0) return uncompared.length > 0 ? 'Not checked yet' : 'No records in 30 days';
  if (stored < existing) return `${count(existing - stored, 'record')} missing`;
  return uncompared.length > 0 ? 'No gaps in checked streams' : 'No gaps';
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
