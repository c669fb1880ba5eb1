import { z } from 'zod';
import { ErrorCode } from './app-error.ts';
import { Instant } from './instant.ts';

/**
 * `job`: work that was given up after its attempts. `record`: a stored payload that could not be read. `delivery`: an event that
 * a subscription did not take.
 */
export const DeadLetterKind = z.enum(['job', 'record', 'delivery']);
export type DeadLetterKind = z.infer<typeof DeadLetterKind>;

/** Whether a replay is likely to bring it through: as it is, once the cause is removed, or not at all. */
export const ReplayLikelihood = z.enum(['likely', 'after_fix', 'none']);
export type ReplayLikelihood = z.infer<typeof ReplayLikelihood>;

/** Something that was given up: it is in nobody's way, and waits for a person or for its cause to go. */
export const DeadLetter = z.object({
  id: z.string(),
  kind: DeadLetterKind,
  /** When it was given up last; of a record, when it came. */
  at: Instant,
  /** Where it was worked on: a queue. */
  queue: z.string(),
  /** Of the job, the record's type, or the event's type. */
  name: z.string(),
  /** What it is about: ids, the sender's key of a record, as much of an address as gives nothing away. */
  about: z.string(),
  /** The account that it belongs to; null where it belongs to none. */
  connectionId: z.string().nullable(),
  /** Null of what is no delivery. */
  subscriptionId: z.string().nullable(),
  /** Null where only its words are known. */
  code: ErrorCode.nullable(),
  /** What went wrong, in one line. */
  problem: z.string(),
  /** Runs or sendings that it had before it was given up. */
  attempts: z.number().int(),
  /** A replay was asked for and has not ended yet. */
  isReplaying: z.boolean(),
  replay: ReplayLikelihood,
  /** What to do about it, in a sentence or two. */
  advice: z.string(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** What is known of one before it is judged. */
export interface LetterFacts extends Pick<DeadLetter, 'kind' | 'code'> {
  /** Of a record: its payload is still there. Of a delivery: its subscription is switched on. */
  readonly canReplay: boolean;
}

/** Whether a replay helps, and what to do. */
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
