/**
 * Weight of each signal in the score of a passage, learnt from 148 reports of five organisations in which a reader quoted what resolved
 * the incident: `node test/eval/dist/measure-resolutions.js --data DIR --weights` learns them again.
 */
export const weights: Readonly<Record<string, number>> = {
  acted: 1.02,
  actedAndConfirmed: 0.91,
  actedInResolution: 0.13,
  asked: -0.37,
  beginsResolution: 1.34,
  beginsSection: 0.22,
  byMeans: 1.3,
  caused: 0.34,
  communicated: -0.43,
  confirmed: 0.33,
  confirmedAfterAction: 1.01,
  denied: -0.3,
  did: 0.53,
  failed: -0.68,
  inCauses: -0.88,
  inResolution: 1.02,
  'next:failed': -0.74,
  'next:noticed': -0.59,
  noticed: -0.18,
  otherInSummary: 0.42,
  planned: 0.48,
  resolved: 1.53,
  resolvedInSummary: 1.27,
  tagged: 0.31,
  timelinePlace: 0.73,
  timelinePlaceSquared: 0.75,
  words: 1.64,
};
