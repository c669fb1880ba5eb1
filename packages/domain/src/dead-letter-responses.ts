import { z } from 'zod';
import { DeadLetter, DeadLetterKind } from './dead-letter.ts';
import { pageOf } from './page-of.ts';

/** Sorted newest first. */
export const DeadLettersResponse = pageOf(DeadLetter);
export type DeadLettersResponse = z.infer<typeof DeadLettersResponse>;

/** Selects dead letters; without a filter, all of them. */
export const ReplayDeadLetters = z.strictObject({
  kind: DeadLetterKind.optional(),
  queue: z.string().min(1).max(100).optional(),
  connectionId: z.string().min(1).max(200).optional(),
});
export type ReplayDeadLetters = z.infer<typeof ReplayDeadLetters>;

export const DeadLetterReplayResponse = z.object({
  /** The number of dead letters that are retried. */
  replayed: z.number().int(),
  /** The number of selected dead letters that stay unchanged. */
  left: z.number().int(),
});
export type DeadLetterReplayResponse = z.infer<typeof DeadLetterReplayResponse>;

export const DiscardDeadLetter = z.strictObject({
  /** The reason, which the audit log records. */
  reason: z.string().trim().min(1).max(500),
});
