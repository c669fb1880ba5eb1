import type { Clock } from '../http/clock.ts';
import type { Pending } from '../http/pending.ts';
import type { Sent } from './compose-delivery.ts';

/** `retry`: no answer, 429 or 5xx. `gone`: there is nobody to send it to any more. */
export type Outcome = 'taken' | 'refused' | 'retry' | 'gone';

export interface Lanes {
  /**
   * Sends after everything that is in the lane already. Resolves when it was tried once, or when it has to wait behind
   * something that is tried again.
   */
  send(lane: string, sent: Sent): Promise<void>;
  /** Forgets what waits in the lanes whose name begins so; what is under way is not tried again. */
  clear(prefix: string): void;
  /** Events that are neither taken nor dropped. */
  count(): number;
}

interface Waiting {
  readonly sent: Sent;
  readonly tried: () => void;
  /** Milliseconds since 1970: when it is given up. */
  readonly endsAt: number;
}

interface Lane {
  readonly queue: Waiting[];
  /** Whether its first event waits to be tried again. */
  isStuck: boolean;
  isCleared: boolean;
}

/**
 * One queue for each lane: the next event goes out when the one before it was taken or dropped.
 * @param delaysMs waits between the tries; the last one is repeated
 * @param triedForMs how long an event is tried before it is given up
 * @param attempt tries once
 * @param dropped is told of each event that is given up
 */
export function createLanes(
  clock: Clock,
  pending: Pending,
  delaysMs: readonly number[],
  triedForMs: number,
  attempt: (sent: Sent) => Promise<Outcome>,
  dropped: (sent: Sent) => void,
): Lanes {
  const lanes = new Map<string, Lane>();

  /** Resolves when the event is taken, dropped or forgotten. */
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
