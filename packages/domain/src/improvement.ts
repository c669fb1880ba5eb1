import { z } from 'zod';
import { Decider } from './decision.ts';
import { Effect, EffectVerdict } from './effect.ts';
import { Instant } from './instant.ts';

/** The properties by which improvements are sorted. */
export const ImprovementSort = z.enum(['createdAt', 'stateSince', 'impactHours']);
export type ImprovementSort = z.infer<typeof ImprovementSort>;

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

/** The allowed transitions of an improvement; every other transition is a conflict. */
const nextStates: Readonly<Record<ImprovementState, readonly ImprovementState[]>> = {
  // If the issue of a declined and again proposed improvement is reopened, the state becomes `opened` or a later one.
  proposed: ['approved', 'declined', 'opened', 'accepted', 'fixed'],
  // An approved improvement becomes `proposed` again if only the policy approved it and now no longer approves it.
  approved: ['opened', 'declined', 'proposed'],
  opened: ['accepted', 'declined', 'fixed'],
  accepted: ['opened', 'declined', 'fixed'],
  declined: ['proposed', 'approved', 'opened', 'accepted', 'fixed'],
  fixed: ['opened', 'accepted', 'declined', 'verified', 'recurred'],
  verified: ['opened', 'accepted', 'declined', 'recurred'],
  recurred: ['accepted', 'declined', 'fixed'],
};

/** Returns whether an improvement may change its state. Staying in a state is always allowed. */
export function isAllowedTransition(from: ImprovementState, to: ImprovementState): boolean {
  return from === to || nextStates[from].includes(to);
}

/** The state of an issue on GitHub when Refrain last read it: open, or the reason for which it was closed. */
export const IssueState = z.enum(['open', 'completed', 'not_planned', 'duplicate']);
export type IssueState = z.infer<typeof IssueState>;

/** The fix of an improvement: the pull request that closed the issue, or the closing of the issue as completed. */
export const Fix = z.object({
  /** The URL of the pull request; null if the issue was closed without a pull request. */
  url: z.string().nullable(),
  /** When the pull request was merged, or the issue was closed as completed. */
  mergedAt: Instant,
  /** The first production deployment that contains the fix; null while no such deployment is known. */
  deployedAt: Instant.nullable(),
});
export type Fix = z.infer<typeof Fix>;

/** A fix of a pattern that was followed by a later fix. */
export const PastFix = Fix.extend({
  guardrailId: z.string().nullable(),
  /** The verdict on the fix; null if the next fix was made before a verdict was reached. */
  verdict: EffectVerdict.nullable(),
});
export type PastFix = z.infer<typeof PastFix>;

/** The latest decision about an improvement, with what an undo of it restores. */
export const ImprovementDecision = z.object({
  /** Names the decision in a request to undo it. */
  id: z.string(),
  /** `undo` means that the previous decision was undone. The policy then leaves the improvement to people. */
  kind: z.enum(['approve', 'decline', 'snooze', 'undo']),
  by: Decider,
  /** The improvement before the decision. */
  before: z.object({
    state: ImprovementState,
    stateSince: Instant,
    reason: z.string().nullable(),
    approver: Decider.nullable(),
    snoozedUntil: Instant.nullable(),
  }),
});
export type ImprovementDecision = z.infer<typeof ImprovementDecision>;

/** The recommended fix of a pattern, with its GitHub issue and its effect. */
export const Improvement = z.object({
  id: z.string(),
  patternId: z.string(),
  state: ImprovementState,
  /** When the improvement entered its current state. An undo restores the earlier time with the earlier state. */
  stateSince: Instant,
  /** Why the improvement is in its current state, in one sentence. */
  reason: z.string().nullable(),
  /** The repository of the current or future issue, as `owner/name`; null while the repository is unknown. */
  repository: z.string().nullable(),
  title: z.string(),
  /** The text that the approver put at the top of the issue. Its Markdown is shown verbatim. */
  note: z.string().nullable(),
  /** The id of the recommended guardrail; null if no guardrail is recommended. */
  guardrailId: z.string().nullable(),
  /** The people-hours of the pattern's episodes in the policy's last `windowDays` days; null if they are unknown. */
  peopleHours: z.number().nonnegative().nullable(),
  issueNumber: z.number().int().positive().nullable(),
  issueUrl: z.string().nullable(),
  /** The state of the issue; null before the issue is opened. */
  issueState: IssueState.nullable(),
  /** The URL of the previous issue if the failure recurred after the fix of that issue; null otherwise. */
  previousIssueUrl: z.string().nullable(),
  /** The formatted name of the approver; null before the approval. */
  approvedBy: z.string().nullable(),
  /** The approver; null before the approval. */
  approver: Decider.nullable(),
  /** The latest decision, which can be undone; null if the state has changed since, or nobody has decided. */
  lastDecision: ImprovementDecision.nullable(),
  /** When the issue was opened; null before it is opened. */
  openedAt: Instant.nullable(),
  /** The time until which a person snoozed the improvement; null if nobody snoozed it. */
  snoozedUntil: Instant.nullable(),
  /** The latest fix; null while nothing is fixed. */
  fix: Fix.nullable(),
  /** The effect of the fix since its deployment; null before the first measurement. */
  effect: Effect.nullable(),
  /** Earlier fixes, oldest first. */
  pastFixes: z.array(PastFix),
  /** Why the latest write to the issue failed and what to do; null if the write succeeded. */
  problem: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Improvement = z.infer<typeof Improvement>;

export function isApprovedByPolicy({ approver }: Pick<Improvement, 'approver'>): boolean {
  return approver?.via === 'policy';
}

export function isSnoozed({ snoozedUntil }: Pick<Improvement, 'snoozedUntil'>, now: number): boolean {
  return snoozedUntil !== null && Date.parse(snoozedUntil) > now;
}

/** The issue that an approval would open. */
export const IssuePreview = z.object({
  /** The repository of the issue as `owner/name`; null while it is unknown. */
  repository: z.string().nullable(),
  title: z.string(),
  /** The text of the issue in GitHub Markdown. */
  body: z.string(),
  labels: z.array(z.string()),
});
export type IssuePreview = z.infer<typeof IssuePreview>;

export interface IssueLocation {
  readonly repository: string;
  readonly number: number;
}

export interface ImprovementLabel {
  readonly name: string;
  /** The description of the label, with at most 100 characters, which is GitHub's limit. */
  readonly description: string;
}

/** The desired content of an issue. */
export interface ImprovementIssue {
  /** The repository in which the issue will be opened or was last seen. */
  readonly repository: string;
  /** The number of the existing issue; null while none is known. */
  readonly number: number | null;
  /** A text that is unique per pattern. The body of the issue contains it as a hidden comment. */
  readonly marker: string;
  /** Markers of earlier ids of the pattern, searched for if no issue has `marker`. A loss of data can change the id. */
  readonly earlierMarkers: readonly string[];
  readonly title: string;
  /** Titles that Refrain gave to the issue before. A title that a person wrote is never replaced. */
  readonly earlierTitles: readonly string[];
  /** The text in Markdown without the marker, which is added when the issue is written. */
  readonly body: string;
  /** The label by which Refrain finds the issue again. */
  readonly label: ImprovementLabel;
  /** The labels by which people accept or decline; created in the repository if they are missing. */
  readonly responseLabels: readonly ImprovementLabel[];
}

/** An issue after Refrain wrote it: its location (the repository may change), and whether it was created or updated. */
export interface WrittenIssue extends IssueLocation {
  readonly url: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}
