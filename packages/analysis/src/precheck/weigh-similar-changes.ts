import { dayInMs } from '@refrain/domain';

/** When a change landed and when its failure became known, in ms since 1970. */
export interface ChangeTimes {
  readonly at: number;
  failedAt: number | null;
}

export interface SimilarChangeRisk {
  /** Logarithm of the ratio of the failure rate of similar changes to the base rate; 0 without similar changes */
  readonly logOdds: number;
  /** Weight of each similar change that failed, keyed by the number of the change */
  readonly failedWeights: ReadonlyMap<number, number>;
}

/** Age at which the weight of a change is halved. Older changes say less about the present system. */
const halfLife = 180 * dayInMs;
/** Number of identical past changes that together weigh as much as the base rate */
const priorCount = 1;

/**
 * Computes the failure rate of similar changes, weighted by squared cosine and age and shrunk towards the base rate
 * (Nadaraya 1964 and Watson 1964, with a prior count).
 */
export function weighSimilarChanges(
  compare: (each: (number: number, cosine: number) => void) => void,
  taken: readonly ChangeTimes[],
  baseRate: number,
  now: number,
): SimilarChangeRisk {
  const behind = new Map<number, number>();
  let similar = 0;
  let failed = 0;
  compare((number, cosine) => {
    const { at, failedAt } = taken[number] as ChangeTimes;
    const weight = cosine * cosine * 0.5 ** ((now - at) / halfLife);
    similar += weight;
    if (failedAt === null) return;
    failed += weight;
    behind.set(number, weight);
  });
  const rate = (failed + priorCount * baseRate) / (similar + priorCount);
  return { logOdds: Math.log(rate / baseRate), failedWeights: behind };
}
