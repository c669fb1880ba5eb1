import type { Schemas } from '../api/refrain.ts';

type Digested = Schemas['DigestedPattern'];

export interface PatternChangeGroup {
  readonly title: string;
  readonly description: string;
  readonly patterns: readonly Digested[];
}

const groups = [
  { change: 'new', title: 'New', description: 'now has enough episodes to be a pattern' },
  { change: 'returned', title: 'Returned', description: 'recurred after a quiet period' },
  { change: 'rising', title: 'Rising', description: 'more frequent than before' },
  { change: 'falling', title: 'Falling', description: 'less frequent than before' },
  { change: 'quiet', title: 'Quiet', description: 'has not recurred for an unusually long time' },
] as const;

/**
 * Groups patterns by how they changed. A pattern may be in several groups. Patterns with episodes but no change come
 * last.
 */
export function groupPatternChanges(patterns: readonly Digested[]): readonly PatternChangeGroup[] {
  const others = patterns.filter(
    (pattern) => pattern.episodes > 0 && !groups.some(({ change }) => changesOf(pattern).includes(change)),
  );
  return [
    ...groups.map(({ change, title, description }) => ({
      title,
      description,
      patterns: patterns.filter((pattern) => changesOf(pattern).includes(change)),
    })),
    { title: 'Recurred', description: 'had further episodes, and its status did not change', patterns: others },
  ].filter(({ patterns }) => patterns.length > 0);
}

/** Digests of earlier versions have no `newRecurrence`, only the recurrence at the end of the period. */
function changesOf({ newRecurrence, recurrence, direction }: Digested): readonly (string | null)[] {
  return [newRecurrence === undefined ? recurrence : newRecurrence, direction];
}
