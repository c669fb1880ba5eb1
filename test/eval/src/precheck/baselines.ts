import { createTermSimilarityIndex, type PrecheckHistory, rankRiskScore } from '@refrain/analysis/evaluation';
import type { RandomStream } from '@refrain/sample-org';

type PastChange = PrecheckHistory['changes'][number];

interface Rule {
  readonly name: string;
  /** Adds a reverted change. Called as soon as its revert is known. */
  learn(change: PastChange): void;
  score(change: PastChange): number;
}

/** A simple rule's score for each change, by change id. The rule uses only what was known before the change. */
export type RiskScoreByChange = ReadonlyMap<string, number | null>;

export function rankByBaselines(
  past: PrecheckHistory,
  random: RandomStream,
): Readonly<Record<string, RiskScoreByChange>> {
  const rules = [byChance, createByScope(), createByNearest()];
  return Object.fromEntries(rules.map((rule) => [rule.name, rankBy(past, rule, random)]));
}

const byChance: Rule = { name: 'random', learn: () => {}, score: () => 0 };

function createByScope(): Rule {
  const counts = new Map<string, number>();
  return {
    name: 'scopeWithMostReverts',
    learn: ({ title }) => void counts.set(scopeOf(title), (counts.get(scopeOf(title)) ?? 0) + 1),
    score: ({ title }) => counts.get(scopeOf(title)) ?? 0,
  };
}

/** Returns the scope of a conventional commit title, or the first word. */
function scopeOf(title: string): string {
  const scope = /^[a-z]{2,20}\(([^()]{1,60})\)!?:/iu.exec(title)?.[1] ?? /[\p{L}\p{N}_-]+/u.exec(title)?.[0];
  return (scope ?? '').toLowerCase();
}

/** Scores a change by the TF-IDF cosine similarity of its title and text to reverted changes. */
function createByNearest(): Rule {
  const similarity = createTermSimilarityIndex();
  return {
    name: 'nearestReverted',
    learn: (change) => void similarity.add(wordsOf(change)),
    score(change) {
      const words = wordsOf(change);
      let best = 0;
      similarity.compare(words, (_, cosine) => {
        best = Math.max(best, cosine);
      });
      similarity.observe(words);
      return best;
    },
  };
}

function wordsOf({ title, text }: PastChange): Map<string, number> {
  const words = `${title} ${text}`.slice(0, 4_500).toLowerCase();
  return new Map((words.match(/[\p{L}\p{N}_]{2,40}/gu) ?? []).map((word) => [word, 1]));
}

/** Orders equal scores at random, so that a rule with few distinct scores can have the same alert rate as the other rules. */
function rankBy(
  { changes, failures }: PrecheckHistory,
  { learn, score }: Rule,
  random: RandomStream,
): RiskScoreByChange {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const known = failures
    .map(({ changeId, knownAt }) => ({ change: byId.get(changeId), at: Date.parse(knownAt) }))
    .sort((a, b) => a.at - b.at);
  const scores: number[] = [];
  const ranks = new Map<string, number | null>();
  let next = 0;
  for (const change of changes) {
    const now = Date.parse(change.occurredAt);
    for (let one = known[next]; one !== undefined && one.at <= now; one = known[next]) {
      if (one.change !== undefined) learn(one.change);
      next += 1;
    }
    const own = score(change) + random.int(1, 1_000_000) / 1e9;
    ranks.set(change.id, rankRiskScore(scores, own));
    scores.push(own);
  }
  return ranks;
}
