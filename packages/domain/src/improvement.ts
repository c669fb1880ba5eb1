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

/** What may follow on what: all else is a contradiction. */
const nextStates: Readonly<Record<ImprovementState, readonly ImprovementState[]>> = {
  // With an issue where it was declined and has come up again: whoever opens that decides.
  proposed: ['approved', 'declined', 'opened', 'accepted', 'fixed'],
  // What only the policy approved, and does not want any more.
  approved: ['opened', 'declined', 'proposed'],
  opened: ['accepted', 'declined', 'fixed'],
  accepted: ['opened', 'declined', 'fixed'],
  declined: ['proposed', 'approved', 'opened', 'accepted', 'fixed'],
  fixed: ['opened', 'accepted', 'declined', 'verified', 'recurred'],
  verified: ['opened', 'accepted', 'declined', 'recurred'],
  recurred: ['accepted', 'declined', 'fixed'],
};

/** Whether that may follow on it; to stay as it is always may. */
export function mayBecome(from: ImprovementState, to: ImprovementState): boolean {
  return from === to || nextStates[from].includes(to);
}

/** What GitHub says of an issue, or what is known of it: whether it is open, and why it was closed. */
export const IssueState = z.enum(['open', 'completed', 'not_planned', 'duplicate']);
export type IssueState = z.infer<typeof IssueState>;

/** What was put in place: the pull request that closed the issue, or that people closed it as completed. */
export const Fix = z.object({
  /** Pull request; null where the issue was closed without one. */
  url: z.string().nullable(),
  /** When it was merged, or the issue closed. */
  mergedAt: Instant,
  /** When it was in production: of the first deployment with it; null while none is known to have it. */
  deployedAt: Instant.nullable(),
});
export type Fix = z.infer<typeof Fix>;

/** A fix that was followed by another one, with what came of it. */
export const PastFix = Fix.extend({
  guardrailId: z.string().nullable(),
  /** Null where it was followed before anything could be told. */
  verdict: EffectVerdict.nullable(),
});
export type PastFix = z.infer<typeof PastFix>;

/** The systemic fix for a pattern and its one GitHub issue. */
export const Improvement = z.object({
  id: z.string(),
  patternId: z.string(),
  state: ImprovementState,
  /** Since when it is in this state. */
  stateSince: Instant,
  /** Why it is in this state, in a sentence. */
  reason: z.string().nullable(),
  /** `owner/name` where the issue belongs, or where it is by now; null while nobody knows. */
  repository: z.string().nullable(),
  title: z.string(),
  /** What whoever approved it wants to say first; Markdown is shown as it is written. */
  note: z.string().nullable(),
  /** The guardrail that it proposes; null where none is recommended. */
  guardrailId: z.string().nullable(),
  /** What the pattern's episodes of the policy's window took of people's time; null where it is not known. */
  peopleHours: z.number().nonnegative().nullable(),
  issueNumber: z.number().int().positive().nullable(),
  issueUrl: z.string().nullable(),
  /** Null before it is opened. */
  issueState: IssueState.nullable(),
  /** Address of the issue before this one, whose fix did not last; null where there was none. */
  previousIssueUrl: z.string().nullable(),
  /** Who approved it, as texts have it; null while nobody has. */
  approvedBy: z.string().nullable(),
  /** Who that is; null while nobody has, and of what a former version approved. */
  approver: Decider.nullable(),
  /** When its issue was first recorded; null before. */
  openedAt: Instant.nullable(),
  /** Until when nothing is said of it, as a person asked; null where nobody did. */
  snoozedUntil: Instant.nullable(),
  /** Null while nothing was put in place. */
  fix: Fix.nullable(),
  /** What came of the fix since it was deployed; null before that was measured. */
  effect: Effect.nullable(),
  /** Oldest first. */
  pastFixes: z.array(PastFix),
  /** Why the issue could not be opened or brought up to date the last time, and what to do; null when it could. */
  problem: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Improvement = z.infer<typeof Improvement>;

/** Whether the policy approved it: not a person, whatever they are called. */
export function isByPolicy({ approver, approvedBy }: Pick<Improvement, 'approver' | 'approvedBy'>): boolean {
  return approver === null ? approvedBy === thePolicy.name : approver.via === 'policy';
}

/** Whether a person wants nothing said of it as yet. @param now in milliseconds since 1970 */
export function isSnoozed({ snoozedUntil }: Pick<Improvement, 'snoozedUntil'>, now: number): boolean {
  return snoozedUntil !== null && Date.parse(snoozedUntil) > now;
}

/** The issue as it would be written. */
export const IssuePreview = z.object({
  /** Null while nobody knows where it belongs. */
  repository: z.string().nullable(),
  title: z.string(),
  /** GitHub Markdown. */
  body: z.string(),
  labels: z.array(z.string()),
});
export type IssuePreview = z.infer<typeof IssuePreview>;

/** Where an issue is: `owner/name`, and its number there. */
export interface IssueLocation {
  readonly repository: string;
  readonly number: number;
}

export interface ImprovementLabel {
  readonly name: string;
  /** What it means, at most 100 characters. */
  readonly description: string;
}

/** The issue as Refrain wants it to be. `marker` is unique per pattern and stands in the body as a hidden comment. */
export interface ImprovementIssue {
  /** `owner/name` where it is to be opened, or where it was last seen. */
  readonly repository: string;
  /** Its number there; null while it is not known to exist. One that is known is never replaced by another. */
  readonly number: number | null;
  readonly marker: string;
  /**
   * What the issue may carry instead, where an installation opened it whose data is lost: patterns are born again, and may have
   * another id. Looked for where none carries `marker`.
   */
  readonly earlierMarkers: readonly string[];
  readonly title: string;
  /** Markdown, without the marker: the tracker puts it in. */
  readonly body: string;
  /** It carries this one, and is found again by it. */
  readonly label: ImprovementLabel;
  /** Those by which people may answer: made where the repository has none of the name. */
  readonly answerLabels: readonly ImprovementLabel[];
}

export interface EnsuredIssue extends IssueLocation {
  /** `repository` and `number` say where it is now: people rename repositories and transfer issues. */
  readonly url: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}
