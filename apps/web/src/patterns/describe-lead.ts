import { formatPeriodLength } from '../list/period.ts';
import { defaultDays } from '../overview/overview-range.ts';
import { defaultPatternDays } from './to-pattern-filter.ts';

interface Options {
  readonly isWorstFirst: boolean;
  /** Whether the user chose no period. */
  readonly isDefaultPeriod: boolean;
}

/** Describes the list of patterns, its order, and how its default period differs from that of the overview. */
export function describeLead({ isWorstFirst, isDefaultPeriod }: Options): string {
  const content = isWorstFirst
    ? 'Failures that recur, ordered by impact: the hours of their incidents in the period, at most 24 per episode.'
    : 'Failures that recur, each with its cause and the recommended fix.';
  if (!isDefaultPeriod) return content;
  const [list, overview] = [formatPeriodLength(defaultPatternDays), formatPeriodLength(defaultDays)];
  return `${content} The list shows the last ${list}, and the overview the last ${overview}.`;
}
