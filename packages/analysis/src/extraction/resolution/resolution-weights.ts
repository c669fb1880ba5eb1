import type { PassageWeights } from '../report-passages.ts';

/**
 * Weights of the signals in the score of a passage, learnt from 148 labelled reports of five organisations. Command for
 * learning them from new data: `npm run --silent eval -- measure passages --data DIR --weights`.
 */
export const resolutionWeights: PassageWeights = {
  acted: 0.34,
  actedAndConfirmed: 0.28,
  actedInResolution: -0.04,
  beginsResolution: 0.56,
  beginsSection: 0.56,
  byMeans: 0.91,
  caused: 0.17,
  confirmed: 0.23,
  confirmedAfterAction: -0.12,
  denied: 0.3,
  did: -0.07,
  failed: -0.26,
  'next:failed': -0.59,
  'next:noticed': -0.56,
  noticed: 0.19,
  planned: 0.35,
  remedy: 1.04,
  resolved: 0.63,
  resolvedInSummary: 0.28,
  succeeded: -0.08,
  tagged: 0.5,
  timelinePosition: -0.33,
  timelinePositionSquared: -0.23,
  words: 0.41,
};
