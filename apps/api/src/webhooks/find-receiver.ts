import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { receiveWebhook, type WebhookDelivery } from '@refrain/connectors';
import { AppError, elapsedMs, type RawRecord, secondInMs } from '@refrain/domain';
import type { ConnectionQueries } from '@refrain/store';

/** How long what is known of a connection is taken as it is: a burst of deliveries asks the database once. */
const freshForMs = 2 * secondInMs;
/** The pause between two queries for the ids, in milliseconds: a flood of unknown addresses costs no more queries than this. */
const listEveryMs = 100;
/** Connections that are remembered; more than any organisation has. */
const mostKept = 1_000;

export interface Receiver {
  readonly connectionId: string;
  readonly provider: 'github' | 'pagerduty';
  readonly secrets: readonly string[];
}

export interface Receivers {
  /** Null unless provider, connection and key belong together; which of them is wrong is not told. */
  find(provider: string, connectionId: string, key: string): Promise<Receiver | null>;
  /**
   * What a delivery says, if it is signed with one of the connection's secrets, as they are stored now.
   * @throws {AppError} `signature_invalid`
   */
  verify(receiver: Receiver, delivery: WebhookDelivery): Promise<RawRecord[]>;
}

interface Kept {
  readonly at: number;
  readonly found: ReturnType<ConnectionQueries['findReceiver']>;
}

type Connections = Pick<ConnectionQueries, 'findReceiver' | 'listReceiverIds'>;

export function createReceivers(connections: Connections, now = Date.now): Receivers {
  const kept = new Map<string, Kept>();
  const ids = createReceiverIds(connections, now);

  function read(connectionId: string, maxAgeMs: number): Kept['found'] {
    const known = kept.get(connectionId);
    if (known !== undefined && elapsedMs(known.at, now()) < maxAgeMs) return known.found;
    if (kept.size >= mostKept) kept.clear();
    const found = connections.findReceiver(connectionId);
    kept.set(connectionId, { at: now(), found });
    // A secret that is not there yet is stored a moment after the subscription is made: its first event must not wait for us.
    found
      .then((receiver) => receiver?.secrets.length || kept.delete(connectionId))
      .catch(() => kept.delete(connectionId));
    return found;
  }

  return {
    async find(provider, connectionId, key) {
      if (connectionId.length > 100 || key.length > 100) return null;
      if (!(await ids.has(connectionId))) return null;
      const found = await read(connectionId, freshForMs);
      if (found === null) ids.remove(connectionId);
      if (found === null || found.provider !== provider || found.provider === 'archive') return null;
      if (found.secrets.length === 0 || !isSame(found.webhookKey, key)) return null;
      return { connectionId, provider: found.provider, secrets: found.secrets };
    },

    async verify({ connectionId, provider, secrets }, delivery) {
      try {
        return await receiveWebhook(provider, delivery, secrets);
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.code !== 'signature_invalid') throw thrown;
        // The secret may have been renewed a moment ago. A flood of wrong signatures asks the database ten times a second.
        const fresh = await read(connectionId, 100);
        return receiveWebhook(provider, delivery, fresh?.secrets ?? []);
      }
    },
  };
}

/**
 * Keeps the ids of the connections that receive webhooks. An id that is not among them waits for the next list, which all
 * unknown ids of that time share, so a connection is found from the moment at which it is stored.
 */
function createReceiverIds({ listReceiverIds }: Connections, now: () => number) {
  let ids = new Set<string>();
  let listedAt = Number.NEGATIVE_INFINITY;
  let next: Promise<void> | null = null;

  async function list(): Promise<void> {
    // A clock that was set back makes the difference longer than the interval.
    await setTimeout(Math.max(0, Math.min(listedAt + listEveryMs - now(), listEveryMs)));
    next = null;
    listedAt = now();
    ids = new Set(await listReceiverIds());
  }

  return {
    async has(id: string): Promise<boolean> {
      if (ids.has(id)) return true;
      next ??= list();
      await next;
      return ids.has(id);
    },
    remove: (id: string) => void ids.delete(id),
  };
}

function isSame(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
