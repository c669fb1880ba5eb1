/**
 * Log-odds of each sign against no change having set the incident off. `base`: that a given change of no known bearing did;
 * `locationUnknown` is added to one that nothing binds to the place, where it is not known which changes are those of the service. `affinity` is given by a name that
 * fits wholly and `weakAffinity` by one that hardly does. `circumstance` is the most that place and time say together:
 * something is always going out somewhere near, so that being there is no more than an occasion. It takes a third sign to call
 * it the cause.
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
  /** The same ticket, which the incident may name as what follows from it. */
  ticket: 3.5,
  reverted: 4.6,
  /** The incident had ended by then. */
  revertedLater: 1.8,
  /** The revert came within the hour before the incident ended. */
  endedIt: 2.3,
  /** Taken back well before the incident began: it was not there any more. */
  gone: -3,
  followUp: 5,
  failedDeployment: 0.6,
  statesChange: 2.1,
  statesOther: -1.3,
  statesNoChange: -0.6,
  elsewhere: -2.5,
};

/**
 * What nearness in time alone may say. Below `least` lies what was long there: how long tells no more. A change that the
 * incident names may lie far back.
 */
export const timeBounds = { least: -4, minNamed: 0, most: 3.5 };

/**
 * Log-odds that a change which is not seen set an incident off: of services of which it is known where they are changed, of
 * others, and where no change is known at all.
 */
export const unseen = { known: -3.8, unknown: -1.3, blind: 0.8 };
