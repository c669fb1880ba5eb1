import type { Cause, Trigger } from '@refrain/domain';
import { percent, plain } from '../words.ts';

interface Likely {
  readonly label: Cause | Trigger;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/**
 * A cause or a trigger with how sure it is and why, then the others that are likely: `capacity, 60 % (disk full); also
 * configuration, 30 % (quota)`. Empty where it is unknown.
 * @param likely all of them, the first one first; none in what earlier versions wrote
 */
export function describeLikely(first: Cause | Trigger, likely: readonly Likely[]): string {
  if (first === 'unknown') return '';
  const [own, ...others] = likely;
  if (own === undefined) return plain(first);
  return [describe(own), ...others.map(describe)].join('; also ');
}

function describe({ label, confidence, evidence }: Likely): string {
  const why = evidence.length === 0 ? '' : ` (${evidence.join(', ')})`;
  return `${plain(label)}, ${percent(confidence)}${why}`;
}
