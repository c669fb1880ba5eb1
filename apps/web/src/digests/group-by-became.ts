import type { Schemas } from '../api/refrain.ts';

type Digested = Schemas['DigestedPattern'];

export interface BecameGroup {
  readonly title: string;
  /** What that means. */
  readonly says: string;
  readonly patterns: readonly Digested[];
}

const groups: readonly (Omit<BecameGroup, 'patterns'> & { holds(pattern: Digested): boolean })[] = [
  { title: 'New', says: 'happened often enough to be a pattern', holds: (pattern) => becameOf(pattern) === 'new' },
  { title: 'Returned', says: 'had gone quiet and came back', holds: (pattern) => becameOf(pattern) === 'returned' },
  { title: 'Rising', says: 'more often than chance explains', holds: ({ direction }) => direction === 'rising' },
  { title: 'Falling', says: 'less often than chance explains', holds: ({ direction }) => direction === 'falling' },
  { title: 'Gone quiet', says: 'has not come for long enough', holds: (pattern) => becameOf(pattern) === 'quiet' },
];

/** What became of the patterns; one can be in several groups, and what is in none of them and came is the last group. */
export function groupByBecame(patterns: readonly Digested[]): readonly BecameGroup[] {
  const others = patterns.filter((pattern) => pattern.episodes > 0 && !groups.some(({ holds }) => holds(pattern)));
  return [
    ...groups.map(({ title, says, holds }) => ({ title, says, patterns: patterns.filter(holds) })),
    { title: 'Came again', says: 'nothing else stands out', patterns: others },
  ].filter(({ patterns }) => patterns.length > 0);
}

/** Earlier versions said only where it stood at the end. */
function becameOf({ became, recurrence }: Digested): string | null {
  return became === undefined ? recurrence : became;
}
