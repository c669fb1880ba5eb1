import type { PassageWeights } from '../report-passages.ts';

/**
 * Weights of the signals in the score of a passage, learnt from 148 labelled reports of five organisations. Command for
 * learning them from new data: `npm run --silent eval -- measure passages --data DIR --weights`.
 */
export const resolutionWeights: PassageWeights = {
  acted: 0.47,
  actedAndConfirmed: 0.47,
  actedInResolution: 0.02,
  beginsResolution: 0.59,
  beginsSection: 0.59,
  byMeans: 1,
  caused: 0.53,
  confirmed: 0.1,
  confirmedAfterAction: -0.22,
  denied: 0.19,
  did: -0.08,
  failed: -0.39,
  'next:failed': -0.4,
  'next:noticed': -0.46,
  noticed: -0.05,
  planned: 0.42,
  resolved: 0.77,
  resolvedInSummary: 0.63,
  succeeded: 0.02,
  tagged: 0.53,
  timelinePosition: -0.19,
  timelinePositionSquared: 0.04,
  words: 0.52,
};
