import { estimateNoteConfidence } from '@refrain/analysis';
import type { SeedOptions } from '../command-line/options.ts';
import { collectNewFailures, type NewFailureDetailLevel, type NewFailureEvidence } from './collect-new-failures.ts';
import { type AssignedFailure, scoreNewFailures } from './score-new-failures.ts';

export interface MeasureNewFailuresOptions extends SeedOptions {
  readonly failures: number;
  readonly known: NewFailureDetailLevel;
}

/** Scores the assignment of later failures to the patterns of the earlier ones. */
export function measureNewFailures({ seed: seeds, failures, known }: MeasureNewFailuresOptions) {
  const organisations = seeds.map((seed) => {
    const arrivals = collectNewFailures(seed, failures, known);
    return { seed, arrivals: arrivals.map((arrival) => assess(arrival, known)) };
  });
  return {
    organisations: organisations.map(({ seed, arrivals }) => ({ seed, ...scoreNewFailures(arrivals) })),
    all: scoreNewFailures(organisations.flatMap(({ arrivals }) => arrivals)),
  };
}

function assess(
  { vote, words, recurring, ...arrival }: NewFailureEvidence,
  known: NewFailureDetailLevel,
): AssignedFailure {
  const confidence = known === 'all' ? vote?.confidence : vote && estimateNoteConfidence({ ...vote, words, recurring });
  return { ...arrival, confidence: confidence ?? null };
}
