import { minimiseFunction } from '@refrain/analysis/evaluation';

/** A failure with the features of each label; `right` are the labels that a reader accepts. */
export interface EvidenceExample {
  /** Features by label, then by feature; null for a label without sufficient evidence, which is not an option. */
  readonly features: readonly (readonly number[] | null)[];
  readonly right: readonly number[];
  readonly weight: number;
}

export interface LearnedEvidenceWeights {
  readonly features: readonly number[];
  readonly bias: readonly number[];
}

/** Strength of the L2 regularisation: half of it times the squared weight is added to the negative log-likelihood. */
const penalties = { feature: 0.2, bias: 10 } as const;

/**
 * Learns weights of the features, which are the same for all labels, and one bias for each label: a conditional logit
 * model (McFadden 1974) with L2 regularisation.
 */
export function learnEvidenceWeights(examples: readonly EvidenceExample[]): LearnedEvidenceWeights {
  const labels = examples[0]?.features.length ?? 0;
  const featureCount = examples[0]?.features.find((own) => own !== null)?.length ?? 0;
  const point = minimiseFunction(
    (current, gradient) => {
      let value = 0;
      for (let at = 0; at < current.length; at++) {
        const penalty = at < featureCount ? penalties.feature : penalties.bias;
        value += (penalty / 2) * (current[at] as number) ** 2;
        gradient[at] = penalty * (current[at] as number);
      }
      for (const { features, right, weight } of examples) {
        const probabilities = predictByEvidence(features, splitPoint(current, featureCount));
        const accepted = right.reduce((sum, label) => sum + (probabilities[label] as number), 0);
        value -= weight * Math.log(accepted);
        for (let label = 0; label < labels; label++) {
          const share = right.includes(label) ? (probabilities[label] as number) / accepted : 0;
          const pull = weight * ((probabilities[label] as number) - share);
          gradient[featureCount + label] = (gradient[featureCount + label] as number) + pull;
          for (let at = 0; at < featureCount; at++)
            gradient[at] = (gradient[at] as number) + pull * (features[label]?.[at] ?? 0);
        }
      }
      return value;
    },
    new Float64Array(featureCount + labels),
  );
  return splitPoint(point, featureCount);
}

function splitPoint(point: Float64Array, featureCount: number): LearnedEvidenceWeights {
  return { features: [...point.subarray(0, featureCount)], bias: [...point.subarray(featureCount)] };
}

/** Returns the probability of each label. */
export function predictByEvidence(
  features: EvidenceExample['features'],
  { features: weights, bias }: LearnedEvidenceWeights,
): number[] {
  const scores = features.map((own, label) =>
    own === null
      ? Number.NEGATIVE_INFINITY
      : (bias[label] as number) + own.reduce((sum, value, at) => sum + value * (weights[at] as number), 0),
  );
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const sum = odds.reduce((all, one) => all + one, 0);
  return odds.map((one) => one / sum);
}
