import { dayInMs } from '@refrain/domain';
import { groupBy } from '../group-by.ts';
import { splitOwnNumber } from './read-subject.ts';
import type { Revert } from './revert.ts';

/** A revert with the title of what it takes back. */
export interface TitledRevert {
  readonly revert: Revert;
  readonly title: string;
  /** In ms since 1970. */
  readonly at: number;
}

/** Other reverts of the same kind, each at least a day from the last, that make a routine. */
const fewestOthers = 4;
/** Least share of words that two titles of one kind have in common (Jaccard). */
const leastOverlap = 0.5;
/** Largest share of reverts with stated harm in a routine. */
const mostHarmed = 0.2;
const confidence = 0.75;

/**
 * Judges reverts by what the repository does again and again: work with titles of one kind that is taken back several times, hardly
 * ever because of stated harm, was meant to be taken back. Reverts that state harm stay as they are.
 */
export function judgeRoutines(reverts: readonly TitledRevert[]): Revert[] {
  const titled = reverts.map((one) => ({ ...one, words: wordsOf(one.title) }));
  const byVerb = groupBy(
    titled.filter(({ revert }) => revert.hasLanded && !revert.isRevertOfRevert),
    ({ words }) => words.slice(0, 1),
  );
  return titled.map(({ revert, words, at }) => {
    if (!isUndecided(revert)) return revert;
    const kind = (byVerb.get(words[0] ?? '') ?? []).filter((other) => overlapOf(words, other.words) >= leastOverlap);
    const harmed = kind.filter((other) => statesHarm(other.revert)).length;
    const isRoutine = countApart(kind, at) >= fewestOthers && harmed <= mostHarmed * kind.length;
    return isRoutine ? { ...revert, verdict: 'planned', isFailure: false, confidence, evidence: [] } : revert;
  });
}

/** Whether no words of harm or of a plan decided. */
function isUndecided({ verdict, evidence, hasLanded, isRevertOfRevert }: Revert): boolean {
  return hasLanded && !isRevertOfRevert && (verdict === 'unclear' || (verdict === 'failure' && evidence.length === 0));
}

function statesHarm({ verdict, evidence }: Revert): boolean {
  return verdict === 'failure' && evidence.length > 0;
}

/** Counts days with a revert, a day or more from this one and from each other: what is tried again and again in a day is no routine. */
function countApart(kind: readonly { readonly at: number }[], own: number): number {
  let [count, last] = [0, Number.NEGATIVE_INFINITY];
  for (const at of kind.map((one) => one.at).sort((a, b) => a - b)) {
    if (at - last < dayInMs || Math.abs(at - own) < dayInMs) continue;
    count += 1;
    last = at;
  }
  return count;
}

/** Words of a title, of which those with digits, such as hosts and versions, are all alike. */
function wordsOf(title: string): string[] {
  const words =
    splitOwnNumber(title)
      .title.toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}._-]*/gu) ?? [];
  return [...new Set(words.map((word) => (/\d/u.test(word) ? '0' : word)))];
}

function overlapOf(a: readonly string[], b: readonly string[]): number {
  const common = a.filter((word) => b.includes(word)).length;
  return common / (a.length + b.length - common);
}
