import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

/** Minimum confidence for "Yes". Below it the verdict is "Perhaps". */
const highConfidence = 0.75;

export function describeVerdict(
  answer: Pick<Schemas['SearchResponse'], 'verdict' | 'pattern' | 'searched' | 'failures' | 'complete'>,
): string {
  const { verdict, pattern } = answer;
  const yes = verdict.confidence >= highConfidence ? 'Yes, this' : 'Possibly. Something similar';
  if (pattern !== null) return `${yes} has happened ${times(pattern.episodes)}.`;
  if (verdict.seenBefore) return `${yes} has happened before, but belongs to no pattern.`;
  return `Not seen before in the ${describeSearched(answer)}.`;
}

/** Returns whether the searched text had words to compare. Without such words, the confidence means nothing. */
export function hasComparableWords({ verdict }: Pick<Schemas['SearchResponse'], 'verdict'>): boolean {
  return verdict.seenBefore || verdict.confidence > 0;
}

function describeSearched({
  searched,
  failures,
  complete,
}: Pick<Schemas['SearchResponse'], 'searched' | 'failures' | 'complete'>): string {
  return complete || searched >= failures
    ? `${count(failures, 'known failure')}`
    : `${searched} of ${count(failures, 'failure')} searched so far`;
}

function times(episodes: number): string {
  if (episodes === 1) return 'once';
  return episodes === 2 ? 'twice' : `${count(episodes, 'time')}`;
}
