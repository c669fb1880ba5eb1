import type { Schemas } from '../api/refrain.ts';
import { formatPercent } from './format.ts';

/** Formats a confidence and its evidence: `(64 %): the same service; shared words: …`. */
export function describeEvidence(share: number, evidence: readonly Schemas['Evidence'][]): string {
  return `(${formatPercent(share)}): ${evidence.map(({ detail }) => detail).join('; ')}`;
}

/** Returns the lines of an excerpt that are not part of the title. */
export function removeTitleLines(excerpt: string, title: string): string {
  const lowerTitle = title.toLowerCase();
  const lines = excerpt.split('\n').filter((line) => !lowerTitle.includes(line.trim().toLowerCase()));
  return lines.join('\n');
}
