import { causeOdds, invisibleOdds } from './cause-odds.ts';
import type { Suspect } from './rank-causes.ts';
import type { Incident } from './read-incident.ts';

/** Whether the repositories of the incident's services are known or unknown; `invisible` if no changes are recorded. */
export type ChangeVisibility = keyof typeof invisibleOdds;

export interface ExplanationProbabilities {
  readonly suspects: readonly number[];
  /** Probability that no change of the organisation triggered the incident. */
  readonly none: number;
  /** Probability that an unknown change triggered the incident. */
  readonly invisible: number;
}

/** Computes the probabilities of all explanations of an incident, which sum to 1. */
export function computeProbabilities(
  incident: Incident,
  suspects: readonly Suspect[],
  visibility: ChangeVisibility,
): ExplanationProbabilities {
  const { statesChange, statesOther, statesNoChange } = incident.wording;
  const hidden =
    invisibleOdds[visibility] +
    (statesChange === null ? 0 : causeOdds.statesChange) +
    (statesOther === null ? 0 : causeOdds.statesOther) +
    (statesNoChange === null ? 0 : causeOdds.statesNoChange);
  const powers = suspects.map(({ odds }) => Math.exp(odds));
  const total = powers.reduce((sum, power) => sum + power, 1 + Math.exp(hidden));
  return { suspects: powers.map((power) => power / total), none: 1 / total, invisible: Math.exp(hidden) / total };
}
