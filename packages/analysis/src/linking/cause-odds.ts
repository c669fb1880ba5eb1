/**
 * Log-odds of each signal, relative to no change having triggered the incident. `base` is for a change that nothing
 * connects to the incident. `locationUnknown` is added for a change without a known location if the service's changes
 * are not known. `affinity` applies to a full match of names and `weakAffinity` to a weak one. `circumstance` is the
 * maximum that location and time contribute together: changes land nearby all the time, so being near is not
 * sufficient, and naming a cause takes a third signal.
 */
export const odds = {
  base: -5.8,
  locationUnknown: 1.2,
  circumstance: 4.5,
  affinity: 2.8,
  weakAffinity: 1.2,
  mentionedInPath: 1.8,
  mentionedInTitle: 1.1,
  words: 4.2,
  paths: 2.6,
  reference: 6.8,
  /** The same ticket, which may also be a follow-up that the incident names. */
  ticket: 3.5,
  reverted: 4.6,
  /** The incident had already ended. */
  revertedLater: 1.8,
  /** The revert came within the hour before the incident ended. */
  endedIt: 2.3,
  /** The change was reverted well before the incident began, so it was not live any more. */
  gone: -3,
  followUp: 5,
  failedDeployment: 0.6,
  statesChange: 2.1,
  statesOther: -1.3,
  statesNoChange: -0.6,
  elsewhere: -2.5,
};

/**
 * Bounds of what time alone contributes. Far back, the exact time does not matter, so there is a lower bound;
 * `minNamed` replaces it for a change that the incident names.
 */
export const timeBounds = { least: -4, minNamed: 0, most: 3.5 };

/**
 * Log-odds that an invisible change triggered an incident: if its services' repositories are known, if they are not,
 * and if no changes are known at all.
 */
export const invisibleOdds = { known: -3.8, unknown: -1.3, invisible: 0.8 };
