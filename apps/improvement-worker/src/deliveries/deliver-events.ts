import { renderSlackDigest, renderSlackPattern } from '@refrain/analysis';
import type { ProviderAccess } from '@refrain/connectors';
import { AppError, dayInMs, hourInMs, minuteInMs, type RefrainEvent, secondInMs, toAppError } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { ClaimedDelivery, Store } from '@refrain/store';
import { describeProblem } from '../accounts/describe-problem.ts';
import type { ImprovementDeps } from '../improvement-deps.ts';

/** Maximum number of deliveries that one run enqueues. Each finished delivery enqueues another run. */
const maxAtOnce = 500;
/**
 * The time for which a process reserves a delivery. Sending takes much less time, so a process that holds a delivery for longer
 * has died.
 */
const leaseMs = minuteInMs;

/** A new pattern whose last failure is older than this came from a backfill and is not posted to Slack. */
const recentMs = 30 * dayInMs;
/** Delay before the second attempt. Each further delay is three times as long, so ten attempts span 27 hours. */
const firstDelayMs = 10 * secondInMs;
const maxAttempts = 10;
const longestRequestedMs = 6 * hourInMs;

export interface EventDeliveryDeps extends Pick<ImprovementDeps, 'store' | 'producer' | 'publicUrl'> {
  readonly send: ProviderAccess['sendMessage'];
  /** Returns a number in [0, 1), for the jitter of retries. */
  readonly random: () => number;
}

export function createDeliverDueEventsHandler(
  deps: Pick<ImprovementDeps, 'store' | 'producer'>,
): JobHandler<'deliver-due'> {
  const { store, producer } = deps;
  return async () => {
    const due = await store.events.listDueDeliveries(maxAtOnce);
    await producer.enqueueMany(
      'deliver-event',
      due.map((deliveryId) => ({ deliveryId })),
    );
  };
}

/**
 * Creates the job that delivers one event to one subscription, at least once: if a process dies after sending, another
 * process sends the event again with the same id. Errors of the message or the receiver are recorded, so that the delivery is
 * given up eventually.
 */
export function createDeliverEventHandler(deps: EventDeliveryDeps): JobHandler<'deliver-event'> {
  const { store, producer, random } = deps;
  return async ({ deliveryId }, signal) => {
    const claimed = await store.events.claimDelivery(deliveryId, leaseMs);
    if (claimed === null) return;
    let isSent: boolean;
    try {
      isSent = await sendIfAny(deps, claimed, signal);
    } catch (thrown) {
      if (signal.aborted || isOfThisProcess(thrown)) throw thrown;
      await store.events.recordDeliveryProblem(deliveryId, toFailure(thrown, claimed.attempts, random()));
      if (!(thrown instanceof AppError)) throw thrown;
      return;
    }
    if (isSent) await store.events.recordDelivered(deliveryId);
    else await store.events.dropDelivery(deliveryId);
    // One run of `deliver-due` enqueues only some deliveries of a subscription, so the next run is enqueued here.
    await producer.enqueue('deliver-due', {});
  };
}

async function sendIfAny(
  { store, publicUrl, send }: EventDeliveryDeps,
  { event, subscriptionId }: ClaimedDelivery,
  signal: AbortSignal,
): Promise<boolean> {
  const recipient = await store.events.readRecipient(subscriptionId);
  const body =
    recipient.kind === 'webhook' ? renderWebhook(event, publicUrl) : await renderSlack(store, event, publicUrl);
  if (body === null) return false;
  await send(recipient, { id: event.id, body }, signal);
  return true;
}

/** Returns whether neither the message nor the receiver is at fault: PostgreSQL is down or this process lacks a key. */
function isOfThisProcess(thrown: unknown): boolean {
  return thrown instanceof AppError && (thrown.code === 'unavailable' || thrown.code === 'misconfigured');
}

function toFailure(thrown: unknown, attempts: number, random: number) {
  const { context } = toAppError(thrown);
  const requested = typeof context.retryAfterSeconds === 'number' ? context.retryAfterSeconds : null;
  return {
    problem: describeProblem(thrown),
    retryInMs: findDeliveryRetryDelayMs(attempts, requested, random),
    isGone: context.status === 410,
  };
}

/** Builds a message that contains only ids. If the URL of Refrain is configured, the receiver can request the content at `url`. */
function renderWebhook({ type, at, patternId, reportId, digestId }: RefrainEvent, publicUrl: string | null): unknown {
  const path =
    digestId === null ? (reportId === null ? `patterns/${patternId}` : `reports/${reportId}`) : `digests/${digestId}`;
  const url = publicUrl === null ? null : `${publicUrl}/v1/${path}`;
  return { type, timestamp: at, data: { patternId, reportId, digestId, url } };
}

async function renderSlack(store: Store, event: RefrainEvent, publicUrl: string | null): Promise<unknown> {
  const { type, at, patternId, digestId } = event;
  if (type === 'digest_written') {
    const stored = digestId === null ? null : await store.reports.findDigest(digestId);
    return stored === null ? null : renderSlackDigest(stored, publicUrl);
  }
  const pattern = patternId === null ? null : await store.patterns.find(patternId);
  if (type === 'report_written' || pattern === null) return null;
  const isOld = Date.parse(at) - Date.parse(pattern.lastAt) > recentMs;
  return type === 'pattern_found' && isOld ? null : renderSlackPattern(type, pattern, publicUrl);
}

/**
 * Returns the milliseconds until a message is sent again; null after the last attempt.
 * @param attempts number of attempts so far, at least 1
 * @param random in [0, 1), for a jitter of 12.5 % in each direction, so that not all failed messages are sent again at once
 */
export function findDeliveryRetryDelayMs(
  attempts: number,
  retryAfterSeconds: number | null,
  random: number,
): number | null {
  if (attempts >= maxAttempts) return null;
  const own = firstDelayMs * 3 ** (attempts - 1) * (0.875 + random / 4);
  const requested = Math.min((retryAfterSeconds ?? 0) * secondInMs, longestRequestedMs);
  return Math.round(Math.max(own, requested));
}
