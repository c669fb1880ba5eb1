import type { Schemas } from '../api/refrain.ts';
import { causeLabels, triggerLabels } from '../labels/domain-labels.ts';
import { formatProbability } from '../labels/format.ts';

const labels: Readonly<Record<string, string>> = { ...causeLabels, ...triggerLabels };

interface Likely {
  readonly label: Schemas['Cause'] | Schemas['Trigger'];
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/**
 * Describes a cause or trigger with its confidence and evidence, then the other likely ones: `capacity, 60 % (disk full); also
 * configuration, 30 % (quota)`. Returns '' if `first` is unknown.
 * @param likely all candidates, starting with `first`; empty in reports of earlier versions
 */
export function describeLikelyCausesOrTriggers(
  first: Schemas['Cause'] | Schemas['Trigger'],
  likely: readonly Likely[],
): string {
  if (first === 'unknown') return '';
  const [best, ...others] = likely;
  if (best === undefined) return labels[first] ?? first;
  return [describe(best), ...others.map(describe)].join('; also ');
}

function describe({ label, confidence, evidence }: Likely): string {
  const reasons = evidence.length === 0 ? '' : ` (${evidence.join(', ')})`;
  return `${labels[label] ?? label}, ${formatProbability(confidence)}${reasons}`;
}
