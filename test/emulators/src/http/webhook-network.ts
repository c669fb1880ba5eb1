import type { BackgroundWork } from './background-work.ts';
import type { Clock } from './clock.ts';
import type { FaultInjector } from './fault-injector.ts';
import { postWebhook, type WebhookRequest } from './post-webhook.ts';

/** Posts a webhook once and returns the status that the vendor sees: the response's status, or null without a response in time. */
export type PostWebhook = (delivery: WebhookRequest, timeoutMs: number) => Promise<number | null>;

const lateTries = 10;

/** Simulates the network between the vendor and the webhook receiver, including the injected faults. */
export function createWebhookNetwork(faults: FaultInjector, clock: Clock, pending: BackgroundWork): PostWebhook {
  const delayed = new Map<string, (() => void)[]>();

  async function send(delivery: WebhookRequest, timeoutMs: number): Promise<number | null> {
    const status = await clock.hold(postWebhook(delivery, timeoutMs, pending.signal));
    const waiting = delayed.get(delivery.url) ?? [];
    delayed.delete(delivery.url);
    for (const release of waiting) release();
    return status;
  }
  async function sendLate(delivery: WebhookRequest, timeoutMs: number, delayMs: number): Promise<void> {
    for (let tries = 0; tries < lateTries; tries += 1) {
      const status = await send(delivery, timeoutMs);
      if (status !== null && status < 500 && status !== 429) return;
      if (!(await clock.wait(delayMs, pending.signal))) return;
    }
  }
  async function afterNext(url: string, delayMs: number): Promise<void> {
    const stop = new AbortController();
    const next = new Promise<void>((release) => delayed.set(url, [...(delayed.get(url) ?? []), release]));
    await Promise.race([next, clock.wait(delayMs, AbortSignal.any([stop.signal, pending.signal]))]);
    stop.abort();
  }
  return async (delivery, timeoutMs) => {
    const fault = faults.drawForWebhook();
    switch (fault?.name) {
      case 'lost':
        return 200;
      case 'unreachable':
        return null;
      case 'delayed':
        return (await clock.wait(fault.delayMs, pending.signal)) ? send(delivery, timeoutMs) : null;
      case 'duplicated': {
        const status = await send(delivery, timeoutMs);
        const again = clock.wait(fault.delayMs, pending.signal);
        pending.track(again.then((isDue) => (isDue ? sendLate(delivery, timeoutMs, fault.delayMs) : undefined)));
        return status;
      }
      case 'reordered':
        pending.track(afterNext(delivery.url, fault.delayMs).then(() => sendLate(delivery, timeoutMs, fault.delayMs)));
        return 200;
      case undefined:
        return send(delivery, timeoutMs);
    }
  };
}
