import type { Schemas } from '../api/refrain.ts';
import { percent } from './count.ts';

/** A share and the reasons for it: `(64 %): the same service; shared words: …`. */
export function describeEvidence(share: number, evidence: readonly Schemas['Evidence'][]): string {
  return `(${percent(share)}): ${evidence.map(({ detail }) => detail).join('; ')}`;
}

/** The lines of an excerpt that the title does not say already. */
export function withoutTitle(excerpt: string, title: string): string {
  const said = title.toLowerCase();
  const lines = excerpt.split('\n').filter((line) => !said.includes(line.trim().toLowerCase()));
  return lines.join('\n');
}
