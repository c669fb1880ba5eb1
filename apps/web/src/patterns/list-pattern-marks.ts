import type { Schemas } from '../api/refrain.ts';
import { patternJudgementLabels, recurrenceLabels, trendLabels } from '../labels/domain-labels.ts';
import { millisecondsPerDay } from '../labels/times.ts';

type Marked = Pick<Schemas['ListedPattern'], 'recurrence' | 'direction' | 'judgement'>;

const maxAgeInMs = 7 * millisecondsPerDay;

/** Returns whether trends, which end with the newest data, are about the shown period: it must end with the present week. */
export function isTrendOfPeriod(shown: { readonly until: string } | null | undefined, now: number): boolean {
  return shown != null && now - Date.parse(shown.until) < maxAgeInMs;
}

/** Lists what is notable about a pattern: that it is new or returned, its trend, and a person's judgement. */
export function listPatternMarks({ recurrence, direction, judgement }: Marked, hasTrend: boolean): readonly string[] {
  return [
    ...(recurrence === 'new' || recurrence === 'returned' ? [recurrenceLabels[recurrence]] : []),
    ...(hasTrend && (direction === 'rising' || direction === 'falling') ? [trendLabels[direction]] : []),
    ...(judgement === null ? [] : [patternJudgementLabels[judgement]]),
  ];
}
