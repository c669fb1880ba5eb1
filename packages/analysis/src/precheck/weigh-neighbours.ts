import { dayInMs } from '@refrain/domain';

/** An added change. `failedAt` is when its failure became known, in ms since 1970. */
export interface AddedChange {
  readonly at: number;
  failedAt: number | null;
}

export interface Neighbourhood {
  /** The log ratio of the failure rate of similar changes to the base rate; 0 without similar changes. */
  readonly logOdds: number;
  /** The number of similar changes, each weighted by its similarity. */
  readonly similar: number;
  /** The weighted number of those that failed. */
  readonly failed: number;
  /** The weight of each failed change, keyed by its number. */
  readonly behind: ReadonlyMap<number, number>;
}

/** Old changes say less about the present system. */
const halfLife = 180 * dayInMs;
/** The weight of the base rate, in similar changes. */
const priorCount = 1;

/**
 * Computes the failure rate of similar changes, weighted by squared cosine with a half-life of 180 days and shrunk to
 * the base rate (Nadaraya 1964 and Watson 1964, with a prior count). A change that resembles every other one also
 * resembles those that succeeded, so its score stays low.
 * @param compare calls back with the number and the cosine of each similar change
 * @param baseRate of failures among the comparable changes, in (0, 1)
 * @param now in ms since 1970
 */
export function weighNeighbours(
  compare: (each: (number: number, cosine: number) => void) => void,
  taken: readonly AddedChange[],
  baseRate: number,
  now: number,
): Neighbourhood {
  const behind = new Map<number, number>();
  let similar = 0;
  let failed = 0;
  compare((number, cosine) => {
    const { at, failedAt } = taken[number] as AddedChange;
    const weight = cosine * cosine * 0.5 ** ((now - at) / halfLife);
    similar += weight;
    if (failedAt === null) return;
    failed += weight;
    behind.set(number, weight);
  });
  const rate = (failed + priorCount * baseRate) / (similar + priorCount);
  return { logOdds: Math.log(rate / baseRate), similar, failed, behind };
}
