import { z } from 'zod';
import { ErrorCode } from './app-error.ts';
import { createPageSchema } from './create-page-schema.ts';
import { Instant } from './instant.ts';

/** `job`: a job that failed every attempt. `record`: an unparsable payload. `delivery`: an undeliverable event. */
export const DeadLetterKind = z.enum(['job', 'record', 'delivery']);
export type DeadLetterKind = z.infer<typeof DeadLetterKind>;

/** Whether a replay is likely to succeed: now (`likely`), once the cause is fixed (`after_fix`) or never (`none`). */
export const ReplayLikelihood = z.enum(['likely', 'after_fix', 'none']);
export type ReplayLikelihood = z.infer<typeof ReplayLikelihood>;

/** A job, record or delivery that was given up and waits for a person to replay or discard it. It blocks no other work. */
export const DeadLetter = z.object({
  id: z.string(),
  kind: DeadLetterKind,
  /** When the last attempt failed; for a record, when it arrived. */
  at: Instant,
  /** The queue to which the job, record or delivery belongs. */
  queue: z.string(),
  /** The name of the job, the type of the record, or the type of the event. */
  name: z.string(),
  /** What is affected: ids, the provider's key of a record, or the part of a receiver's URL that is not secret. */
  subject: z.string(),
  /** The connection whose data was processed; null if no connection was involved. */
  connectionId: z.string().nullable(),
  /** The subscription of a delivery; null for other kinds. */
  subscriptionId: z.string().nullable(),
  /** The code of the error; null if only its message is known. */
  code: ErrorCode.nullable(),
  /** The problem in one line. */
  problem: z.string(),
  /** The number of failed attempts. */
  attempts: z.number().int(),
  /** Whether a replay was requested and has not ended yet. */
  isReplaying: z.boolean(),
  replay: ReplayLikelihood,
  /** The recommended action, in one or two sentences. */
  advice: z.string(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** A job that failed every attempt. */
export interface DeadLetterJob {
  /** The deduplication key. Jobs with the same key do the same work. */
  readonly key: string;
  readonly queue: string;
  readonly name: string;
  /** The job's payload, which contains ids but no texts or secrets. */
  readonly payload: object;
  readonly code: ErrorCode;
  /** The message of an `AppError` in one line. Other errors may contain secrets and are not repeated. */
  readonly problem: string;
  readonly attempts: number;
}

export interface DeadLetterForAdvice extends Pick<DeadLetter, 'kind' | 'code'> {
  /** Whether a replay is possible: the payload of a record still exists, or the subscription of a delivery is on. */
  readonly canReplay: boolean;
}

/** Returns whether a replay of a dead letter helps, and what a person can do. */
export function adviseOnDeadLetter({
  kind,
  code,
  canReplay,
}: DeadLetterForAdvice): Pick<DeadLetter, 'replay' | 'advice'> {
  if (kind === 'record') {
    return canReplay
      ? judged('after_fix', 'The record is still stored. Replay it after an update of Refrain that can parse it.')
      : judged('none', 'The payload of the record has expired. Discard the record.');
  }
  if (kind === 'delivery') {
    return canReplay
      ? judged('likely', 'The subscription is on. Replay the delivery when the receiver works again.')
      : judged(
          'after_fix',
          'The subscription is off. Send a test message, which switches it on if it arrives; then replay the delivery.',
        );
  }
  return adviceOn[code ?? 'internal'];
}

function judged(replay: ReplayLikelihood, advice: string): Pick<DeadLetter, 'replay' | 'advice'> {
  return { replay, advice };
}

const passes = judged('likely', 'The outage is usually over by now. Replay the dead letter.');
const isGone = judged('none', 'The object was deleted or has changed since. Discard the dead letter.');
const isDefect = judged(
  'after_fix',
  "This is a bug in Refrain. The worker's log has the details. Replay the dead letter after an update.",
);
const needsCredential = judged(
  'after_fix',
  'Connect the account again with a credential that the provider accepts; then replay.',
);

const adviceOn: Readonly<Record<ErrorCode, Pick<DeadLetter, 'replay' | 'advice'>>> = {
  unavailable: passes,
  rate_limited: passes,
  provider_unreachable: passes,
  provider_failed: passes,
  not_found: isGone,
  conflict: isGone,
  precondition_failed: isGone,
  key_reused: isGone,
  credential_rejected: needsCredential,
  unauthenticated: needsCredential,
  forbidden: needsCredential,
  signature_invalid: needsCredential,
  permission_missing: judged('after_fix', 'Grant the missing permission at the provider; then replay.'),
  misconfigured: judged('after_fix', 'Correct the settings and restart the processes; then replay.'),
  provider_unexpected: judged(
    'after_fix',
    "The provider's response differs from its documentation. Replay the dead letter later, or after an update of Refrain.",
  ),
  invalid_input: judged(
    'after_fix',
    'Correct the stated problem, then replay. If your input is correct, this is a bug in Refrain.',
  ),
  too_large: isDefect,
  unsupported_encoding: isDefect,
  internal: isDefect,
};

/** Dead letters, newest first. */
export const DeadLettersResponse = createPageSchema(DeadLetter);
export type DeadLettersResponse = z.infer<typeof DeadLettersResponse>;

/** Selects the dead letters to replay: those that match all given fields, or all dead letters if no field is given. */
export const ReplayDeadLettersRequest = z.strictObject({
  kind: DeadLetterKind.optional(),
  queue: z.string().min(1).max(100).optional(),
  connectionId: z.string().min(1).max(200).optional(),
});

export const DeadLetterReplayResponse = z.object({
  /** The number of dead letters that are replayed. */
  replayed: z.number().int(),
  /** The number of selected dead letters that cannot be replayed. */
  notReplayed: z.number().int(),
});
export type DeadLetterReplayResponse = z.infer<typeof DeadLetterReplayResponse>;

export const DiscardDeadLetterRequest = z.strictObject({
  /** Why the dead letter is discarded, for the audit log. */
  reason: z.string().trim().min(1).max(500),
});
