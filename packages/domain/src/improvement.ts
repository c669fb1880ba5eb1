import { z } from 'zod';
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

/** The systemic fix for a pattern and its one GitHub issue. */
export const Improvement = z.object({
  id: z.string(),
  patternId: z.string(),
  state: ImprovementState,
  /** `owner/name` where the issue belongs, or where it is by now; null while nobody knows. */
  repository: z.string().nullable(),
  title: z.string(),
  issueNumber: z.number().int().positive().nullable(),
  issueUrl: z.string().nullable(),
  /** Why the issue could not be opened or brought up to date the last time, and what to do; null when it could. */
  problem: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Improvement = z.infer<typeof Improvement>;

/** The issue as Refrain wants it to be. `marker` is unique per pattern and stands in the body as a hidden comment. */
export interface ImprovementIssue {
  /** `owner/name` where it is to be opened, or where it was last seen. */
  readonly repository: string;
  /** Its number there; null while it is not known to exist. One that is known is never replaced by another. */
  readonly number: number | null;
  readonly marker: string;
  readonly title: string;
  /** Markdown, without the marker: the tracker puts it in. */
  readonly body: string;
  readonly labels: readonly string[];
}

export interface EnsuredIssue {
  /** Where it is now: people rename repositories and transfer issues. */
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
}
