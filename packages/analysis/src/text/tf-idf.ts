/**
 * Returns the inverse document frequency ln((N + 1) / (n + 0.5)) of a term that n of N documents contain, in (0, ln(2 N
 * + 2)]. This is the one of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
 * 2009) with 1 added inside the logarithm. Pass n + 0.5 for the smoothed form ln((N + 1) / (n + 1)), which is less
 * steep for the rarest terms.
 */
export function inverseDocumentFrequency(documents: number, holding: number): number {
  return Math.log((documents + 1) / (holding + 0.5));
}

/** Counts the documents that contain each term. */
export function countHolding<Term>(documents: Iterable<Iterable<Term>>): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const terms of documents) for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/**
 * Returns a function that gives the inverse document frequency of a term among the documents.
 * @param unseen number of additional documents without any of the terms, so that few documents do not make every term
 * common
 */
export function createTermWeights<Term>(documents: readonly Iterable<Term>[], unseen = 0): (term: Term) => number {
  const counts = countHolding(documents);
  const total = documents.length + unseen;
  return (term) => inverseDocumentFrequency(total, counts.get(term) ?? 0);
}

/** Weight of the frequency in all repositories relative to that in one, in documents. */
const priorDocuments = 20;

/**
 * Returns a function that gives the inverse document frequency of a word among the documents of one repository. Words
 * of a repository's own field occur in many of its changes and are common there, however rare they are elsewhere. For a
 * repository with few documents, the frequency in all repositories counts.
 */
export function createLocalWeights(
  documents: Iterable<{ readonly repository: string; readonly words: ReadonlySet<string> }>,
): (repository: string, word: string) => number {
  const everywhere = new Map<string, number>();
  const local = new Map<string, { total: number; counts: Map<string, number> }>();
  let total = 0;
  for (const { repository, words } of documents) {
    total += 1;
    const own = local.get(repository) ?? { total: 0, counts: new Map<string, number>() };
    local.set(repository, own);
    own.total += 1;
    for (const word of words) {
      everywhere.set(word, (everywhere.get(word) ?? 0) + 1);
      own.counts.set(word, (own.counts.get(word) ?? 0) + 1);
    }
  }
  return (repository, word) => {
    // The reciprocal of the argument of the logarithm in `inverseDocumentFrequency`.
    const share = ((everywhere.get(word) ?? 0) + 0.5) / (total + 1);
    const own = local.get(repository);
    const localShare = ((own?.counts.get(word) ?? 0) + priorDocuments * share) / ((own?.total ?? 0) + priorDocuments);
    return Math.max(0, -Math.log(Math.max(share, localShare)));
  };
}

/** Scales weights to a vector of length 1. Returns an empty list if all weights are 0. */
export function toUnitVector<Term>(weights: readonly (readonly [term: Term, weight: number])[]): [Term, number][] {
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return length === 0 ? [] : weights.map(([term, weight]) => [term, weight / length]);
}
