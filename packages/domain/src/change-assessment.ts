import { z } from 'zod';
import { Evidence } from './link.ts';

/**
 * Whether a change triggered an incident: `change` names one, `not_change_related` rules out all changes of the
 * organisation, and `undecided` means that the evidence is insufficient.
 */
export const ChangeVerdict = z.enum(['change', 'not_change_related', 'undecided']);
export type ChangeVerdict = z.infer<typeof ChangeVerdict>;

/** The maximum number of candidate changes of an incident. */
export const maxCandidates = 5;

/** A change that may have triggered an incident. It has no author, because authorship is no evidence. */
export const CandidateChange = z.object({
  changeId: z.string(),
  /**
   * The estimated probability that this change is the cause, in [0, 1]. The scores of one incident add up to at most 1.
   */
  score: z.number().min(0).max(1),
  /** The evidence for this change, strongest first. */
  evidence: z.array(Evidence),
});
export type CandidateChange = z.infer<typeof CandidateChange>;

/**
 * How an incident ended. `revert`: its cause was reverted. `rollback`: an older state was deployed again. `fix`:
 * another change repaired it. `manual`: its text describes a step that is no change. `self_resolved`: no change was
 * near and the text describes no step.
 */
export const IncidentResolution = z.enum(['revert', 'rollback', 'fix', 'manual', 'self_resolved', 'unknown']);
export type IncidentResolution = z.infer<typeof IncidentResolution>;

export const ResolvedBy = z.object({
  kind: IncidentResolution,
  /** The change that resolved it; null if there was none or it is unknown. */
  changeId: z.string().nullable(),
  /** The estimated probability that it is right, in [0, 1]; 0 if it is `unknown`. */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
});
export type ResolvedBy = z.infer<typeof ResolvedBy>;

/** The likely cause and resolution of an incident among the changes around it. */
export const ChangeAssessment = z.object({
  failureId: z.string(),
  verdict: ChangeVerdict,
  /**
   * The estimated probability that the verdict is right, in [0, 1]. For `undecided`, the probability of the more likely
   * of the other two verdicts.
   */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  /** Whether a person decided the verdict. */
  isDecided: z.boolean(),
  /** Sorted most likely first. */
  candidates: z.array(CandidateChange).max(maxCandidates),
  resolvedBy: ResolvedBy,
});
export type ChangeAssessment = z.infer<typeof ChangeAssessment>;
