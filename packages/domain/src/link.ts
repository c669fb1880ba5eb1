import { z } from 'zod';

export const LinkType = z.enum(['caused_by', 'resolved_by', 'shipped_by', 'same_episode']);
export type LinkType = z.infer<typeof LinkType>;

export const LinkStatus = z.enum(['suggested', 'confirmed', 'rejected']);
export type LinkStatus = z.infer<typeof LinkStatus>;

/** One reason for a link or a membership, in words that a person can check. */
export const Evidence = z.object({
  /** The kind of signal: `time`, `service`, `words`, `paths`, `reference`, `sha`; `decision` if a person decided it. */
  signal: z.string(),
  detail: z.string(),
  /** Its part of the score, in [0, 1]. */
  weight: z.number(),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * A typed edge from a failure to a change or to another failure (`same_episode`). `shipped_by` leads from a reverted
 * change to each deployment that brought it to an environment.
 */
export const Link = z.object({
  type: LinkType,
  failureId: z.string(),
  /** The id of the change or of the other failure. */
  targetId: z.string(),
  /** In [0, 1]. */
  score: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  status: LinkStatus,
});
export type Link = z.infer<typeof Link>;

/** The failures of one event. Its id is that of its earliest failure. */
export const Episode = z.object({ id: z.string(), failureIds: z.array(z.string()).min(1) });
export type Episode = z.infer<typeof Episode>;
