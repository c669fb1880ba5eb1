import type { PatternVote } from '../../patterns/clustering/assign-to-pattern.ts';
import { toLogOddsOfSmallSample, toProbability } from '../../stats/log-odds.ts';

export interface NoteConfidenceInput extends Pick<PatternVote, 'nearest' | 'share'> {
  /** Number of distinct words in the incident's title and alerts */
  readonly words: number;
  /** Share of the organisation's failures that are in a pattern, in [0, 1] */
  readonly recurring: number;
}

/** Returns the features of the logistic regression, beginning with a constant. */
export function listNoteConfidenceFeatures({ nearest, share, words, recurring }: NoteConfidenceInput): number[] {
  return [
    1,
    toLogOddsOfSmallSample(nearest),
    toLogOddsOfSmallSample(share),
    Math.log(1 + words),
    toLogOddsOfSmallSample(recurring),
  ];
}

/**
 * Weights of the features from `listNoteConfidenceFeatures`, trained on generated organisations of 300 to 2,000 failures. To
 * train them again, run `npm run --silent eval -- measure beginnings`.
 */
const weights = [-4.3, 4, 1.4, 0.75, 1.05];

/** Returns the probability, in (0, 1), that a new incident belongs to the pattern of its neighbours. */
export function estimateNoteConfidence(beginning: NoteConfidenceInput): number {
  const odds = listNoteConfidenceFeatures(beginning).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  return toProbability(odds);
}
