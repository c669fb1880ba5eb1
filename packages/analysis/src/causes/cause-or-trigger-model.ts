import {
  type LogisticWeights,
  predictLabelProbabilities,
  type SparseFeatures,
  trainLogisticRegression,
} from '../stats/logistic-regression.ts';
import { isEvidenceSufficient, type LabelEvidence } from './collect-cause-evidence.ts';
import type { EvidenceWeights } from './evidence-weights.ts';

/** Names and values of a failure's features, as `listCauseFeatures` returns them. */
export type NamedFeatureValues = readonly (readonly [string, number])[];

/** A logistic regression that adjusts the lexicon's probabilities. `numbers` maps features to indices in `weights`. */
export interface CauseOrTriggerModel {
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: LogisticWeights;
}

export interface LabelledTrainingExample<Label extends string> {
  /** Id of the correction; several failures of a corrected pattern have the same. */
  readonly group: string;
  readonly features: NamedFeatureValues;
  readonly evidence: readonly LabelEvidence<Label>[];
  readonly label: Label;
  readonly weight: number;
}

/**
 * Exponent by which signals other than words raise the odds of a label: (1 + signals) ** 1.5. On generated organisations
 * the model was underconfident with 1 and overconfident with 2.
 */
const signalSharpness = 1.5;
/** Regularisation strength of features by prefix of their name; the first matching prefix counts. */
const penalties: readonly (readonly [string, number])[] = [
  ['word:', 0.2],
  ['mechanism:', 1],
  ['bias', 100],
  ['', 30],
];
/** Strength of the balancing of labels in training: 0 keeps their actual frequencies, 1 weighs all labels equally. */
const balance = 0.5;

/**
 * Log-odds of a label without sufficient evidence, relative to `unknown`. A label needs several corrections of similar
 * failures before it is stated without evidence.
 */
const unsupportedLogOdds = -1.5;

/** Returns the log-probability of each label up to a constant, before any correction. */
export function computeLogPriors<Label extends string>(
  labels: readonly Label[],
  evidence: readonly LabelEvidence<Label>[],
  weights: EvidenceWeights<Label>,
): number[] {
  const supported = new Map(evidence.filter(isEvidenceSufficient).map((one) => [one.label, one]));
  return labels.map((label) => {
    const own = supported.get(label);
    if (label === 'unknown') return weights.bias.unknown;
    if (own === undefined) return weights.bias.unknown + unsupportedLogOdds;
    const features = listEvidenceFeatures(own);
    const fromWords = weights.features.reduce((sum, weight, at) => sum + weight * (features[at] as number), 0);
    return weights.bias[label] + fromWords + signalSharpness * Math.log1p(own.signals);
  });
}

/** Returns the values to which `EvidenceWeights.features` belong. */
export function listEvidenceFeatures({ text, mechanism, mechanisms }: LabelEvidence<string>): number[] {
  return [Math.log1p(text), mechanism, Math.log1p(mechanisms)];
}

/** Trains a logistic regression with lexicon probabilities as priors; null without examples. */
export function fitCauseOrTriggerModel<Label extends string>(
  labels: readonly Label[],
  evidenceWeights: EvidenceWeights<Label>,
  examples: readonly LabelledTrainingExample<Label>[],
): CauseOrTriggerModel | null {
  if (examples.length === 0) return null;
  const names = [...new Set(examples.flatMap(({ features }) => features.map(([name]) => name)))].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  const factors = balanceLabels(examples);
  const weights = trainLogisticRegression(
    examples.map(({ features, evidence, label, weight }) => ({
      features: toRow(features, numbers),
      prior: computeLogPriors(labels, evidence, evidenceWeights),
      label: labels.indexOf(label),
      weight: weight * (factors.get(label) ?? 1),
    })),
    labels.length,
    names.map((name) => penalties.find(([start]) => name.startsWith(start))?.[1] ?? 1),
  );
  return { numbers, weights };
}

/**
 * Returns the probability of each label; null for a label that neither evidence nor the corrections of similar failures
 * support. Labels without support are not an option, so their probability belongs to the others.
 */
export function predictLabels<Label extends string>(
  labels: readonly Label[],
  weights: EvidenceWeights<Label>,
  model: CauseOrTriggerModel | null,
  { evidence, features }: Pick<LabelledTrainingExample<Label>, 'evidence' | 'features'>,
): readonly (number | null)[] {
  const prior = computeLogPriors(labels, evidence, weights);
  const row = model === null ? noFeatures : toRow(features, model.numbers);
  const probabilities = predictLabelProbabilities(prior, row, model?.weights ?? new Float64Array());
  const sufficient = new Set(evidence.filter(isEvidenceSufficient).map(({ label }) => label));
  const isSupported = labels.map(
    (label, at) => label === 'unknown' || sufficient.has(label) || sumLearntLogOdds(model, row, at, labels.length) > 0,
  );
  const sum = probabilities.reduce((all, probability, at) => (isSupported[at] ? all + probability : all), 0);
  return probabilities.map((probability, at) => (isSupported[at] ? probability / sum : null));
}

const noFeatures: SparseFeatures = { at: [], values: [] };

/** Returns how much corrections raise the log-probability of a label for a failure, up to a constant. */
function sumLearntLogOdds(
  model: CauseOrTriggerModel | null,
  { at, values }: SparseFeatures,
  label: number,
  labels: number,
): number {
  if (model === null) return 0;
  return at.reduce((sum, feature, nth) => sum + (values[nth] ?? 0) * (model.weights[feature * labels + label] ?? 0), 0);
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
