import {
  chooseMatchedPattern,
  createFailureIndex,
  fetchedNeighbourCount,
  type IndexedFailure,
  isPatternReported,
  judgeSeenBefore,
} from '@refrain/analysis';
import { clusterDocuments } from '@refrain/analysis/evaluation';
import { round } from '../figures/round.ts';

export interface SearchResult {
  /** Similar failures, most similar first. */
  readonly neighbours: readonly { readonly id: string; readonly score: number }[];
  /** Whether the API would report that the failure was seen before. */
  readonly said: boolean;
  readonly confidence: number;
}

/** Creates a function that searches the records as the API does once they are stored and clustered. */
export function createFailureSearcher(records: readonly IndexedFailure[]): (text: string) => SearchResult {
  const index = createFailureIndex();
  index.put(records);
  index.finish();
  const grouped = new Map(clusterDocuments(records).map(({ id, pattern }) => [id, pattern]));
  return (text) => {
    const [title = '', ...lines] = text.trim().split(/\r?\n/u);
    const document = { id: '', title, text: lines.join('\n'), occurredAt: '' };
    const { matches, wordCount: words } = index.search({
      document,
      isQuestion: true,
      maxMatches: fetchedNeighbourCount,
      explainedCount: 0,
      excludedIds: [],
      service: null,
      environment: null,
    });
    const vote = chooseMatchedPattern(matches, grouped);
    const { seenBefore, confidence } = judgeSeenBefore({
      reportedConfidence: isPatternReported(vote, matches, true) ? vote.confidence : null,
      isQuestion: true,
      likeliestConfidence: vote?.confidence ?? 0,
      matches,
      wordCount: words,
      searchedShare: 1,
    });
    return {
      neighbours: matches.map(({ id, score }) => ({ id, score: round(score, 3) })),
      said: seenBefore,
      confidence: round(confidence, 3),
    };
  };
}
