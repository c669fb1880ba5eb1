import { estimateNoteConfidence } from '@refrain/analysis';
import type { SeedOptions } from '../command-line/options.ts';
import { type KnownDetail, type ObservedNewFailure, observeNewFailures } from './observe-new-failures.ts';
import { type AssignedFailure, scoreNewFailures } from './score-new-failures.ts';

export interface NewFailureOptions extends SeedOptions {
  readonly failures: number;
  readonly known: KnownDetail;
}

/** Scores the assignment of later failures to the patterns of the earlier ones. */
export function measureNewFailures({ seed: seeds, failures, known }: NewFailureOptions) {
  const organisations = seeds.map((seed) => {
    const arrivals = observeNewFailures(seed, failures, known);
    return { seed, arrivals: arrivals.map((arrival) => assess(arrival, known)) };
  });
  return {
    organisations: organisations.map(({ seed, arrivals }) => ({ seed, ...scoreNewFailures(arrivals) })),
    all: scoreNewFailures(organisations.flatMap(({ arrivals }) => arrivals)),
  };
}

function assess({ vote, words, recurring, ...arrival }: ObservedNewFailure, known: KnownDetail): AssignedFailure {
  const confidence = known === 'all' ? vote?.confidence : vote && estimateNoteConfidence({ ...vote, words, recurring });
  return { ...arrival, confidence: confidence ?? null };
}
