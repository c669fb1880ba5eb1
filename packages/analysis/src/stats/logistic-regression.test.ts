import { expect, test } from 'vitest';
import {
  type LogisticExample,
  predictLabelProbabilities,
  type SparseFeatures,
  trainLogisticRegression,
} from './logistic-regression.ts';

const dense = (values: readonly number[]): SparseFeatures => ({ at: values.map((_, at) => at), values });
const rows: readonly (readonly [readonly number[], number, number])[] = [
  [[1, 0, 0.5], 0, 1],
  [[2, 1, 0], 0, 2],
  [[0, 1, 1], 1, 1],
  [[0.5, 2, 0], 1, 1],
  [[0, 0, 2], 2, 0.5],
  [[1, 1, 1], 2, 1],
  [[3, 0, 1], 0, 1],
  [[0, 2, 0.5], 1, 3],
];
const examples: readonly LogisticExample[] = rows.map(([values, label, weight]) => ({
  features: dense(values),
  label,
  weight,
  prior: [0, 0, 0],
}));
const penalties = [2, 2, 2];

/** From scikit-learn 1.6: LogisticRegression(C=0.5, fit_intercept=False, tol=1e-12) on the same rows. */
test('trainLogisticRegression finds the same weights as scikit-learn if there is no prior', () => {
  const weights = trainLogisticRegression(examples, 3, penalties, 1e-9);
  const byLabel = [0, 1, 2].map((label) => [0, 1, 2].map((feature) => weights[feature * 3 + label] ?? 0));
  const expected = [
    [0.73835, -0.38005, -0.24438],
    [-0.55913, 0.71532, -0.02611],
    [-0.17922, -0.33527, 0.27049],
  ];
  expected.flat().forEach((value, at) => {
    expect(byLabel.flat()[at]).toBeCloseTo(value, 4);
  });
  [0.11688, 0.54082, 0.3423].forEach((probability, label) => {
    expect(predictLabelProbabilities([0, 0, 0], dense([0, 1, 2]), weights)[label]).toBeCloseTo(probability, 4);
  });
});

test('trainLogisticRegression keeps a correct prior, and keeps any prior under a strong penalty', () => {
  const sure = examples.map((example) => ({ ...example, prior: [0, 1, 2].map((l) => (l === example.label ? 40 : 0)) }));
  expect(Math.max(...trainLogisticRegression(sure, 3, penalties).map(Math.abs))).toBeLessThan(1e-6);
  const held = trainLogisticRegression(examples, 3, [1e9, 1e9, 1e9], 1e-12);
  const probabilities = predictLabelProbabilities(
    [Math.log(0.2), Math.log(0.3), Math.log(0.5)],
    dense([1, 1, 1]),
    held,
  );
  [0.2, 0.3, 0.5].forEach((probability, label) => {
    expect(probabilities[label]).toBeCloseTo(probability, 6);
  });
});

test('predictLabelProbabilities returns valid probabilities for very large logits', () => {
  const probabilities = predictLabelProbabilities([1_000, -1_000], { at: [], values: [] }, new Float64Array());
  expect(probabilities).toEqual([1, 0]);
});
