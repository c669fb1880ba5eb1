import type { Schemas } from '../api/refrain.ts';
import { chanceOf } from '../words/count.ts';
import { causeWords, triggerWords } from '../words/design-words.ts';

const words: Readonly<Record<string, string>> = { ...causeWords, ...triggerWords };

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
  if (own === undefined) return words[first] ?? first;
  return [describe(own), ...others.map(describe)].join('; also ');
}

function describe({ label, confidence, evidence }: Likely): string {
  const why = evidence.length === 0 ? '' : ` (${evidence.join(', ')})`;
  return `${words[label] ?? label}, ${chanceOf(confidence)}${why}`;
}
