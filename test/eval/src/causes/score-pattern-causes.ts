import type { PipelineOutput } from '@refrain/analysis';
import type { Correction } from '@refrain/domain';
import type { TruePattern, Truth } from '@refrain/sample-org';
import { share } from '../figures/round.ts';
import { findTrueEpisodes } from '../patterns/score-patterns.ts';
import { scoreCauses } from './score-causes.ts';

export interface PatternCauseScore {
  readonly patterns: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** Share of the patterns for which a cause other than `unknown` is predicted. */
  readonly answered: number;
  /** Share of the patterns whose predicted trigger is right. If the true trigger is unknown, `unknown` is right. */
  readonly triggers: number;
}

type Found = PipelineOutput['patterns'][number];

/** Minimum share of a pattern's members that must belong to one true pattern; below this share the pattern counts as mixed. */
const minShare = 0.6;

export function findTruePatterns(patterns: readonly Found[], truth: Truth): ReadonlyMap<string, TruePattern> {
  const episodes = findTrueEpisodes(truth);
  const known = new Map(truth.patterns.map((pattern) => [pattern.id, pattern]));
  return new Map(
    patterns.flatMap(({ pattern, members }) => {
      const counts = new Map<string, number>();
      for (const { failureId } of members) {
        const id = episodes.get(failureId)?.patternId ?? '';
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const [best = ['', 0] as const] = [...counts].sort(([, a], [, b]) => b - a);
      const found = known.get(best[0]);
      return found === undefined || best[1] < minShare * members.length ? [] : [[pattern.id, found] as const];
    }),
  );
}

/** Returns the corrections that a person who knows the truth would make. */
export function createCauseCorrections(
  patternIds: readonly string[],
  trulyIs: ReadonlyMap<string, TruePattern>,
): Correction[] {
  return patternIds.flatMap((patternId) => {
    const known = trulyIs.get(patternId);
    if (known === undefined) return [];
    const { cause, trigger } = known;
    const decision = { kind: 'cause' as const, patternId, cause, trigger };
    return [{ id: patternId, decision, decidedAt: '2026-01-01T00:00:00.000Z' }];
  });
}

export function scorePatternCauses(
  patterns: readonly Found[],
  trulyIs: ReadonlyMap<string, TruePattern>,
): PatternCauseScore {
  const pairs = patterns.flatMap(({ pattern }) => {
    const truth = trulyIs.get(pattern.id);
    return truth === undefined ? [] : [{ pattern, truth }];
  });
  const { accuracy, macroF1, answered } = scoreCauses(
    pairs.map(({ pattern, truth }) => ({ predicted: pattern.cause, truth: [truth.cause] })),
  );
  const right = pairs.filter(({ pattern, truth }) => pattern.trigger === truth.trigger).length;
  return {
    patterns: pairs.length,
    accuracy,
    macroF1,
    answered,
    triggers: share(right, pairs.length),
  };
}
