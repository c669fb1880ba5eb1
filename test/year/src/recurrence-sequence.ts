import { dayInMs } from '@refrain/domain';
import type { RandomStream } from '@refrain/sample-org';

const monthMs = (365.25 / 12) * dayInMs;

/** A sequence of recurrences of a failure, with an adjustable rate. */
export interface RecurrenceSequence {
  rate(): number;
  setRate(perMonth: number): void;
  /** Returns the times of recurrences in the next period, in milliseconds since 1970. Periods must be consecutive. */
  take(from: number, until: number): number[];
}

/**
 * Divides time into periods in which exactly one recurrence is expected, and places one recurrence at a random time in each period. The
 * number of recurrences therefore differs from the expected number by at most one.
 */
export function createRecurrenceSequence(perMonth: number, random: RandomStream): RecurrenceSequence {
  let rate = perMonth;
  // Number of recurrences that were expected up to the end of the previous period.
  let gone = 0;
  /** Number of recurrences that are expected up to the earliest possible time of the next recurrence. */
  let share = 0;
  const draw = (): number => share + random.int(0, 999) / 1_000;
  /** Number of recurrences that are expected up to the time of the next recurrence. */
  let next = draw();
  return {
    rate: () => rate,
    setRate(wanted) {
      rate = wanted;
    },
    take(from, until) {
      const instants: number[] = [];
      const end = gone + (rate * (until - from)) / monthMs;
      while (rate > 0 && next < end) {
        instants.push(Math.round(from + ((next - gone) * monthMs) / rate));
        share += 1;
        next = draw();
      }
      gone = end;
      return instants;
    },
  };
}
