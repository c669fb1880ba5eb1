import type { Random } from '@refrain/sample-org';

const monthMs = (365.25 / 12) * 86_400_000;

/** How often something comes, which may change. */
export interface Recurrence {
  rate(): number;
  /** @param perMonth from then on */
  setRate(perMonth: number): void;
  /** The instants of a stretch of time that follows on the one before, in milliseconds since 1970. */
  take(from: number, until: number): number[];
}

/**
 * Comes evenly: of each share of the time in which one is expected it takes one instant by chance. So a count is never more than
 * one off what its rate says.
 */
export function createRecurrence(perMonth: number, random: Random): Recurrence {
  let rate = perMonth;
  // In expected numbers: what has gone by, the share that is being drawn for, and where in it the instant lies.
  let gone = 0;
  let share = 0;
  const draw = (): number => share + random.int(0, 999) / 1_000;
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
