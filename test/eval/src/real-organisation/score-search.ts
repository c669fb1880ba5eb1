import type { IndexedFailure } from '@refrain/analysis';
import { createFailureSearcher } from '../seen/create-failure-searcher.ts';
import { createBm25Ranking } from './bm25.ts';

/**
 * A search query within one organisation, and the incidents that it should find. The list is empty for a query about a failure that never
 * happened.
 */
export interface LabelledSearchQuery {
  readonly query: string;
  readonly source: string;
  readonly right: readonly string[];
}

interface SeenScore {
  /** Share of the queries whose first result is right. Omits queries that should find nothing. */
  readonly recallAt1: number;
  /** Share of the queries with a right result among the first five. Omits queries that should find nothing. */
  readonly recallAt5: number;
}

export interface SearchScores extends SeenScore {
  readonly questions: number;
  readonly withoutAnswer: number;
  /** Among the queries that should find an incident: share for which the search says "seen before". */
  readonly said: number;
  /** Among the queries that should find nothing: share for which the search says "seen before". */
  readonly falselySaid: number;
  /** Scores of a baseline that ranks whole reports by BM25. */
  readonly bm25: SeenScore;
}

/** Scores the search over these failures. Returns null if no query should find an incident. */
export function scoreSearch(
  records: readonly IndexedFailure[],
  questions: readonly LabelledSearchQuery[],
): SearchScores | null {
  const answerable = questions.filter(({ right }) => right.length > 0);
  const others = questions.filter(({ right }) => right.length === 0);
  if (answerable.length === 0) return null;
  const ask = createFailureSearcher(records);
  const rank = createBm25Ranking(records.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` })));
  const answers = answerable.map(({ query, right }) => ({ ...ask(query), right }));
  const shareOf = (count: number, of: number) => (of === 0 ? 0 : count / of);
  return {
    questions: answerable.length,
    withoutAnswer: others.length,
    ...scoreRanks(answers.map(({ neighbours, right }) => ({ ids: neighbours.map(({ id }) => id), right }))),
    said: shareOf(answers.filter(({ said }) => said).length, answers.length),
    falselySaid: shareOf(others.filter(({ query }) => ask(query).said).length, others.length),
    bm25: scoreRanks(answerable.map(({ query, right }) => ({ ids: rank(query), right }))),
  };
}

function scoreRanks(
  ranked: readonly { readonly ids: readonly string[]; readonly right: readonly string[] }[],
): SeenScore {
  const within = (most: number) =>
    ranked.filter(({ ids, right }) => ids.slice(0, most).some((id) => right.includes(id))).length / ranked.length;
  return { recallAt1: within(1), recallAt5: within(5) };
}
