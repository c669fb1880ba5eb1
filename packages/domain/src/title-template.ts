import { z } from 'zod';
import { Instant } from './instant.ts';

/** Stands for any one word in a title template. */
export const anyWordWildcard = '*';

/** A form of titles (`Drain * for maintenance`): `*` matches exactly one word, other words match in any letter case. */
export const TitleTemplate = z
  .string()
  .trim()
  .toLowerCase()
  .max(500)
  .refine((template) => template.split(' ').some((word) => word !== '' && word !== anyWordWildcard), {
    error: 'must contain at least one word that is not *',
  });

/** Reverts of one repository whose titles match one template, for a person to judge together. */
export const RevertTemplate = z.object({
  /** The repository as `owner/name`. */
  repository: z.string(),
  template: z.string(),
  /** The number of matching reverts; `failures`, `planned`, `unclear` count them by Refrain's own verdict. */
  reverts: z.number().int().nonnegative(),
  failures: z.number().int().nonnegative(),
  planned: z.number().int().nonnegative(),
  unclear: z.number().int().nonnegative(),
  /** The number of reverts that share an episode with an incident or a failed deployment. */
  linked: z.number().int().nonnegative(),
  /** The newest reverts; those that count as failures come first. */
  examples: z.array(z.object({ failureId: z.string(), title: z.string(), isFailure: z.boolean() })),
  /**
   * The time of the newest revert. Null if no revert matches; then the template is listed only because a person judged
   * it.
   */
  lastAt: Instant.nullable(),
});
export type RevertTemplate = z.infer<typeof RevertTemplate>;

export const ListedRevertTemplate = RevertTemplate.extend({
  /**
   * Whether a person should judge the reverts: some count as failures, but none shares an episode with an incident or a
   * failed deployment.
   */
  needsDecision: z.boolean(),
  /** The correction by which a person judged the reverts; null if nobody did. */
  decision: z.object({ correctionId: z.string(), areFailures: z.boolean(), decidedAt: Instant }).nullable(),
});
export type ListedRevertTemplate = z.infer<typeof ListedRevertTemplate>;

/** The title templates as of the latest clustering, most frequent first, with people's latest decisions. */
export const RevertTemplatesResponse = z.object({ items: z.array(ListedRevertTemplate) });
export type RevertTemplatesResponse = z.infer<typeof RevertTemplatesResponse>;
