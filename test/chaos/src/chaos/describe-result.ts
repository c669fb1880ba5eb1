import type { ChaosResult } from './run-chaos.ts';

export interface DescribedResult {
  /** The last line of the run: what has to hold. */
  readonly line: Readonly<Record<string, unknown>>;
  /** The line before it: what else was counted. */
  readonly details: Readonly<Record<string, unknown>>;
  /** All that is not as it should be, a line for each. */
  readonly problems: readonly string[];
}

/**
 * `sent` are the events that happened. One is `lost` where the thing that it happened to is not stored, or not in its newest state:
 * as each thing had at least one event, at most as many are stored as are left of those that were sent.
 */
export function describeResult(chaos: 'full' | 'short', sent: number, result: ChaosResult): DescribedResult {
  const { faults, lost, stale, duplicated, invented, otherwise, duplicateIssues, unreadable, ...rest } = result;
  const lostCount = lost.length + stale.length;
  const named = (what: string, items: readonly string[]) => items.map((item) => `${what}: ${item}`);
  const counted = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}`]);
  return {
    line: {
      chaos,
      faults: Object.values(faults).reduce((sum, count) => sum + count, 0),
      sent,
      stored: Math.max(0, sent - lostCount),
      lost: lostCount,
      duplicated: duplicated.length + invented.length,
      duplicateIssues,
      samePatterns: otherwise.length === 0,
    },
    details: { unreadable: unreadable.length, ...rest, byKind: faults },
    problems: [
      ...named('lost', lost),
      ...named('stale', stale),
      ...named('twice', duplicated),
      ...named('invented', invented),
      ...named('otherwise', otherwise),
      ...counted(duplicateIssues, 'issues more than there are patterns with one'),
      ...named('unreadable', unreadable),
      ...counted(rest.unreported, 'patterns without a report'),
    ],
  };
}
