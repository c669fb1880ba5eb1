import type { IndexedFailure } from '@refrain/analysis';
import { createFailureSearcher, type TextEmbedder } from '../seen/create-failure-searcher.ts';
import { createBm25Ranking } from './bm25.ts';

/**
 * A search query within one organisation, and the incidents that it should find. The list is empty for a query about a failure that never
 * happened.
 */
export interface LabelledSearchQuery {
  readonly query: string;
  readonly source: string;
  readonly right: readonly string[];
  /** Whether the query shares few words with the incidents; absent in older files of labels. */
  readonly hard?: boolean;
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
  /** Scores for the queries that share few words with the incidents that they should find. */
  readonly hard: SeenScore;
  /** Scores of the search without a sentence model. */
  readonly words: SeenScore;
  /** Scores of a baseline that ranks whole reports by BM25. */
  readonly bm25: SeenScore;
}

/**
 * Scores the search over these failures. Returns null if no query should find an incident.
 * @param embedder the sentence model; null to compare words only
 */
export async function scoreSearch(
  records: readonly IndexedFailure[],
  questions: readonly LabelledSearchQuery[],
  embedder: TextEmbedder | null,
): Promise<SearchScores | null> {
  const answerable = questions.filter(({ right }) => right.length > 0);
  const others = questions.filter(({ right }) => right.length === 0);
  if (answerable.length === 0) return null;
  const ask = await createFailureSearcher(records, embedder);
  const askByWords = await createFailureSearcher(records);
  const rank = createBm25Ranking(records.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` })));
  const answers = await answerAll(ask, answerable);
  const falseAnswers = await answerAll(ask, others);
  const shareSaid = (of: readonly Answer[]) => (of.length === 0 ? 0 : of.filter(({ said }) => said).length / of.length);
  return {
    questions: answerable.length,
    withoutAnswer: others.length,
    ...scoreRanks(answers),
    said: shareSaid(answers),
    falselySaid: shareSaid(falseAnswers),
    hard: scoreRanks(answers.filter(({ hard }) => hard === true)),
    words: scoreRanks(await answerAll(askByWords, answerable)),
    bm25: scoreRanks(answerable.map(({ query, right }) => ({ ids: rank(query), right }))),
  };
}

interface Answer extends LabelledSearchQuery {
  readonly ids: readonly string[];
  readonly said: boolean;
}

async function answerAll(
  ask: Awaited<ReturnType<typeof createFailureSearcher>>,
  queries: readonly LabelledSearchQuery[],
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const query of queries) {
    const { neighbours, said } = await ask(query.query);
    answers.push({ ...query, said, ids: neighbours.map(({ id }) => id) });
  }
  return answers;
}

function scoreRanks(
  ranked: readonly { readonly ids: readonly string[]; readonly right: readonly string[] }[],
): SeenScore {
  const within = (most: number) =>
    ranked.length === 0
      ? 0
      : ranked.filter(({ ids, right }) => ids.slice(0, most).some((id) => right.includes(id))).length / ranked.length;
  return { recallAt1: within(1), recallAt5: within(5) };
}
