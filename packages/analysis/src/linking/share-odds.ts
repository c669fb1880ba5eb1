import { odds, unseen } from './cause-odds.ts';
import type { Suspect } from './rank-causes.ts';
import type { Incident } from './read-incident.ts';

/** How well the changes are seen that could have set an incident off. */
export type Sight = keyof typeof unseen;

/** How likely each explanation of an incident is; they sum to 1. */
export interface Shares {
  /** Of each suspect, in the given order. */
  readonly suspects: readonly number[];
  /** That no change of the organisation set it off. */
  readonly none: number;
  /** That a change did which is not among the suspects. */
  readonly unseen: number;
}

/**
 * Shares one incident out among its explanations, of which only one is right: the suspects, a change that is not seen, and no
 * change at all, against which the odds of the others are told.
 */
export function shareOdds(incident: Incident, suspects: readonly Suspect[], sight: Sight): Shares {
  const { statesChange, statesOther, statesNoChange } = incident.wording;
  const hidden =
    unseen[sight] +
    (statesChange === null ? 0 : odds.statesChange) +
    (statesOther === null ? 0 : odds.statesOther) +
    (statesNoChange === null ? 0 : odds.statesNoChange);
  const powers = suspects.map(({ odds }) => Math.exp(odds));
  const total = powers.reduce((sum, power) => sum + power, 1 + Math.exp(hidden));
  return { suspects: powers.map((power) => power / total), none: 1 / total, unseen: Math.exp(hidden) / total };
}
