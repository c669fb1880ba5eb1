import { assessBeginning } from '@refrain/analysis';
import type { SeedOptions } from '../command-line/options.ts';
import { type Known, type ObservedArrival, observeArrivals } from './observe-new-failures.ts';
import { type Arrival, scoreArrivals } from './score-new-failures.ts';

export interface ArrivalOptions extends SeedOptions {
  /** Size of an organisation. */
  readonly failures: number;
  readonly known: Known;
}

/** Scores the assignment of later failures to the patterns of the earlier ones. */
export function measureArrivals({ seed: seeds, failures, known }: ArrivalOptions) {
  const organisations = seeds.map((seed) => {
    const arrivals = observeArrivals(seed, failures, known);
    return { seed, arrivals: arrivals.map((arrival) => assess(arrival, known)) };
  });
  return {
    organisations: organisations.map(({ seed, arrivals }) => ({ seed, ...scoreArrivals(arrivals) })),
    all: scoreArrivals(organisations.flatMap(({ arrivals }) => arrivals)),
  };
}

function assess({ vote, words, recurring, ...arrival }: ObservedArrival, known: Known): Arrival {
  const confidence = known === 'all' ? vote?.confidence : vote && assessBeginning({ ...vote, words, recurring });
  return { ...arrival, confidence: confidence ?? null };
}
