/** Log-odds that each signal adds in favour of a change as the cause, against "no change triggered the incident". */
export const causeLogOdds = {
  /** Log-odds of a change without any signal. */
  base: -5.8,
  /** Added if the services' repositories are unknown and nothing connects the change with the incident's location. */
  locationUnknown: 1.2,
  /** Maximum sum of the log-odds for location and time, so that these two are not sufficient to name a cause. */
  circumstance: 4.5,
  /** Applies to a full match of service and repository names; `weakAffinity` applies to a weak match. */
  affinity: 2.8,
  weakAffinity: 1.2,
  mentionedInPath: 1.8,
  mentionedInTitle: 1.1,
  words: 4.2,
  paths: 2.6,
  reference: 6.8,
  /** Change and incident name the same ticket. */
  ticket: 3.5,
  reverted: 4.6,
  /** The change was reverted after the incident had ended. */
  revertedLater: 1.8,
  /** Added to `reverted` if the revert came within the hour before the incident ended. */
  endedIt: 2.3,
  /** The change was reverted before the incident began, so it was no longer live. */
  gone: -3,
  followUp: 5,
  failedDeployment: 0.6,
  statesChange: 2.1,
  statesOther: -1.3,
  statesNoChange: -0.6,
  elsewhere: -2.5,
};

/** Bounds of the log-odds for time; `minNamed` is the lower bound for a change that the incident names. */
export const timeLogOddsBounds = { least: -4, minNamed: 0, most: 3.5 };

/** Log-odds that an unrecorded change was the cause, by how well the changes of the services are known. */
export const unrecordedChangeLogOdds = { known: -3.8, unknown: -1.3, invisible: 0.8 };
