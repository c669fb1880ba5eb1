import type { Schemas } from '../api/refrain.ts';
import { count } from '../words/count.ts';

/** From this chance on it is a yes; below it nothing speaks against it, which is less. */
const surely = 0.75;

/** The answer in one sentence. */
export function sayAnswer(
  answer: Pick<Schemas['SearchAnswer'], 'verdict' | 'pattern' | 'searched' | 'failures' | 'complete'>,
): string {
  const { verdict, pattern } = answer;
  const yes = verdict.confidence >= surely ? 'Yes: this' : 'Perhaps: something like this';
  if (pattern !== null) return `${yes} has happened ${times(pattern.episodes)}.`;
  if (verdict.seenBefore) return `${yes} has happened, and not often enough to be a pattern.`;
  return `Not seen before in the ${saySearched(answer)}.`;
}

/** Whether words could be compared at all: without any there is nothing to be sure of. */
export function isTellable({ verdict }: Pick<Schemas['SearchAnswer'], 'verdict'>): boolean {
  return verdict.seenBefore || verdict.confidence > 0;
}

function saySearched({
  searched,
  failures,
  complete,
}: Pick<Schemas['SearchAnswer'], 'searched' | 'failures' | 'complete'>): string {
  return complete || searched >= failures
    ? `${count(failures, 'failure')} known`
    : `${searched} of ${count(failures, 'failure')} that were looked through so far`;
}

function times(episodes: number): string {
  if (episodes === 1) return 'once';
  return episodes === 2 ? 'twice' : `${count(episodes, 'time')}`;
}
