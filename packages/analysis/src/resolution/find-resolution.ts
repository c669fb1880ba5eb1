import { listPassages, type Passage } from './list-passages.ts';
import type { Signs } from './resolution-signs.ts';
import { weights } from './weights.ts';

/** The passage of a report that states what resolved the incident. */
export interface StatedResolution {
  /** Verbatim, but for white space and marks of lists and tables between sentences; at most 58 words. */
  readonly quote: string;
  /** In [0, 1]: of such quotations of other organisations the share in which a reader saw the resolution. */
  readonly confidence: number;
}

const telling = ['acted', 'confirmed', 'resolved'] as const;
const beside = ['planned', 'asked', 'noticed'] as const;

/** Measured on five organisations, each with what was learnt from the others. */
const confidences = { inResolution: 0.72, elsewhere: 0.52 } as const;

/**
 * Finds the passage of a report that states what resolved the incident. Null where the best one does not tell of an action and of its
 * success, or does not stand in a section about the resolution: what is not known is left out.
 */
export function findResolution(report: string): StatedResolution | null {
  let best: Passage | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const passage of listPassages(report)) {
    const score = scoreOf(passage.signs);
    if (score > bestScore) [best, bestScore] = [passage, score];
  }
  if (best === null || !statesResolution(best.signs)) return null;
  const confidence = shows(best.signs, 'inResolution') ? confidences.inResolution : confidences.elsewhere;
  return { quote: trim(best), confidence };
}

/** Leaves out sentences at either end that tell of a plan, a question or how the incident was noticed, and of nothing that was done. */
function trim({ sentences }: Passage): string {
  const says = sentences.map(
    ({ signs }) => telling.some((name) => name in signs) || !beside.some((name) => name in signs),
  );
  const kept = sentences.slice(says.indexOf(true), says.lastIndexOf(true) + 1);
  return (kept.length > 0 ? kept : sentences).map(({ text }) => text).join(' ');
}

function scoreOf(signs: Signs): number {
  return Object.entries(signs).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0);
}

/** Whether a passage tells of an action and of its success, or stands in a section about the resolution. */
export function statesResolution(signs: Signs): boolean {
  const isSuccess = ['confirmed', 'resolved', 'inResolution'].some((name) => shows(signs, name));
  return isSuccess && shows(signs, 'acted');
}

/** Whether the passage has a sign, in its chosen sentence or in one beside it. */
function shows(signs: Signs, name: string): boolean {
  return name in signs || `near:${name}` in signs;
}
