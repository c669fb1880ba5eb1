import {
  createSimilarityIndex,
  type Neighbour,
  type NormalisedDocument,
  type SimilarityIndex,
} from '@refrain/analysis';
import type { Evidence } from '@refrain/domain';

/** Among more documents than ten, a word that all of them share counts for nothing. */
const comparedAtOnce = 9;

/**
 * Why each match is near to what was asked, in the words of the index. It explains what it holds; a text that it does not hold is
 * compared with its matches alone, and the weights are made to add up to the score that the index gave.
 */
export function explainMatches(
  index: SimilarityIndex,
  asked: NormalisedDocument,
  matches: readonly Neighbour[],
  find: (id: string) => NormalisedDocument | undefined,
): Map<string, Evidence[]> {
  if (find(asked.id) !== undefined) return new Map(matches.map(({ id }) => [id, index.explain(asked.id, id)]));
  const evidenceOf = new Map<string, Evidence[]>();
  for (let start = 0; start < matches.length; start += comparedAtOnce) {
    const some = matches.slice(start, start + comparedAtOnce);
    const among = createSimilarityIndex([asked, ...some.flatMap(({ id }) => find(id) ?? [])]);
    for (const { id, score } of some) evidenceOf.set(id, scaleTo(score, among.explain(asked.id, id)));
  }
  return evidenceOf;
}

function scaleTo(score: number, evidence: readonly Evidence[]): Evidence[] {
  const sum = evidence.reduce((total, { weight }) => total + weight, 0);
  return evidence.map((part) => ({
    ...part,
    weight: sum > 0 ? Math.round((part.weight * score * 1_000) / sum) / 1_000 : 0,
  }));
}
