import { z } from 'zod';
import { DeadLetter, DeadLetterKind } from './dead-letter.ts';
import { pageOf } from './page-of.ts';

/** Newest first. */
export const DeadLettersResponse = pageOf(DeadLetter);
export type DeadLettersResponse = z.infer<typeof DeadLettersResponse>;

/** Which of them; all where nothing narrows it. */
export const ReplayDeadLetters = z.strictObject({
  kind: DeadLetterKind.optional(),
  queue: z.string().min(1).max(100).optional(),
  connectionId: z.string().min(1).max(200).optional(),
});
export type ReplayDeadLetters = z.infer<typeof ReplayDeadLetters>;

export const DeadLetterReplayResponse = z.object({
  /** How many are tried again. */
  replayed: z.number().int(),
  /** How many of those that were meant stay as they are. */
  left: z.number().int(),
});
export type DeadLetterReplayResponse = z.infer<typeof DeadLetterReplayResponse>;

export const DiscardDeadLetter = z.strictObject({
  /** Why; it stands in the audit. */
  reason: z.string().trim().min(1).max(500),
});
