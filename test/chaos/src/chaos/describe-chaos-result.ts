import type { ChaosResult } from './run-chaos.ts';

export interface ChaosResultLines {
  /** Last line of the output, with the figures that have a required value. */
  readonly line: Readonly<Record<string, unknown>>;
  /** Second-last line of the output, with all counts that are not in the last line. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

/** Describes the result of a chaos run after `sent` events. `lost` counts records that are missing or outdated. */
export function describeChaosResult(chaos: 'full' | 'short', sent: number, result: ChaosResult): ChaosResultLines {
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
