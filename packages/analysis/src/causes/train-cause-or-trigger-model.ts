import { groupBy } from '../collections/group-by.ts';
import { sumCrossValidatedErrors } from '../stats/cross-validate.ts';
import {
  type CauseOrTriggerModel,
  fitCauseOrTriggerModel,
  type LabelledTrainingExample,
  predictLabels,
} from './cause-or-trigger-model.ts';
import type { EvidenceWeights } from './evidence-weights.ts';

/**
 * Minimum decrease of the summed Brier scores with which a model may learn from all features. A wrong label that becomes
 * right decreases the sum by up to 1.
 */
const minImprovement = 1;

/**
 * Trains a model on corrected failures; null if every label is `unknown`. The model learns only from failures with the same
 * mechanism, unless words and other signals of the corrected failures predict the other corrections clearly better. Failures
 * with similar words often have different causes, so that a few corrections would make unrelated failures worse.
 */
export function trainCauseOrTriggerModel<Label extends string>(
  labels: readonly Label[],
  weights: EvidenceWeights<Label>,
  labelled: readonly LabelledTrainingExample<Label>[],
): CauseOrTriggerModel | null {
  const examples = labelled.filter(({ label }) => label !== 'unknown');
  const byMechanism = examples.map(keepMechanisms);
  const train = (some: readonly LabelledTrainingExample<Label>[]) => fitCauseOrTriggerModel(labels, weights, some);
  const sumErrors = (some: readonly LabelledTrainingExample<Label>[]) =>
    sumCrossValidatedErrors([...groupBy(some, ({ group }) => [group]).values()], train, (model, example) =>
      computeBrierScore(labels, predictLabels(labels, weights, model, example), example),
    );
  return train(sumErrors(byMechanism) - sumErrors(examples) >= minImprovement ? examples : byMechanism);
}

function keepMechanisms<Label extends string>(example: LabelledTrainingExample<Label>): LabelledTrainingExample<Label> {
  return { ...example, features: example.features.filter(([name]) => name.startsWith('mechanism:')) };
}

/** Returns the Brier score, in [0, 1], times the weight of the example. */
function computeBrierScore<Label extends string>(
  labels: readonly Label[],
  probabilities: readonly (number | null)[],
  { label, weight }: LabelledTrainingExample<Label>,
): number {
  const right = labels.indexOf(label);
  const squares = probabilities.map((probability, at) => ((probability ?? 0) - (at === right ? 1 : 0)) ** 2);
  return (weight * squares.reduce((sum, square) => sum + square, 0)) / 2;
}
