import { z } from 'zod';
import { Evidence } from './link.ts';

/** Whether a change set an incident off: which one, none of the organisation's own, or what is known does not tell. */
export const ChangeVerdict = z.enum(['change', 'not_change_related', 'undecided']);
export type ChangeVerdict = z.infer<typeof ChangeVerdict>;

/** Most changes that an answer ranks. */
export const maxCandidates = 5;

/** A change that may have set an incident off. It bears no author: who made it is no evidence. */
export const CandidateChange = z.object({
  changeId: z.string(),
  /** Estimated chance that this one is the cause, in [0, 1]. The candidates of an incident sum up to 1 at most. */
  score: z.number().min(0).max(1),
  /** What speaks for it, strongest first. */
  evidence: z.array(Evidence),
});
export type CandidateChange = z.infer<typeof CandidateChange>;

/**
 * How an incident ended: its cause was taken back (`revert`), an older state was deployed again (`rollback`), another change
 * mended it (`fix`), its own words tell of a step that is no change (`manual`), or no change was near and no step is told of
 * (`self_resolved`).
 */
export const IncidentResolution = z.enum(['revert', 'rollback', 'fix', 'manual', 'self_resolved', 'unknown']);
export type IncidentResolution = z.infer<typeof IncidentResolution>;

export const ResolvedBy = z.object({
  kind: IncidentResolution,
  /** The change that ended it; null where none did or none is known. */
  changeId: z.string().nullable(),
  /** Estimated chance that it is right, in [0, 1]; 0 where it is `unknown`. */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
});
export type ResolvedBy = z.infer<typeof ResolvedBy>;

/** What is said of an incident and the changes around it. */
export const ChangeAssessment = z.object({
  failureId: z.string(),
  verdict: ChangeVerdict,
  /** Estimated chance that the verdict is right, in [0, 1]: of `undecided`, the chance of the likeliest of the others. */
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  /** Whether a person decided it. */
  isDecided: z.boolean(),
  /** Likeliest first. */
  candidates: z.array(CandidateChange).max(maxCandidates),
  resolvedBy: ResolvedBy,
});
export type ChangeAssessment = z.infer<typeof ChangeAssessment>;
