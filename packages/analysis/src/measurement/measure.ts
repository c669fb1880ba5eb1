import type { Instant, Measurement, ObservedEpisode, PatternMeasurement } from '@refrain/domain';
import { groupBy } from '../group-by.ts';
import { findRecurrence } from '../recurrence/find-recurrence.ts';

export interface MeasureInput {
  readonly episodes: readonly ObservedEpisode[];
  readonly patternIds: readonly string[];
  /** Up to when failures would be known. */
  readonly until: Instant;
}

export interface MeasuredPattern {
  readonly patternId: string;
  readonly measurement: PatternMeasurement;
  /** What a reader of its report would notice, in a few words: a report is written anew where it differs. */
  readonly headline: string;
}

export interface Measured {
  readonly whole: Measurement;
  readonly patterns: readonly MeasuredPattern[];
}

/** Everything that the statistics say of what was observed: of the organisation, and of each pattern. */
export function measure({ episodes, patternIds, until }: MeasureInput): Measured {
  const ofPattern = groupBy(episodes, ({ patternId }) => (patternId === null ? [] : [patternId]));
  return {
    whole: { asOf: until },
    patterns: patternIds.map((patternId) => {
      const starts = (ofPattern.get(patternId) ?? []).map(({ startedAt }) => Date.parse(startedAt));
      const recurrence = findRecurrence(starts, Date.parse(until));
      return { patternId, measurement: { asOf: until, recurrence }, headline: `${recurrence}` };
    }),
  };
}
