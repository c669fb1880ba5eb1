/** A negative binomial component: variance = mean + mean² / shape. */
export interface CountMixtureComponent {
  readonly weight: number;
  readonly mean: number;
  readonly shape: number;
}

/** A future count, as a mixture of negative binomial distributions. */
export interface CountDistribution {
  /** Probability, in [0, 1), that a fix holds and the count is therefore 0. */
  readonly endedProbability: number;
  readonly parts: readonly CountMixtureComponent[];
}

export function probabilityOfAnyEvent({ endedProbability: ended, parts }: CountDistribution): number {
  let none = 0;
  for (const { weight, mean, shape } of parts) none += weight * Math.exp(-shape * Math.log1p(mean / shape));
  return (1 - ended) * (1 - none);
}

export function computeExpectedCount({ endedProbability: ended, parts }: CountDistribution): number {
  let sum = 0;
  for (const { weight, mean } of parts) sum += weight * mean;
  return (1 - ended) * sum;
}

/** Yields the probabilities of at most −1, 0, 1, 2 … events, without end. */
export function* iterateCumulativeProbabilities({
  endedProbability: ended,
  parts,
}: CountDistribution): Generator<number, never> {
  const logs = parts.map(({ mean, shape }) => -shape * Math.log1p(mean / shape));
  let sum = 0;
  yield sum;
  sum = ended;
  for (let count = 0; ; count++) {
    for (let nth = 0; nth < parts.length; nth++) {
      const { weight, mean, shape } = parts[nth] as CountMixtureComponent;
      const log = logs[nth] ?? 0;
      sum += (1 - ended) * weight * Math.exp(log);
      logs[nth] = log + Math.log(((shape + count) / (count + 1)) * (mean / (mean + shape)));
    }
    // Rounding errors must not push the sum above 1.
    yield Math.min(sum, 1);
  }
}
