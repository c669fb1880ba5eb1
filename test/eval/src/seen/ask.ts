import {
  choosePattern,
  createFailureIndex,
  groupDocuments,
  type IndexedFailure,
  isTold,
  judgeSeenBefore,
  neighboursLookedAt,
  toDigits,
} from '@refrain/analysis';

export interface Answer {
  /** Best first. */
  readonly neighbours: readonly { readonly id: string; readonly score: number }[];
  /** Whether the API would say that it was seen before. */
  readonly said: boolean;
  readonly confidence: number;
}

/** Answers questions over records as the API does once they are stored and grouped. */
export function createAsker(records: readonly IndexedFailure[]): (text: string) => Answer {
  const index = createFailureIndex();
  index.put(records);
  index.finish();
  const grouped = new Map(groupDocuments(records).map(({ id, pattern }) => [id, pattern]));
  return (text) => {
    const [title = '', ...lines] = text.trim().split(/\r?\n/u);
    const document = { id: '', title, text: lines.join('\n'), occurredAt: '' };
    const { matches, words } = index.search({
      ...{ document, isQuestion: true, most: neighboursLookedAt, explained: 0 },
      ...{ except: [], service: null, environment: null },
    });
    const vote = choosePattern(matches, grouped);
    const { seenBefore, confidence } = judgeSeenBefore({
      told: isTold(vote, matches, true) ? vote.confidence : null,
      ...{ isQuestion: true, inPattern: vote?.confidence ?? 0, matches, words, searched: 1 },
    });
    return {
      neighbours: matches.map(({ id, score }) => ({ id, score: toDigits(score) })),
      ...{ said: seenBefore, confidence: toDigits(confidence) },
    };
  };
}
