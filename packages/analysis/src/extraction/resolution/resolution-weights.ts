import type { PassageWeights } from '../report-passages.ts';

/**
 * Weights of the signals in the score of a passage, learnt from 148 labelled reports of five organisations. Command for
 * learning them from new data: `npm run --silent eval -- measure passages --data DIR --weights`.
 */
export const resolutionWeights: PassageWeights = {
  acted: 0.46,
  actedAndConfirmed: 0.5,
  beginsResolution: 0.6,
  beginsSection: 0.6,
  byMeans: 1.04,
  caused: 0.32,
  confirmed: 0.13,
  confirmedAfterAction: -0.2,
  denied: 0.19,
  did: -0.04,
  failed: -0.39,
  'next:failed': -0.48,
  'next:noticed': -0.45,
  noticed: -0.06,
  planned: 0.43,
  resolved: 0.73,
  resolvedInSummary: 0.65,
  succeeded: -0.02,
  tagged: 0.54,
  timelinePosition: -0.18,
  timelinePositionSquared: 0.06,
  words: 0.37,
};
