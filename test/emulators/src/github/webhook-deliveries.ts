import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { dayInMs } from '@refrain/domain';

/** GitHub lists and redelivers webhook deliveries for three days: https://docs.github.com/webhooks/testing-and-troubleshooting-webhooks. */
const retentionMs = 3 * dayInMs;

/** A sent webhook payload, compressed because a busy day has thousands. */
export interface SentWebhookPayload {
  read(): string;
}

export function compressPayload(text: string): SentWebhookPayload {
  // Copies the result, because zlib returns a part of a 16 kB buffer. Without the copy, the whole buffer would stay in memory.
  const kept = Buffer.from(deflateRawSync(text, { level: 1 }));
  return { read: () => inflateRawSync(kept).toString() };
}

export interface WebhookDeliveryAttempt {
  readonly id: number;
  readonly guid: string;
  readonly hookId: number;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly at: number;
  readonly durationSeconds: number;
  /** Status of the receiver's response; null without a response in time. */
  readonly status: number | null;
  readonly redelivery: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: SentWebhookPayload;
}

/** Delivery attempts of the last three days, grouped by webhook. */
export interface WebhookDeliveries {
  add(attempt: Omit<WebhookDeliveryAttempt, 'id'>): void;
  list(hookId: number, before?: number): Iterable<WebhookDeliveryAttempt>;
  find(hookId: number, id: number): WebhookDeliveryAttempt | null;
  findByGuid(guid: string): WebhookDeliveryAttempt | null;
}

export function createWebhookDeliveries(now: () => number): WebhookDeliveries {
  const byHook = new Map<number, WebhookDeliveryAttempt[]>();
  let lastId = 0;

  /** Returns the attempts that have not expired, oldest first. */
  function kept(hookId: number): WebhookDeliveryAttempt[] {
    const attempts = byHook.get(hookId) ?? [];
    const first = attempts.findIndex(({ at }) => at > now() - retentionMs);
    if (first !== 0) attempts.splice(0, first < 0 ? attempts.length : first);
    return attempts;
  }
  function* list(hookId: number, before = Number.POSITIVE_INFINITY) {
    const attempts = kept(hookId);
    // Ids are ascending, so attempts from `newestIndex` on are too new. Skipping them makes all pages equally fast.
    const newestIndex = Math.min(attempts.length, before - (attempts[0]?.id ?? 0));
    for (let at = newestIndex - 1; at >= 0; at -= 1) {
      const one = attempts[at];
      if (one !== undefined && one.id < before) yield one;
    }
  }
  return {
    add(attempt) {
      lastId += 1;
      const attempts = kept(attempt.hookId);
      attempts.push({ ...attempt, id: lastId });
      byHook.set(attempt.hookId, attempts);
    },
    list,
    find(hookId, id) {
      for (const one of list(hookId, id + 1)) return one.id === id ? one : null;
      return null;
    },
    findByGuid(guid) {
      for (const hookId of byHook.keys()) {
        const found = kept(hookId).find((one) => one.guid === guid);
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}
