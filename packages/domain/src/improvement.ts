import { z } from 'zod';
import { Decider, thePolicy } from './decision.ts';
import { Effect, EffectVerdict } from './effect.ts';
import { Instant } from './instant.ts';

export const ImprovementState = z.enum([
  'proposed',
  'approved',
  'opened',
  'accepted',
  'declined',
  'fixed',
  'verified',
  'recurred',
]);
export type ImprovementState = z.infer<typeof ImprovementState>;

/** The allowed transitions; every other transition is a conflict. */
const nextStates: Readonly<Record<ImprovementState, readonly ImprovementState[]>> = {
  // `opened` and later states follow if a declined improvement with an issue was proposed again: reopening the issue
  // decides.
  proposed: ['approved', 'declined', 'opened', 'accepted', 'fixed'],
  // `proposed` follows if only the policy approved it and no longer does.
  approved: ['opened', 'declined', 'proposed'],
  opened: ['accepted', 'declined', 'fixed'],
  accepted: ['opened', 'declined', 'fixed'],
  declined: ['proposed', 'approved', 'opened', 'accepted', 'fixed'],
  fixed: ['opened', 'accepted', 'declined', 'verified', 'recurred'],
  verified: ['opened', 'accepted', 'declined', 'recurred'],
  recurred: ['accepted', 'declined', 'fixed'],
};

/** Returns whether a transition is allowed. Staying in a state always is. */
export function mayBecome(from: ImprovementState, to: ImprovementState): boolean {
  return from === to || nextStates[from].includes(to);
}

/** The state of an issue by GitHub or as last known: open, or the reason for its closing. */
export const IssueState = z.enum(['open', 'completed', 'not_planned', 'duplicate']);
export type IssueState = z.infer<typeof IssueState>;

/** The fix of an issue: the pull request that closed the issue, or the closing of the issue as completed. */
export const Fix = z.object({
  /** The pull request; null if the issue was closed without one. */
  url: z.string().nullable(),
  /** When it was merged or the issue was closed. */
  mergedAt: Instant,
  /** The first production deployment that contains it; null while none is known. */
  deployedAt: Instant.nullable(),
});
export type Fix = z.infer<typeof Fix>;

/** A fix that was followed by another one, with its effect. */
export const PastFix = Fix.extend({
  guardrailId: z.string().nullable(),
  /** Null if the next fix came before a verdict. */
  verdict: EffectVerdict.nullable(),
});
export type PastFix = z.infer<typeof PastFix>;

/** The systemic fix for a pattern and its GitHub issue. */
export const Improvement = z.object({
  id: z.string(),
  patternId: z.string(),
  state: ImprovementState,
  /** When it entered this state. */
  stateSince: Instant,
  /** Why it is in this state, in one sentence. */
  reason: z.string().nullable(),
  /** The repository for the issue, as `owner/name`, or its current one; null while it is unknown. */
  repository: z.string().nullable(),
  title: z.string(),
  /** The introduction by the person who approved it; Markdown is shown verbatim. */
  note: z.string().nullable(),
  /** The proposed guardrail; null if none is recommended. */
  guardrailId: z.string().nullable(),
  /** The people-hours of the pattern's episodes within the policy's window; null if they are unknown. */
  peopleHours: z.number().nonnegative().nullable(),
  issueNumber: z.number().int().positive().nullable(),
  issueUrl: z.string().nullable(),
  /** Null before it is opened. */
  issueState: IssueState.nullable(),
  /** The address of the previous issue, whose fix did not last; null if there was none. */
  previousIssueUrl: z.string().nullable(),
  /** The formatted name of the approver; null before the approval. */
  approvedBy: z.string().nullable(),
  /** The approver; null before the approval, and if an earlier version recorded it. */
  approver: Decider.nullable(),
  /** When its issue was first recorded; null before. */
  openedAt: Instant.nullable(),
  /** The end of the snooze that a person requested; null if nobody did. */
  snoozedUntil: Instant.nullable(),
  /** Null while nothing is fixed. */
  fix: Fix.nullable(),
  /** The effect of the fix since its deployment; null before the first measurement. */
  effect: Effect.nullable(),
  /** Sorted oldest first. */
  pastFixes: z.array(PastFix),
  /** Why the latest write to the issue failed and what to do; null if it succeeded. */
  problem: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Improvement = z.infer<typeof Improvement>;

/** Returns whether the policy approved it. A person with the policy's name does not count. */
export function isByPolicy({ approver, approvedBy }: Pick<Improvement, 'approver' | 'approvedBy'>): boolean {
  return approver === null ? approvedBy === thePolicy.name : approver.via === 'policy';
}

/** Returns whether a person snoozed it. @param now in milliseconds since 1970 */
export function isSnoozed({ snoozedUntil }: Pick<Improvement, 'snoozedUntil'>, now: number): boolean {
  return snoozedUntil !== null && Date.parse(snoozedUntil) > now;
}

/** The issue as it would be written. */
export const IssuePreview = z.object({
  /** Null while the repository is unknown. */
  repository: z.string().nullable(),
  title: z.string(),
  /** In GitHub Markdown. */
  body: z.string(),
  labels: z.array(z.string()),
});
export type IssuePreview = z.infer<typeof IssuePreview>;

/** The location of an issue: `owner/name` and its number. */
export interface IssueLocation {
  readonly repository: string;
  readonly number: number;
}

export interface ImprovementLabel {
  readonly name: string;
  /** The meaning of the label, in at most 100 characters. */
  readonly description: string;
}

/** The desired content of an issue. `marker` is unique per pattern and is part of the body as a hidden comment. */
export interface ImprovementIssue {
  /** The repository in which to open it, or in which it was last seen. */
  readonly repository: string;
  /** Its number; null while no issue is known. A known issue is never replaced by another. */
  readonly number: number | null;
  readonly marker: string;
  /**
   * Markers of the issue from an installation that lost its data, after which patterns may have new ids. They are
   * searched if no issue has `marker`.
   */
  readonly earlierMarkers: readonly string[];
  readonly title: string;
  /** Markdown without the marker, which the tracker adds. */
  readonly body: string;
  /** The label by which the issue is found again. */
  readonly label: ImprovementLabel;
  /** The labels by which people respond; they are created in the repository if they are missing. */
  readonly answerLabels: readonly ImprovementLabel[];
}

export interface EnsuredIssue extends IssueLocation {
  /** The current location is in `repository` and `number`: people rename repositories and transfer issues. */
  readonly url: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}
