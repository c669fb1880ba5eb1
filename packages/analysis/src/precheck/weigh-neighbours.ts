import { dayInMs } from '@refrain/domain';

/** A change that was taken in. `failedAt` is when its failure became known, in ms since 1970. */
export interface Taken {
  readonly at: number;
  failedAt: number | null;
}

export interface Neighbourhood {
  /** Logarithm of how many times as often what is like it failed as is usual; 0 where nothing is like it. */
  readonly logOdds: number;
  /** How many changes are like it, each counted by how much. */
  readonly similar: number;
  /** Of these, those that failed. */
  readonly failed: number;
  /** How much each of those that failed counts, by its number. */
  readonly behind: ReadonlyMap<number, number>;
}

/** Old changes and failures tell less of what is there now. */
const halfLife = 180 * dayInMs;
/** How many changes like it the usual rate counts for. */
const priorCount = 1;

/**
 * The rate of failures among what is like a change, each by its cosine squared and by half for every 180 days, drawn to the usual
 * rate (Nadaraya 1964 and Watson 1964, with a prior count). What is like everything is like what did not fail, too, and says nothing.
 * @param compare calls with the number of each that is like it, and the cosine
 * @param usual rate of failures among all that could be compared, in (0, 1)
 * @param now in ms since 1970
 */
export function weighNeighbours(
  compare: (each: (number: number, cosine: number) => void) => void,
  taken: readonly Taken[],
  usual: number,
  now: number,
): Neighbourhood {
  const behind = new Map<number, number>();
  let similar = 0;
  let failed = 0;
  compare((number, cosine) => {
    const { at, failedAt } = taken[number] as Taken;
    const weight = cosine * cosine * 0.5 ** ((now - at) / halfLife);
    similar += weight;
    if (failedAt === null) return;
    failed += weight;
    behind.set(number, weight);
  });
  const rate = (failed + priorCount * usual) / (similar + priorCount);
  return { logOdds: Math.log(rate / usual), similar, failed, behind };
}
