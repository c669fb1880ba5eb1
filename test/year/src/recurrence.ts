import type { Random } from '@refrain/sample-org';

const monthMs = (365.25 / 12) * 86_400_000;

/** A stream of recurrences with an adjustable rate. */
export interface Recurrence {
  rate(): number;
  /** Sets the rate per month from now on. */
  setRate(perMonth: number): void;
  /** Returns the times of recurrences in the next period, in milliseconds since 1970. Periods must be consecutive. */
  take(from: number, until: number): number[];
}

/** Creates a stream with one event at a random time in each stratum, so that a count differs from the rate by at most one. */
export function createRecurrence(perMonth: number, random: Random): Recurrence {
  let rate = perMonth;
  // Measured in expected events: the time that has passed.
  let gone = 0;
  /** End of the current stratum. */
  let share = 0;
  const draw = (): number => share + random.int(0, 999) / 1_000;
  /** Time of the event in the current stratum. */
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
