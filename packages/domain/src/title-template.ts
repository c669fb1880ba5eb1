import { z } from 'zod';
import { Instant } from './instant.ts';

/** Stands for one word of a title template. */
export const anyWord = '*';

/**
 * Titles of changes that differ in single words: `*` stands for exactly one word, every other word for itself, in upper or lower case,
 * such as `Drain * for maintenance`.
 */
export const TitleTemplate = z
  .string()
  .trim()
  .toLowerCase()
  .max(500)
  .refine((template) => template.split(' ').some((word) => word !== '' && word !== anyWord), {
    error: 'Give a title in which at least one word is not *',
  });

/** Reverts of one repository whose titles fit one template, so that a person can judge all of them at once. */
export const RevertTemplate = z.object({
  /** `owner/name`. */
  repository: z.string(),
  template: z.string(),
  /** How many reverts fit it. The verdicts are those that were read from the messages, whatever people decided. */
  reverts: z.number().int().nonnegative(),
  failures: z.number().int().nonnegative(),
  planned: z.number().int().nonnegative(),
  unclear: z.number().int().nonnegative(),
  /** How many of them belong to one event with an incident or a failed deployment. */
  linked: z.number().int().nonnegative(),
  /** Titles of the newest ones. */
  examples: z.array(z.object({ failureId: z.string(), title: z.string() })),
  /** When the newest one happened; null if none fits a template that a person judged. */
  lastAt: Instant.nullable(),
});
export type RevertTemplate = z.infer<typeof RevertTemplate>;

export const ListedRevertTemplate = RevertTemplate.extend({
  /**
   * Whether a person should judge them: some count as failures by their messages alone, and none belongs to an incident or a failed
   * deployment. False once somebody did.
   */
  isAsked: z.boolean(),
  /** The correction by which a person judged all of them; null if nobody did. */
  decision: z.object({ correctionId: z.string(), areFailures: z.boolean(), decidedAt: Instant }).nullable(),
});
export type ListedRevertTemplate = z.infer<typeof ListedRevertTemplate>;

/** The most frequent ones first, as of the last regrouping; those that were decided since have their decision already. */
export const RevertTemplatesResponse = z.object({ items: z.array(ListedRevertTemplate) });
export type RevertTemplatesResponse = z.infer<typeof RevertTemplatesResponse>;
