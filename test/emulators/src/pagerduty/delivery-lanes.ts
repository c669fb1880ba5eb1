import type { BackgroundWork } from '../http/background-work.ts';
import type { Clock } from '../http/clock.ts';
import type { OutgoingWebhookEvent } from './compose-delivery.ts';

/** Outcome of one delivery attempt. `retry`: no response, 429 or 5xx. `gone`: the subscription no longer exists. */
export type DeliveryAttemptOutcome = 'accepted' | 'refused' | 'retry' | 'gone';

export interface DeliveryLanes {
  /**
   * Sends an event after all earlier events of the same lane. Resolves after the first attempt, or immediately if the event has to wait for
   * the retry of an earlier event.
   */
  send(lane: string, sent: OutgoingWebhookEvent): Promise<void>;
  /** Clears the lanes whose name starts with a prefix. Deliveries in progress are not retried. */
  clear(prefix: string): void;
  count(): number;
}

interface Waiting {
  readonly sent: OutgoingWebhookEvent;
  readonly tried: () => void;
  readonly endsAt: number;
}

interface Lane {
  readonly queue: Waiting[];
  /** Whether the lane's first event waits for a retry. */
  isStuck: boolean;
  isCleared: boolean;
}

/**
 * Creates one queue for each lane. The events of a lane must be delivered in order, so each event waits until the previous one was accepted
 * or dropped.
 * @param delaysMs waits between the attempts; the last value applies to all further attempts
 * @param triedForMs milliseconds after which an event is dropped
 */
export function createDeliveryLanes(
  clock: Clock,
  pending: BackgroundWork,
  delaysMs: readonly number[],
  triedForMs: number,
  attempt: (sent: OutgoingWebhookEvent) => Promise<DeliveryAttemptOutcome>,
  dropped: (sent: OutgoingWebhookEvent) => void,
): DeliveryLanes {
  const lanes = new Map<string, Lane>();

  async function deliver(lane: Lane, { sent, tried, endsAt }: Waiting): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const outcome = await attempt(sent);
      tried();
      if (outcome === 'refused') dropped(sent);
      if (outcome !== 'retry' || lane.isCleared) return;
      if (clock.now() >= endsAt) return dropped(sent);
      lane.isStuck = true;
      for (const waiting of lane.queue) waiting.tried();
      const delay = delaysMs[Math.min(tries, delaysMs.length - 1)] ?? 0;
      if (!(await clock.wait(delay, pending.signal)) || lane.isCleared) return;
      lane.isStuck = false;
    }
  }
  async function drain(name: string, lane: Lane): Promise<void> {
    for (let first = lane.queue[0]; first !== undefined && !pending.signal.aborted; first = lane.queue[0]) {
      await deliver(lane, first);
      lane.queue.shift();
    }
    if (lanes.get(name) === lane) lanes.delete(name);
  }
  return {
    send(name, sent) {
      return new Promise((tried) => {
        const waiting = { sent, tried, endsAt: clock.now() + triedForMs };
        const lane = lanes.get(name);
        if (lane === undefined) {
          const opened: Lane = { queue: [waiting], isStuck: false, isCleared: false };
          lanes.set(name, opened);
          pending.track(drain(name, opened));
          return;
        }
        lane.queue.push(waiting);
        if (lane.isStuck) tried();
      });
    },
    clear(prefix) {
      for (const [name, lane] of lanes) {
        if (!name.startsWith(prefix)) continue;
        lanes.delete(name);
        lane.isCleared = true;
        for (const { tried } of lane.queue.splice(1)) tried();
      }
    },
    count: () => [...lanes.values()].reduce((total, { queue }) => total + queue.length, 0),
  };
}
