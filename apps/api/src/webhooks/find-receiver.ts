import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ProviderRegistry, WebhookDelivery } from '@refrain/connectors';
import { AppError, elapsedMs, type Provider, type RawRecord, secondInMs } from '@refrain/domain';
import type { ConnectionQueries } from '@refrain/store';

/** A burst of deliveries reads the connection once in this time. */
const freshForMs = 2 * secondInMs;
/** Minimum milliseconds between two lists of ids: it bounds the queries that a flood of unknown addresses causes. */
const listEveryMs = 100;
/** Maximum number of cached connections. */
const maxKept = 1_000;

export interface Receiver {
  readonly connectionId: string;
  readonly provider: Provider;
  readonly secrets: readonly string[];
}

export interface Receivers {
  /** Returns null unless provider, connection and key match, without telling which does not. */
  find(provider: string, connectionId: string, key: string): Promise<Receiver | null>;
  /**
   * Returns the records of a delivery that is signed with a current secret of the connection.
   * @throws {AppError} `signature_invalid`
   */
  verify(receiver: Receiver, delivery: WebhookDelivery): Promise<RawRecord[]>;
}

interface Kept {
  readonly at: number;
  readonly found: ReturnType<ConnectionQueries['findWebhookReceiver']>;
}

type Connections = Pick<ConnectionQueries, 'findWebhookReceiver' | 'listWebhookReceiverIds'>;

export function createReceivers(connections: Connections, providers: ProviderRegistry, now = Date.now): Receivers {
  const kept = new Map<string, Kept>();
  const ids = createReceiverIds(connections, now);

  function read(connectionId: string, maxAgeMs: number): Kept['found'] {
    const known = kept.get(connectionId);
    if (known !== undefined && elapsedMs(known.at, now()) < maxAgeMs) return known.found;
    if (kept.size >= maxKept) kept.clear();
    const found = connections.findWebhookReceiver(connectionId);
    kept.set(connectionId, { at: now(), found });
    // The first event may arrive a moment before the secret of a new subscription is stored.
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
      if (found?.provider !== provider || providers.find(provider)?.webhooks === undefined) return null;
      if (found.secrets.length === 0 || !isSame(found.webhookKey, key)) return null;
      return { connectionId, provider: found.provider, secrets: found.secrets };
    },

    async verify({ connectionId, provider, secrets }, delivery) {
      try {
        return await providers.receiveWebhook(provider, delivery, secrets);
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.code !== 'signature_invalid') throw thrown;
        // The secret may just have been rotated. A flood of wrong signatures reads it ten times a second.
        const fresh = await read(connectionId, 100);
        return providers.receiveWebhook(provider, delivery, fresh?.secrets ?? []);
      }
    },
  };
}

/**
 * Caches the ids of connections that receive webhooks. Unknown ids wait for the next list, which they share, so that a new
 * connection is found immediately.
 */
function createReceiverIds({ listWebhookReceiverIds }: Connections, now: () => number) {
  let ids = new Set<string>();
  let listedAt = Number.NEGATIVE_INFINITY;
  let next: Promise<void> | null = null;

  async function list(): Promise<void> {
    // After the clock was set back the difference exceeds the interval.
    await setTimeout(Math.max(0, Math.min(listedAt + listEveryMs - now(), listEveryMs)));
    next = null;
    listedAt = now();
    ids = new Set(await listWebhookReceiverIds());
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

function isSame(expected: string, actual: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(actual));
}
