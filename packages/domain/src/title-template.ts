import { z } from 'zod';
import { Instant } from './instant.ts';

/** Stands for one word of a title template. */
export const anyWord = '*';

/**
 * A pattern for titles of changes that differ in single words: `*` matches exactly one word, every other word itself in
 * any letter case, such as `Drain * for maintenance`.
 */
export const TitleTemplate = z
  .string()
  .trim()
  .toLowerCase()
  .max(500)
  .refine((template) => template.split(' ').some((word) => word !== '' && word !== anyWord), {
    error: 'Give a title in which at least one word is not *',
  });

/** Reverts of one repository whose titles match one template, so that a person can judge all of them at once. */
export const RevertTemplate = z.object({
  /** As `owner/name`. */
  repository: z.string(),
  template: z.string(),
  /** The number of matching reverts. The verdicts are those from the messages, regardless of people's decisions. */
  reverts: z.number().int().nonnegative(),
  failures: z.number().int().nonnegative(),
  planned: z.number().int().nonnegative(),
  unclear: z.number().int().nonnegative(),
  /** Reverts that share an episode with an incident or a failed deployment. */
  linked: z.number().int().nonnegative(),
  /** Titles of the newest ones. */
  examples: z.array(z.object({ failureId: z.string(), title: z.string() })),
  /** The time of the newest one; null if no revert matches a template that a person judged. */
  lastAt: Instant.nullable(),
});
export type RevertTemplate = z.infer<typeof RevertTemplate>;

export const ListedRevertTemplate = RevertTemplate.extend({
  /**
   * Whether a person should judge them: some count as failures by their messages alone, and none belongs to an incident
   * or a failed deployment. False after a decision.
   */
  isAsked: z.boolean(),
  /** The correction by which a person judged all of them; null if nobody did. */
  decision: z.object({ correctionId: z.string(), areFailures: z.boolean(), decidedAt: Instant }).nullable(),
});
export type ListedRevertTemplate = z.infer<typeof ListedRevertTemplate>;

/** Sorted by frequency as of the latest clustering; later decisions are included. */
export const RevertTemplatesResponse = z.object({ items: z.array(ListedRevertTemplate) });
export type RevertTemplatesResponse = z.infer<typeof RevertTemplatesResponse>;
