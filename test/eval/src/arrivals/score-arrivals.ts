import { likely } from '@refrain/analysis';

/** A new failure, and what was said of it when it came in. */
export interface Arrival {
  /** Chance with which it was assigned to a pattern; null where nothing near was in one. */
  readonly confidence: number | null;
  /** Whether the pattern that it was assigned to is its own. */
  readonly isRight: boolean;
  /** Whether there was a pattern that is its own. */
  readonly hasPattern: boolean;
  /** Score of the nearest earlier failure of another episode; 0 where there is none. */
  readonly nearest: number;
  /** Whether the same had been before. */
  readonly wasBefore: boolean;
}

export interface ArrivalScore {
  readonly arrivals: number;
  /** Of those assigned with a chance of one half and more, the share that is right. */
  readonly precision: number;
  /** Of those that have a pattern, the share that was assigned to it with such a chance. */
  readonly recall: number;
  /** By least chance from which one is sure enough to say so unasked: of those the share that is right, and how many of all they are. */
  readonly sure: readonly { readonly from: number; readonly precision: number; readonly share: number }[];
  /** Mean square of what the chance is off, and the same of a guess that gives each the share of all that are right. */
  readonly brier: number;
  readonly brierOfGuess: number;
  /** By least score from which a nearest failure counts as "seen before" beside an assignment. */
  readonly seenBefore: readonly { readonly from: number; readonly precision: number; readonly recall: number }[];
}

const certainties = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;
const thresholds = [0.5, 0.55, 0.6, 0.65] as const;

/** Scores what is said of new failures. A share of nothing is 1. */
export function scoreArrivals(arrivals: readonly Arrival[]): ArrivalScore {
  const isAssigned = ({ confidence }: Arrival) => confidence !== null && confidence >= likely;
  const assigned = arrivals.filter(isAssigned);
  const right = assigned.filter(({ isRight }) => isRight).length;
  const outcomes = arrivals.map(({ isRight }) => (isRight ? 1 : 0));
  const rate = mean(outcomes);
  return {
    arrivals: arrivals.length,
    precision: share(right, assigned.length),
    recall: share(right, arrivals.filter(({ hasPattern }) => hasPattern).length),
    sure: certainties.map((from) => {
      const said = arrivals.filter(({ confidence }) => confidence !== null && confidence >= from);
      return {
        from,
        precision: share(said.filter(({ isRight }) => isRight).length, said.length),
        share: share(said.length, arrivals.length),
      };
    }),
    brier: mean(arrivals.map(({ confidence }, at) => ((confidence ?? 0) - (outcomes[at] as number)) ** 2)),
    brierOfGuess: mean(outcomes.map((outcome) => (rate - outcome) ** 2)),
    seenBefore: thresholds.map((from) => {
      const said = arrivals.filter((arrival) => isAssigned(arrival) || arrival.nearest >= from);
      const before = said.filter(({ wasBefore }) => wasBefore).length;
      return {
        from,
        precision: share(before, said.length),
        recall: share(before, arrivals.filter(({ wasBefore }) => wasBefore).length),
      };
    }),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
