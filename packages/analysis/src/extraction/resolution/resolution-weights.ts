import type { PassageWeights } from '../report-passages.ts';

/**
 * Weights of the signals in the score of a passage, learnt from 148 labelled reports of five organisations. Command for
 * learning them from new data: `npm run --silent eval -- measure passages --data DIR --weights`.
 */
export const resolutionWeights: PassageWeights = {
  acted: 0.91,
  actedAndConfirmed: 0.92,
  actedInResolution: 0.13,
  asked: -0.33,
  beginsResolution: 1.36,
  beginsSection: 0.23,
  byMeans: 1.29,
  caused: 0.37,
  communicated: -0.39,
  confirmed: 0.34,
  confirmedAfterAction: 0.95,
  denied: -0.3,
  did: 0.57,
  failed: -0.72,
  inCauses: -0.89,
  inResolution: 1,
  'next:failed': -0.75,
  'next:noticed': -0.59,
  noticed: -0.21,
  otherInSummary: 0.42,
  planned: 0.5,
  resolved: 1.55,
  resolvedInSummary: 1.3,
  tagged: 0.3,
  timelinePosition: 0.74,
  timelinePositionSquared: 0.78,
  words: 1.6,
};
