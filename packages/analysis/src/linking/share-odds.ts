import { invisibleOdds, odds } from './cause-odds.ts';
import type { Suspect } from './rank-causes.ts';
import type { Incident } from './read-incident.ts';

/** How well the changes that could have triggered an incident are visible. */
export type ChangeVisibility = keyof typeof invisibleOdds;

/** The probability of each explanation of an incident; they sum to 1. */
export interface Shares {
  /** For each suspect, in the given order. */
  readonly suspects: readonly number[];
  /** Probability that no change of the organisation triggered it. */
  readonly none: number;
  /** Probability that a change triggered it that is not among the suspects. */
  readonly invisible: number;
}

/**
 * Computes the probabilities of the explanations of an incident, of which only one is right: each suspect, an invisible
 * change, and no change, which is the reference of the log-odds.
 */
export function shareOdds(incident: Incident, suspects: readonly Suspect[], visibility: ChangeVisibility): Shares {
  const { statesChange, statesOther, statesNoChange } = incident.wording;
  const hidden =
    invisibleOdds[visibility] +
    (statesChange === null ? 0 : odds.statesChange) +
    (statesOther === null ? 0 : odds.statesOther) +
    (statesNoChange === null ? 0 : odds.statesNoChange);
  const powers = suspects.map(({ odds }) => Math.exp(odds));
  const total = powers.reduce((sum, power) => sum + power, 1 + Math.exp(hidden));
  return { suspects: powers.map((power) => power / total), none: 1 / total, invisible: Math.exp(hidden) / total };
}
