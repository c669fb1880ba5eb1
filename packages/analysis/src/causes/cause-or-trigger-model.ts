import {
  type LogisticWeights,
  predictLabelProbabilities,
  type SparseFeatures,
  trainLogisticRegression,
} from '../stats/logistic-regression.ts';
import type { PhraseScore } from './score-phrases.ts';

/** Names and values of a failure's features, as `listCauseFeatures` returns them. */
export type NamedFeatureValues = readonly (readonly [string, number])[];

/** A logistic regression that adjusts the lexicon's probabilities. `numbers` maps features to indices in `weights`. */
export interface CauseOrTriggerModel {
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: LogisticWeights;
}

export interface LabelledTrainingExample<Label extends string> {
  readonly features: NamedFeatureValues;
  readonly scores: readonly PhraseScore<Label>[];
  readonly label: Label;
  readonly weight: number;
}

/**
 * Exponent of (1 + score) in a label's probability. On labelled data the model was underconfident with 1 and
 * overconfident with 2.
 */
const sharpness = 1.5;
/** Regularisation strength of features by prefix of their name; the first matching prefix counts. */
const penalties: readonly (readonly [string, number])[] = [
  ['word:', 0.2],
  ['bias', 30],
  ['', 10],
];
/** Strength of the balancing of labels in training: 0 keeps their actual frequencies, 1 weighs all labels equally. */
const balance = 0.5;

/** Returns the log-probability of each label up to a constant; `silence` is the score of the label `unknown`. */
export function computeLogPriors<Label extends string>(
  labels: readonly Label[],
  scores: readonly PhraseScore<Label>[],
  silence: number,
): number[] {
  const byLabel = new Map<string, number>(scores.map(({ label, score }) => [label, score]));
  return labels.map((label) => sharpness * Math.log1p(label === 'unknown' ? silence : (byLabel.get(label) ?? 0)));
}

/** Trains a logistic regression with lexicon probabilities as priors; null if every label is `unknown`. */
export function trainCauseOrTriggerModel<Label extends string>(
  labels: readonly Label[],
  silence: number,
  labelled: readonly LabelledTrainingExample<Label>[],
): CauseOrTriggerModel | null {
  const examples = labelled.filter(({ label }) => label !== 'unknown');
  if (examples.length === 0) return null;
  const names = [...new Set(examples.flatMap(({ features }) => features.map(([name]) => name)))].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const factors = balanceLabels(examples);
  const weights = trainLogisticRegression(
    examples.map(({ features, scores, label, weight }) => ({
      features: toRow(features, numbers),
      prior: computeLogPriors(labels, scores, silence),
      label: labels.indexOf(label),
      weight: weight * (factors.get(label) ?? 1),
    })),
    labels.length,
    names.map((name) => penalties.find(([start]) => name.startsWith(start))?.[1] ?? 1),
  );
  return { numbers, weights };
}

export function predictLabels(
  model: CauseOrTriggerModel | null,
  prior: readonly number[],
  features: NamedFeatureValues,
): readonly number[] {
  if (model === null) return predictLabelProbabilities(prior, { at: [], values: [] }, new Float64Array());
  return predictLabelProbabilities(prior, toRow(features, model.numbers), model.weights);
}

/** Returns how much a feature raises the log-probability of a label, relative to the mean over all labels. */
export function computeFeatureContribution(
  model: CauseOrTriggerModel,
  [name, value]: readonly [string, number],
  label: number,
  labels: number,
): number {
  const number = model.numbers.get(name);
  if (number === undefined) return 0;
  let sum = 0;
  for (let one = 0; one < labels; one++) sum += model.weights[number * labels + one] ?? 0;
  return value * ((model.weights[number * labels + label] ?? 0) - sum / labels);
}

/** Returns factors that raise the weights of rare labels; the sum of all weights stays the same. */
function balanceLabels<Label extends string>(
  examples: readonly LabelledTrainingExample<Label>[],
): ReadonlyMap<Label, number> {
  const sums = new Map<Label, number>();
  let total = 0;
  for (const { label, weight } of examples) {
    sums.set(label, (sums.get(label) ?? 0) + weight);
    total += weight;
  }
  const raw = [...sums].map(([label, sum]) => [label, (total / sum) ** balance, sum] as const);
  const scale = total / raw.reduce((sum, [, factor, own]) => sum + factor * own, 0);
  return new Map(raw.map(([label, factor]) => [label, factor * scale]));
}

function toRow(features: NamedFeatureValues, numbers: ReadonlyMap<string, number>): SparseFeatures {
  const at: number[] = [];
  const values: number[] = [];
  for (const [name, value] of features) {
    const number = numbers.get(name);
    if (number === undefined) continue;
    at.push(number);
    values.push(value);
  }
  return { at, values };
}
