import { z } from 'zod';
import { ErrorCode } from './app-error.ts';
import { Instant } from './instant.ts';

/**
 * `job`: a job that failed all its attempts. `record`: a stored payload that could not be parsed. `delivery`: an event
 * that a subscription did not accept.
 */
export const DeadLetterKind = z.enum(['job', 'record', 'delivery']);
export type DeadLetterKind = z.infer<typeof DeadLetterKind>;

/** Whether a replay is likely to succeed: as it is, after the cause is fixed, or not at all. */
export const ReplayLikelihood = z.enum(['likely', 'after_fix', 'none']);
export type ReplayLikelihood = z.infer<typeof ReplayLikelihood>;

/**
 * A job, record or delivery that was given up. It blocks nothing, and waits for a person or for its cause to disappear.
 */
export const DeadLetter = z.object({
  id: z.string(),
  kind: DeadLetterKind,
  /** The time of the last failure; for a record, of its arrival. */
  at: Instant,
  /** The queue that processed it. */
  queue: z.string(),
  /** The name of the job, the type of the record, or the type of the event. */
  name: z.string(),
  /** The objects that it refers to: ids, the sender's key of a record, or the part of an address that is not secret. */
  about: z.string(),
  /** The connection that it belongs to; null if there is none. */
  connectionId: z.string().nullable(),
  /** Null unless it is a delivery. */
  subscriptionId: z.string().nullable(),
  /** Null if only the message is known. */
  code: ErrorCode.nullable(),
  /** The problem in one line. */
  problem: z.string(),
  /** The number of attempts before it was given up. */
  attempts: z.number().int(),
  /** Whether a replay was requested and has not ended yet. */
  isReplaying: z.boolean(),
  replay: ReplayLikelihood,
  /** The recommended action, in one or two sentences. */
  advice: z.string(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** The facts that determine the advice. */
export interface LetterFacts extends Pick<DeadLetter, 'kind' | 'code'> {
  /** For a record: its payload still exists. For a delivery: its subscription is on. */
  readonly canReplay: boolean;
}

/** Returns whether a replay helps, and what to do. */
export function judgeLetter({ kind, code, canReplay }: LetterFacts): Pick<DeadLetter, 'replay' | 'advice'> {
  if (kind === 'record') {
    return canReplay
      ? judged('after_fix', 'It is kept as it came. Replay it after an update that reads it.')
      : judged('none', 'Its payload has expired, so that nothing is left to read: discard it.');
  }
  if (kind === 'delivery') {
    return canReplay
      ? judged('likely', 'Its subscription is on: replay it once the receiver is well.')
      : judged(
          'after_fix',
          'Its subscription is off. Send it a test message, which switches it on when taken; then replay.',
        );
  }
  return adviceOn[code ?? 'internal'];
}

function judged(replay: ReplayLikelihood, advice: string): Pick<DeadLetter, 'replay' | 'advice'> {
  return { replay, advice };
}

const passes = judged('likely', 'What was away is usually back by now: replay it.');
const isGone = judged('none', 'What it was about is gone, or is otherwise by now: discard it.');
const isAFault = judged(
  'after_fix',
  'A fault of Refrain itself: the log of the worker has the details. Replay it after an update.',
);
const needsCredential = judged(
  'after_fix',
  'Connect the account again, with a credential that its provider takes; then replay.',
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
  permission_missing: judged('after_fix', 'Grant the permission that is missing at the provider; then replay.'),
  misconfigured: judged('after_fix', 'Correct the settings and start the processes again; then replay.'),
  provider_unexpected: judged(
    'after_fix',
    'The provider answers otherwise than it documents. Replay it later, or after an update.',
  ),
  invalid_input: judged(
    'after_fix',
    'Correct what it says, and replay it. Where nothing of yours is wrong it is a fault of Refrain itself.',
  ),
  too_large: isAFault,
  unsupported_encoding: isAFault,
  internal: isAFault,
};
