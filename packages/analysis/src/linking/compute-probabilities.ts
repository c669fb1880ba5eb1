import { causeLogOdds, unrecordedChangeLogOdds } from './cause-log-odds.ts';
import type { ParsedIncident } from './parse-incident-text.ts';
import type { CauseCandidate } from './rank-causes.ts';

/** Whether the repositories of the incident's services are known or unknown; `invisible` if no changes are recorded. */
export type ChangeVisibility = keyof typeof unrecordedChangeLogOdds;

export interface ExplanationProbabilities {
  readonly suspects: readonly number[];
  /** Probability that no change of the organisation triggered the incident. */
  readonly none: number;
  /** Probability that an unknown change triggered the incident. */
  readonly invisible: number;
}

/** Computes the probabilities of all explanations of an incident, which sum to 1. */
export function computeProbabilities(
  incident: ParsedIncident,
  suspects: readonly CauseCandidate[],
  visibility: ChangeVisibility,
): ExplanationProbabilities {
  const { statesChange, statesOther, statesNoChange } = incident.wording;
  const hidden =
    unrecordedChangeLogOdds[visibility] +
    (statesChange === null ? 0 : causeLogOdds.statesChange) +
    (statesOther === null ? 0 : causeLogOdds.statesOther) +
    (statesNoChange === null ? 0 : causeLogOdds.statesNoChange);
  const powers = suspects.map(({ odds }) => Math.exp(odds));
  const total = powers.reduce((sum, power) => sum + power, 1 + Math.exp(hidden));
  return { suspects: powers.map((power) => power / total), none: 1 / total, invisible: Math.exp(hidden) / total };
}
