import type { PassageWeights } from '../report-passages.ts';

/**
 * Weights of the signals in the score of a passage, learnt from 148 labelled reports of five organisations. Command for
 * learning them from new data: `npm run --silent eval -- measure passages --data DIR --weights`.
 */
export const resolutionWeights: PassageWeights = {
  acted: 0.44,
  actedAndConfirmed: 0.51,
  actedInResolution: 0.05,
  beginsResolution: 0.61,
  beginsSection: 0.61,
  byMeans: 0.97,
  caused: 0.53,
  confirmed: 0.12,
  confirmedAfterAction: -0.17,
  denied: 0.18,
  did: -0.11,
  failed: -0.39,
  'next:failed': -0.4,
  'next:noticed': -0.45,
  noticed: -0.04,
  planned: 0.42,
  resolved: 0.77,
  resolvedInSummary: 0.64,
  succeeded: 0.01,
  tagged: 0.57,
  timelinePosition: -0.2,
  timelinePositionSquared: 0.04,
  words: 0.53,
};
