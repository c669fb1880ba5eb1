import type { Correction } from '@refrain/domain';
import type { Random } from '@refrain/sample-org';
import { findMistakes, type KnownTruth, type MistakeKind, type ShownPattern } from './find-mistakes.ts';

/** A person decides on so many mistakes before the page is loaded again. */
const decisionsPerRound = 5;
const firstDecision = Date.UTC(2030, 0, 1);
const minute = 60_000;

export interface Corrected<P extends ShownPattern> {
  /** How many decisions were given; fewer than wanted where nothing was left that is wrong. */
  readonly given: Readonly<Record<MistakeKind, number>>;
  readonly corrections: readonly Correction[];
  readonly patterns: readonly P[];
}

/** Groups under corrections; the patterns that are alive now keep their ids. */
export type Regroup<P extends ShownPattern> = (corrections: readonly Correction[], previous: readonly P[]) => P[];

/**
 * A person corrects patterns in rounds of five decisions, in an order drawn by chance, and all is grouped again after each.
 * In one round no two decisions are about one pattern: what is shown of it is out of date.
 * @param counts ascending; an answer for each
 */
export function correctInRounds<P extends ShownPattern>(
  regroup: Regroup<P>,
  truth: KnownTruth,
  random: Random,
  counts: readonly number[],
): Corrected<P>[] {
  const given: Record<MistakeKind, number> = { merge: 0, move: 0, split: 0 };
  const corrections: Correction[] = [];
  let patterns = regroup(corrections, []);
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
        const decidedAt = new Date(firstDecision + total * minute).toISOString();
        corrections.push(...decisions.map((decision, at) => ({ id: `${total} ${at}`, decision, decidedAt })));
        given[kind] += 1;
        total += 1;
      }
      if (total === before) break;
      patterns = regroup(corrections, patterns);
    }
    return { given: { ...given }, corrections: [...corrections], patterns };
  });
}

/** The failures that decisions name. */
export function listTouched(corrections: readonly Correction[]): Set<string> {
  return new Set(
    corrections.flatMap(({ decision }) =>
      decision.kind === 'must_link' || decision.kind === 'cannot_link' ? decision.failureIds : [],
    ),
  );
}
