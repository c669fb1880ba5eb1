import { type Correction, minuteInMs } from '@refrain/domain';
import type { RandomStream } from '@refrain/sample-org';
import {
  findMistakes,
  type PatternMistakeKind,
  type PatternWithMembers,
  type TrueGroupsAndEpisodes,
} from './find-mistakes.ts';

/** Number of corrections that a person makes before the failures are re-clustered. */
const decisionsPerRound = 5;
const firstDecision = Date.UTC(2030, 0, 1);

export interface CorrectedPatterns<P extends PatternWithMembers> {
  /** Number of corrections by kind. There are fewer than requested if no mistake is left. */
  readonly given: Readonly<Record<PatternMistakeKind, number>>;
  readonly corrections: readonly Correction[];
  readonly patterns: readonly P[];
}

/** Clusters the failures again under the given corrections. Patterns of the previous clustering keep their ids. */
export type ReclusterFunction<P extends PatternWithMembers> = (
  corrections: readonly Correction[],
  previous: readonly P[],
) => P[];

/**
 * Simulates a person who corrects patterns in rounds of five decisions in random order, with re-clustering after each round. A round has at
 * most one decision about each pattern, because a person sees the patterns of the last clustering. Returns a result for each number in
 * `counts`, which must be ascending.
 */
export function correctInRounds<P extends PatternWithMembers>(
  recluster: ReclusterFunction<P>,
  truth: TrueGroupsAndEpisodes,
  random: RandomStream,
  counts: readonly number[],
): CorrectedPatterns<P>[] {
  const given: Record<PatternMistakeKind, number> = { merge: 0, move: 0, split: 0 };
  const corrections: Correction[] = [];
  let patterns = recluster(corrections, []);
  let total = 0;
  return counts.map((count) => {
    while (total < count) {
      const mistakes = random.fork(`after ${total}`).shuffle(findMistakes(patterns, truth));
      const looked = new Set<string>();
      const before = total;
      for (const { kind, patternIds, decisions } of mistakes) {
        if (total === count || total === before + decisionsPerRound) break;
        if (patternIds.some((id) => looked.has(id))) continue;
        for (const id of patternIds) looked.add(id);
        const decidedAt = new Date(firstDecision + total * minuteInMs).toISOString();
        corrections.push(...decisions.map((decision, at) => ({ id: `${total} ${at}`, decision, decidedAt })));
        given[kind] += 1;
        total += 1;
      }
      if (total === before) break;
      patterns = recluster(corrections, patterns);
    }
    return { given: { ...given }, corrections: [...corrections], patterns };
  });
}

export function listCorrectedFailures(corrections: readonly Correction[]): Set<string> {
  return new Set(
    corrections.flatMap(({ decision }) =>
      decision.kind === 'must_link' || decision.kind === 'cannot_link' ? decision.failureIds : [],
    ),
  );
}
