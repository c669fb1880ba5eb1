/**
 * Returns ln((N + 1) / (n + 0.5)) for a term in n of N documents: the inverse document frequency of BM25 with 1 added
 * inside the logarithm (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). For
 * the smoothed form ln((N + 1) / (n + 1)), pass n + 0.5.
 */
export function inverseDocumentFrequency(documents: number, holding: number): number {
  return Math.log((documents + 1) / (holding + 0.5));
}

export function countDocumentsByTerm<Term>(documents: Iterable<Iterable<Term>>): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const terms of documents) for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/**
 * Returns a function that gives the inverse document frequency of a term.
 * @param unseen number of empty documents to add, so that no term counts as common only because there are few documents
 */
export function createTermWeightLookup<Term>(documents: readonly Iterable<Term>[], unseen = 0): (term: Term) => number {
  const counts = countDocumentsByTerm(documents);
  const total = documents.length + unseen;
  return (term) => inverseDocumentFrequency(total, counts.get(term) ?? 0);
}

/** The frequency of a word in all repositories weighs as much as this number of documents of one repository. */
const priorDocuments = 20;

/**
 * Returns a function that gives the inverse document frequency of a word in one repository. It differs between
 * repositories, because the words of a domain are common only in its own. If the repository has few documents, the
 * frequency in all repositories counts.
 */
export function createRepositoryTermWeights(
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
    // The natural logarithm of `share` is the negative of `inverseDocumentFrequency`.
    const share = ((everywhere.get(word) ?? 0) + 0.5) / (total + 1);
    const own = local.get(repository);
    const localShare = ((own?.counts.get(word) ?? 0) + priorDocuments * share) / ((own?.total ?? 0) + priorDocuments);
    return Math.max(0, -Math.log(Math.max(share, localShare)));
  };
}

/** Scales weights to a vector of length 1; returns an empty list if all weights are 0. */
export function toUnitVector<Term>(weights: readonly (readonly [term: Term, weight: number])[]): [Term, number][] {
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return length === 0 ? [] : weights.map(([term, weight]) => [term, weight / length]);
}
