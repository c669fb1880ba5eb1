import { minReportedConfidence } from '@refrain/analysis';
import { ratio } from '../figures/round.ts';

export interface AssignedFailure {
  /** Confidence of the assignment to a pattern; null if no similar failure is in a pattern. */
  readonly confidence: number | null;
  readonly isRight: boolean;
  /** Whether the failure's true pattern was already found among the earlier failures. */
  readonly hasPattern: boolean;
  /** Similarity of the nearest earlier failure of another episode; 0 if there is none. */
  readonly nearest: number;
  /** Whether an earlier failure belongs to the same true pattern. */
  readonly wasBefore: boolean;
}

export interface NewFailureScore {
  readonly arrivals: number;
  /** Share of right assignments among the assignments with a confidence of at least 0.5. */
  readonly precision: number;
  /** Among the failures with a true pattern: share that is assigned to it with a confidence of at least 0.5. */
  readonly recall: number;
  /** The precision of the assignments and the share of assigned failures, for each minimum confidence `from`. */
  readonly sure: readonly { readonly from: number; readonly precision: number; readonly share: number }[];
  readonly brier: number;
  /** Brier score of a constant forecast of the base rate. */
  readonly brierOfGuess: number;
  /**
   * Precision and recall of the verdict "seen before" for each minimum similarity `from`. The verdict is given to failures that are
   * assigned to a pattern or have a neighbour with this similarity.
   */
  readonly seenBefore: readonly { readonly from: number; readonly precision: number; readonly recall: number }[];
}

const certainties = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;
const thresholds = [0.5, 0.55, 0.6, 0.65] as const;

/** Scores the assignments of new failures. The precision or recall of an empty set is 1. */
export function scoreNewFailures(arrivals: readonly AssignedFailure[]): NewFailureScore {
  const isAssigned = ({ confidence }: AssignedFailure) => confidence !== null && confidence >= minReportedConfidence;
  const assigned = arrivals.filter(isAssigned);
  const right = assigned.filter(({ isRight }) => isRight).length;
  const outcomes = arrivals.map(({ isRight }) => (isRight ? 1 : 0));
  const rate = mean(outcomes);
  return {
    arrivals: arrivals.length,
    precision: ratio(right, assigned.length),
    recall: ratio(right, arrivals.filter(({ hasPattern }) => hasPattern).length),
    sure: certainties.map((from) => {
      const assigned = arrivals.filter(({ confidence }) => confidence !== null && confidence >= from);
      return {
        from,
        precision: ratio(assigned.filter(({ isRight }) => isRight).length, assigned.length),
        share: ratio(assigned.length, arrivals.length),
      };
    }),
    brier: mean(arrivals.map(({ confidence }, at) => ((confidence ?? 0) - (outcomes[at] as number)) ** 2)),
    brierOfGuess: mean(outcomes.map((outcome) => (rate - outcome) ** 2)),
    seenBefore: thresholds.map((from) => {
      const assigned = arrivals.filter((arrival) => isAssigned(arrival) || arrival.nearest >= from);
      const before = assigned.filter(({ wasBefore }) => wasBefore).length;
      return {
        from,
        precision: ratio(before, assigned.length),
        recall: ratio(before, arrivals.filter(({ wasBefore }) => wasBefore).length),
      };
    }),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
