import { formatProbability } from './count.ts';

const steps = [
  [0.95, 'almost certain'],
  [0.85, 'very likely'],
  [0.7, 'likely'],
  [0.5, 'more likely than not'],
] as const;

/** Describes a probability in [0, 1] in words and as a figure: `likely (72 %)`. */
export function describeConfidence(probability: number): string {
  const [, label] = steps.find(([minimum]) => probability >= minimum) ?? [0, 'uncertain'];
  return `${label} (${formatProbability(probability)})`;
}
