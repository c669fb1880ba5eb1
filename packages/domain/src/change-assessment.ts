import { z } from 'zod';
import { Evidence } from './link.ts';

/**
 * Whether a change triggered an incident. `change`: a known change did. `not_change_related`: no change of the
 * organisation did. `undecided`: the evidence is insufficient.
 */
export const ChangeVerdict = z.enum(['change', 'not_change_related', 'undecided']);
export type ChangeVerdict = z.infer<typeof ChangeVerdict>;

/** The maximum number of candidate changes of an incident. */
export const maxCandidateChanges = 5;

/** A change that may have triggered an incident. Its author is omitted, because authorship is not evidence. */
export const CandidateChange = z.object({
  changeId: z.string(),
  /**
   * The estimated probability that this change triggered the incident, 0 to 1. The scores of one incident add up to at
   * most 1.
   */
  score: z.number().min(0).max(1),
  /** The evidence for this change, strongest first. */
  evidence: z.array(Evidence),
});
export type CandidateChange = z.infer<typeof CandidateChange>;

/**
 * How an incident ended. `revert`: the causing change was reverted. `rollback`: an older version was deployed again.
 * `fix`: another change repaired the system. `manual`: the text describes a manual step. `self_resolved`: no change
 * was close in time, and the text describes no step.
 */
export const IncidentResolution = z.enum(['revert', 'rollback', 'fix', 'manual', 'self_resolved', 'unknown']);
export type IncidentResolution = z.infer<typeof IncidentResolution>;

export const ResolutionAssessment = z.object({
  kind: IncidentResolution,
  /** The change that resolved the incident; null if no change resolved it or the change is unknown. */
  changeId: z.string().nullable(),
  /** The estimated probability that the resolution is right, 0 to 1; 0 for the kind `unknown`. */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
});
export type ResolutionAssessment = z.infer<typeof ResolutionAssessment>;

/** The assessment of which changes triggered and resolved an incident. */
export const ChangeAssessment = z.object({
  failureId: z.string(),
  verdict: ChangeVerdict,
  /**
   * The estimated probability of the verdict, 0 to 1. For `undecided`, the probability of the likelier other verdict.
   */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  /** Whether a person decided the verdict. */
  isDecided: z.boolean(),
  /** Candidate changes, most likely first. */
  candidates: z.array(CandidateChange).max(maxCandidateChanges),
  resolvedBy: ResolutionAssessment,
});
export type ChangeAssessment = z.infer<typeof ChangeAssessment>;
