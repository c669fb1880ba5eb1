import { invisibleOdds, odds } from './cause-odds.ts';
import type { Suspect } from './rank-causes.ts';
import type { Incident } from './read-incident.ts';

/** Whether the repositories of the incident's services are known or unknown; `invisible` if no changes are recorded. */
export type ChangeVisibility = keyof typeof invisibleOdds;

export interface Shares {
  readonly suspects: readonly number[];
  /** Probability that no change of the organisation triggered the incident. */
  readonly none: number;
  /** Probability that an unknown change triggered the incident. */
  readonly invisible: number;
}

/** Computes the probabilities of all explanations of an incident, which sum to 1. */
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
