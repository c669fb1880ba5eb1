import type { PassageWeights } from '../report-passages.ts';

/**
 * Weights of the signals in the score of a passage, learnt from 151 labelled reports of five organisations. Command for
 * learning them from new data: `npm run --silent eval -- measure passages --kind root-cause --data DIR --weights`.
 */
export const rootCauseWeights: PassageWeights = {
  'after:defect': -0.09,
  'after:found': 0.11,
  'after:harmed': -0.09,
  'after:named': 0.61,
  asked: -0.89,
  because: 0.96,
  beginsCauses: 1.23,
  beginsSection: 0.81,
  byMeans: -0.76,
  changeWithConsequence: 0.54,
  changed: 0.78,
  communicated: -1.32,
  confirmed: -0.97,
  consequence: 1.42,
  defect: 0.85,
  defectInCauses: -0.52,
  found: 0.69,
  foundDefect: 1.15,
  harmed: -0.15,
  hedged: -0.11,
  inCauses: 0.05,
  inResolution: 0.07,
  inSummary: 0.98,
  inTimeline: -1.41,
  loaded: 0.85,
  named: 0.08,
  planned: -0.22,
  position: 0.15,
  stated: 0.39,
  statedInSummary: 0.26,
  timelinePosition: -0.05,
  titleWords: 0.66,
  twoSentences: 0.41,
  words: 1.66,
  wordsSquared: 1.35,
};
