import { type LogisticWeights, predictLogistic, type SparseRow, trainLogistic } from '../stats/logistic-regression.ts';
import type { PhraseScore } from './score-phrases.ts';

/** From the name of a feature to its value, see `listFeatures`. */
export type Features = readonly (readonly [string, number])[];

/** By how much to depart from what the lexicon says; null where nothing was learnt. */
export interface LabelModel {
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: LogisticWeights;
}

export interface LabelExample<Label extends string> {
  readonly features: Features;
  readonly scores: readonly PhraseScore<Label>[];
  readonly label: Label;
  /** Above 0. */
  readonly weight: number;
}

/**
 * How fast a score turns into certainty: the chance of a label grows with (1 + score) to this power. The one number of the
 * shipped model that was set by looking at labels: 1 was unsure where it was right, 2 too sure.
 */
const sharpness = 1.5;
/** How strongly each kind of feature is held to the prior, by the beginning of its name. */
const penalties: readonly (readonly [string, number])[] = [
  ['word:', 0.2],
  ['bias', 30],
  ['', 10],
];
/** 0 trains towards the mix of labels as it is, 1 as if each were as frequent as the others. */
const balance = 0.5;

/** What the lexicon and the signs say, as logarithms of chances up to a constant. @param silence the score of `unknown` */
export function priorOf<Label extends string>(
  labels: readonly Label[],
  scores: readonly PhraseScore<Label>[],
  silence: number,
): number[] {
  const byLabel = new Map<string, number>(scores.map(({ label, score }) => [label, score]));
  return labels.map((label) => sharpness * Math.log1p(label === 'unknown' ? silence : (byLabel.get(label) ?? 0)));
}

/** Learns from examples in their order. Null without any. */
export function trainLabels<Label extends string>(
  labels: readonly Label[],
  silence: number,
  examples: readonly LabelExample<Label>[],
): LabelModel | null {
  if (examples.length === 0) return null;
  const names = [...new Set(examples.flatMap(({ features }) => features.map(([name]) => name)))].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const factors = balanceLabels(examples);
  const weights = trainLogistic(
    examples.map(({ features, scores, label, weight }) => ({
      features: toRow(features, numbers),
      prior: priorOf(labels, scores, silence),
      label: labels.indexOf(label),
      weight: weight * (factors.get(label) ?? 1),
    })),
    labels.length,
    names.map((name) => penalties.find(([start]) => name.startsWith(start))?.[1] ?? 1),
  );
  return { numbers, weights };
}

/** The chance of each label, in the order of the labels. */
export function predictLabels(
  model: LabelModel | null,
  prior: readonly number[],
  features: Features,
): readonly number[] {
  if (model === null) return predictLogistic(prior, { at: [], values: [] }, new Float64Array());
  return predictLogistic(prior, toRow(features, model.numbers), model.weights);
}

/** What a feature adds to the logarithm of a label's chance, against the mean of the labels. */
export function contributionOf(
  model: LabelModel,
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

/** Rare labels weigh more; the sum of all weights stays what it is. */
function balanceLabels<Label extends string>(examples: readonly LabelExample<Label>[]): ReadonlyMap<Label, number> {
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

function toRow(features: Features, numbers: ReadonlyMap<string, number>): SparseRow {
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
