import type { Schemas } from '../api/refrain.ts';

type Digested = Schemas['DigestedPattern'];

export interface PatternChangeGroup {
  readonly title: string;
  readonly description: string;
  readonly patterns: readonly Digested[];
}

const groups: readonly (Omit<PatternChangeGroup, 'patterns'> & { includes(pattern: Digested): boolean })[] = [
  {
    title: 'New',
    description: 'happened often enough to be a pattern',
    includes: (pattern) => changeOf(pattern) === 'new',
  },
  {
    title: 'Returned',
    description: 'had gone quiet and came back',
    includes: (pattern) => changeOf(pattern) === 'returned',
  },
  {
    title: 'Rising',
    description: 'more often than chance explains',
    includes: ({ direction }) => direction === 'rising',
  },
  {
    title: 'Falling',
    description: 'less often than chance explains',
    includes: ({ direction }) => direction === 'falling',
  },
  {
    title: 'Gone quiet',
    description: 'has not come for long enough',
    includes: (pattern) => changeOf(pattern) === 'quiet',
  },
];

/** Groups patterns by how they changed, possibly in several groups. Patterns with episodes but no group come last. */
export function groupPatternChanges(patterns: readonly Digested[]): readonly PatternChangeGroup[] {
  const others = patterns.filter(
    (pattern) => pattern.episodes > 0 && !groups.some(({ includes }) => includes(pattern)),
  );
  return [
    ...groups.map(({ title, description, includes }) => ({
      title,
      description,
      patterns: patterns.filter(includes),
    })),
    { title: 'Came again', description: 'nothing else stands out', patterns: others },
  ].filter(({ patterns }) => patterns.length > 0);
}

/** Digests of earlier versions have no `newRecurrence`, only the recurrence at the end of the period. */
function changeOf({ newRecurrence, recurrence }: Digested): string | null {
  return newRecurrence === undefined ? recurrence : newRecurrence;
}
