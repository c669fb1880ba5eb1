import {
  chooseMatchedPattern,
  chooseRepeats,
  createFailureIndex,
  describeUnspecific,
  embedPassages,
  fetchedNeighbourCount,
  type IndexedFailure,
  isPatternReported,
  judgeSeenBefore,
} from '@refrain/analysis';
import { clusterDocuments } from '@refrain/analysis/evaluation';
import type { Embedder } from '@refrain/embedding';
import { round } from '../figures/round.ts';

export interface SearchResult {
  /** Similar failures, most similar first. */
  readonly neighbours: readonly { readonly id: string; readonly score: number }[];
  /** Whether the API would report that the failure was seen before. */
  readonly said: boolean;
  readonly confidence: number;
}

/** Computes the sentence vector of each text. */
export type TextEmbedder = Pick<Embedder, 'embed'>;

/**
 * Creates a function that searches the records as the API does once they are stored and clustered.
 * @param embedder the sentence model; null to compare words only
 */
export async function createFailureSearcher(
  records: readonly IndexedFailure[],
  embedder: TextEmbedder | null = null,
): Promise<(text: string) => Promise<SearchResult>> {
  const index = createFailureIndex();
  index.put(records);
  index.finish();
  if (embedder !== null)
    for (const record of records) {
      const { values, count } = await embedPassages(record, embedder.embed);
      index.putVectors(record.id, values, count);
    }
  const grouped = new Map(clusterDocuments(records).map(({ id, pattern }) => [id, pattern]));
  return async (text) => {
    const [title = '', ...lines] = text.trim().split(/\r?\n/u);
    const { document } = index.correctSpelling({ id: '', title, text: lines.join('\n'), occurredAt: '' });
    const [vector] = embedder === null ? [] : await embedder.embed([`${document.title}\n${document.text}`.trim()]);
    const {
      matches,
      wordCount: words,
      ...titled
    } = index.search({
      document,
      isQuestion: true,
      vector,
      maxMatches: fetchedNeighbourCount,
      explainedCount: 0,
      excludedIds: [],
      service: null,
      environment: null,
    });
    const vote = chooseMatchedPattern(matches, grouped);
    const repeatedIds = titled.samePlaceIds === null ? chooseRepeats(matches, grouped) : [];
    const isUnspecific = describeUnspecific(titled, repeatedIds) !== null;
    const isReported = !isUnspecific && isPatternReported(vote, matches, true);
    const { seenBefore, confidence } = judgeSeenBefore({
      reportedConfidence: isReported ? (vote?.confidence ?? 0) : null,
      isQuestion: true,
      isRepeat: repeatedIds.length > 0,
      isUnspecific,
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
