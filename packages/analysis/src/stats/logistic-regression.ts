import { minimiseFunction } from './minimise-function.ts';

/** A sparse vector: indices and values of the features that are not 0. */
export interface SparseFeatures {
  readonly at: readonly number[];
  readonly values: readonly number[];
}

export interface LogisticExample {
  readonly features: SparseFeatures;
  /** Prior log-probability of each label, up to a constant. */
  readonly prior: readonly number[];
  readonly label: number;
  readonly weight: number;
}

/** Weights by feature, then label: `weights[feature × labels + label]`. */
export type LogisticWeights = Float64Array;

/**
 * Tolerance of the optimisation. 1e-6 would take 150 instead of 50 steps and change probabilities only in the fourth
 * digit.
 */
const closeEnough = 1e-3;

/**
 * Trains a multinomial logistic regression that departs from a prior: it minimises Σ weight · −log P(label) + ½ Σ
 * penalty · weight², with P = softmax(prior + weights · features). Sort the examples for a reproducible result.
 * @param penalties penalty of each feature, above 0
 */
export function trainLogisticRegression(
  examples: readonly LogisticExample[],
  labels: number,
  penalties: readonly number[],
  tolerance = closeEnough,
): LogisticWeights {
  const rows = examples.map(({ features, prior, ...rest }) => ({
    ...rest,
    prior: Float64Array.from(prior),
    starts: Int32Array.from(features.at, (feature) => feature * labels),
    values: Float64Array.from(features.values),
  }));
  const logits = new Float64Array(labels);
  return minimiseFunction(
    (weights, gradient) => {
      let loss = 0;
      for (let at = 0; at < weights.length; at++) {
        const slope = (penalties[Math.floor(at / labels)] ?? 0) * (weights[at] ?? 0);
        loss += (slope * (weights[at] ?? 0)) / 2;
        gradient[at] = slope;
      }
      for (const { starts, values, prior, label, weight } of rows) {
        addLogits(logits, prior, starts, values, weights);
        const right = logits[label] ?? 0;
        loss += weight * (softmax(logits) - right);
        // From here on, `logits` holds the prediction errors: P(label), minus 1 for the actual label.
        logits[label] = (logits[label] ?? 0) - 1;
        for (let nth = 0; nth < starts.length; nth++) {
          const start = starts[nth] ?? 0;
          const factor = weight * (values[nth] ?? 0);
          for (let one = 0; one < labels; one++) {
            gradient[start + one] = (gradient[start + one] ?? 0) + factor * (logits[one] ?? 0);
          }
        }
      }
      return loss;
    },
    new Float64Array(penalties.length * labels),
    tolerance,
  );
}

export function predictLabelProbabilities(
  prior: readonly number[],
  { at, values }: SparseFeatures,
  weights: LogisticWeights,
): readonly number[] {
  const probabilities = Float64Array.from(prior);
  for (let nth = 0; nth < at.length; nth++) {
    const start = (at[nth] ?? 0) * probabilities.length;
    const value = values[nth] ?? 0;
    for (let one = 0; one < probabilities.length; one++) {
      probabilities[one] = (probabilities[one] ?? 0) + value * (weights[start + one] ?? 0);
    }
  }
  softmax(probabilities);
  return [...probabilities];
}

function addLogits(
  logits: Float64Array,
  prior: Float64Array,
  starts: Int32Array,
  values: Float64Array,
  weights: LogisticWeights,
): void {
  logits.set(prior);
  for (let nth = 0; nth < starts.length; nth++) {
    const start = starts[nth] ?? 0;
    const value = values[nth] ?? 0;
    for (let one = 0; one < logits.length; one++) {
      logits[one] = (logits[one] ?? 0) + value * (weights[start + one] ?? 0);
    }
  }
}

/** Converts logits to probabilities in place and returns the logarithm of the sum of their exponentials. */
function softmax(logits: Float64Array): number {
  const most = logits.reduce((highest, logit) => Math.max(highest, logit), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let one = 0; one < logits.length; one++) {
    const power = Math.exp((logits[one] ?? 0) - most);
    logits[one] = power;
    sum += power;
  }
  for (let one = 0; one < logits.length; one++) logits[one] = (logits[one] ?? 0) / sum;
  return most + Math.log(sum);
}
