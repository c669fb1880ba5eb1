import { estimateNoteConfidence } from '@refrain/analysis';
import { listNoteConfidenceFeatures, trainLogisticRegression } from '@refrain/analysis/evaluation';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import type { SeedOptions } from '../command-line/options.ts';
import { round } from '../figures/round.ts';
import { collectNewFailures } from './collect-new-failures.ts';

export interface LearnNoteWeightsOptions extends SeedOptions {
  readonly failures: readonly number[];
}

const penalty = 0.1;

/** Learns the weights of `estimateNoteConfidence` from the later incidents of generated organisations. */
export function learnNoteWeights(
  { seed: seeds, failures: sizes }: LearnNoteWeightsOptions,
  { note }: EvalCommandEnvironment,
) {
  const arrivals = sizes.flatMap((failures) =>
    seeds.flatMap((seed) => {
      note(`Organisation ${seed} with ${failures} failures …`);
      return (['title', 'opening'] as const).flatMap((known) => collectNewFailures(seed, failures, known));
    }),
  );
  const begun = arrivals.flatMap(({ vote, words, recurring, isRight }) =>
    vote === null ? [] : [{ beginning: { ...vote, words, recurring }, isRight }],
  );
  const rows = begun.map(({ beginning }) => listNoteConfidenceFeatures(beginning));
  const width = rows[0]?.length ?? 0;
  const both = trainLogisticRegression(
    rows.map((row, at) => ({
      features: { at: row.map((_, feature) => feature), values: row },
      prior: [0, 0],
      label: begun[at]?.isRight ? 1 : 0,
      weight: 1,
    })),
    2,
    Array.from({ length: width }, () => penalty),
  );
  const weights = Array.from({ length: width }, (_, at) => (both[2 * at + 1] ?? 0) - (both[2 * at] ?? 0));
  const predict = (row: readonly number[]) =>
    1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
  const brier = (probabilities: readonly number[]) =>
    probabilities.reduce((sum, probability, at) => sum + (probability - (begun[at]?.isRight ? 1 : 0)) ** 2, 0) /
    probabilities.length;
  return {
    incidents: begun.length,
    weights: weights.map((weight) => round(weight, 2)),
    brier: {
      learnt: brier(rows.map(predict)),
      asShipped: brier(begun.map(({ beginning }) => estimateNoteConfidence(beginning))),
    },
  };
}
