import type { WorstSeverity } from '@refrain/domain';
import { compareStrings } from '../collections/compare-strings.ts';
import { weighSeverity } from './weigh-severity.ts';

/** Returns the highest of several severities; of equally high ones, the most frequent. Returns null without a severity. */
export function findWorstCountedSeverity(counted: readonly WorstSeverity[]): WorstSeverity | null {
  const [worst = null] = counted.toSorted(
    (a, b) =>
      weighSeverity(b.severity) - weighSeverity(a.severity) ||
      b.episodes - a.episodes ||
      compareStrings(a.severity, b.severity),
  );
  return worst;
}
