import { z } from 'zod';

export const LinkType = z.enum(['caused_by', 'resolved_by', 'shipped_by', 'same_episode']);
export type LinkType = z.infer<typeof LinkType>;

export const LinkStatus = z.enum(['suggested', 'confirmed', 'rejected']);
export type LinkStatus = z.infer<typeof LinkStatus>;

/** One reason for a link, a pattern membership or a similarity. A person can check it. */
export const Evidence = z.object({
  /** The kind of signal, such as `time`, `service` or `sha`. `decision` is a person's decision. */
  signal: z.string(),
  detail: z.string(),
  /** The part of the score that this reason contributes, 0 to 1. */
  weight: z.number(),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * A link from a failure to a change or to another failure (`same_episode`), or from a reverted change to a deployment
 * of the change (`shipped_by`).
 */
export const Link = z.object({
  type: LinkType,
  failureId: z.string(),
  /** The id of the linked change or failure. */
  targetId: z.string(),
  /** The confidence of the link, 0 to 1. */
  score: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  status: LinkStatus,
});
export type Link = z.infer<typeof Link>;

/** The failures of one event. The id of the earliest failure is also the id of the episode. */
export const Episode = z.object({ id: z.string(), failureIds: z.array(z.string()).min(1) });
export type Episode = z.infer<typeof Episode>;
