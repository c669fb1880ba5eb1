import type { Schemas } from '../api/refrain.ts';
import { formatProbability } from '../labels/count.ts';
import { causeLabels, triggerLabels } from '../labels/domain-labels.ts';

const labels: Readonly<Record<string, string>> = { ...causeLabels, ...triggerLabels };

interface Likely {
  readonly label: Schemas['Cause'] | Schemas['Trigger'];
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/**
 * A cause or a trigger with how sure it is and why, then the others that are likely: `capacity, 60 % (disk full); also
 * configuration, 30 % (quota)`. Empty where it is unknown.
 * @param likely all of them, the first one first; none in what earlier versions wrote
 */
export function describeLikely(first: Schemas['Cause'] | Schemas['Trigger'], likely: readonly Likely[]): string {
  if (first === 'unknown') return '';
  const [own, ...others] = likely;
  if (own === undefined) return labels[first] ?? first;
  return [describe(own), ...others.map(describe)].join('; also ');
}

function describe({ label, confidence, evidence }: Likely): string {
  const why = evidence.length === 0 ? '' : ` (${evidence.join(', ')})`;
  return `${labels[label] ?? label}, ${formatProbability(confidence)}${why}`;
}
