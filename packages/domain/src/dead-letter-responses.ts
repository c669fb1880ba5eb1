import { z } from 'zod';
import { DeadLetter, DeadLetterKind } from './dead-letter.ts';
import { pageOf } from './page-of.ts';

/** Dead letters, newest first. */
export const DeadLettersResponse = pageOf(DeadLetter);
export type DeadLettersResponse = z.infer<typeof DeadLettersResponse>;

/** Selects the dead letters to replay: those that match all given fields, or all dead letters if no field is given. */
export const ReplayDeadLetters = z.strictObject({
  kind: DeadLetterKind.optional(),
  queue: z.string().min(1).max(100).optional(),
  connectionId: z.string().min(1).max(200).optional(),
});
export type ReplayDeadLetters = z.infer<typeof ReplayDeadLetters>;

export const DeadLetterReplayResponse = z.object({
  /** The number of dead letters that are replayed. */
  replayed: z.number().int(),
  /** The number of selected dead letters that cannot be replayed. */
  notReplayed: z.number().int(),
});
export type DeadLetterReplayResponse = z.infer<typeof DeadLetterReplayResponse>;

export const DiscardDeadLetter = z.strictObject({
  /** Why the dead letter is discarded, for the audit log. */
  reason: z.string().trim().min(1).max(500),
});
