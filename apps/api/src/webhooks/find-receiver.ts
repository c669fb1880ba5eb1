import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ProviderRegistry, WebhookDelivery } from '@refrain/connectors';
import { AppError, elapsedMs, type Provider, type RawRecord, secondInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';

/** The time for which a connection is cached, so that a burst of deliveries reads it once. */
const cacheMs = 2 * secondInMs;
/** The minimum time between two queries for ids, which limits the load from a flood of unknown webhook URLs. */
const listEveryMs = 100;
const maxCached = 1_000;

export interface WebhookDeliveryReceiver {
  readonly connectionId: string;
  readonly provider: Provider;
  readonly secrets: readonly string[];
}

export interface WebhookDeliveryReceivers {
  /** Finds a connection by the parts of its webhook URL; null if a part does not match. */
  find(provider: string, connectionId: string, key: string): Promise<WebhookDeliveryReceiver | null>;
  /**
   * Returns the records of a delivery that is signed with a current secret of the connection.
   * @throws {AppError} `signature_invalid`
   */
  verify(receiver: WebhookDeliveryReceiver, delivery: WebhookDelivery): Promise<RawRecord[]>;
}

interface CachedReceiver {
  readonly at: number;
  readonly found: ReturnType<Store['connections']['findWebhookReceiver']>;
}

type Connections = Pick<Store['connections'], 'findWebhookReceiver' | 'listWebhookReceiverIds'>;

export function createWebhookDeliveryReceivers(
  connections: Connections,
  providers: ProviderRegistry,
  now = Date.now,
): WebhookDeliveryReceivers {
  const kept = new Map<string, CachedReceiver>();
  const ids = createReceiverIds(connections, now);

  function read(connectionId: string, maxAgeMs: number): CachedReceiver['found'] {
    const known = kept.get(connectionId);
    if (known !== undefined && elapsedMs(known.at, now()) < maxAgeMs) return known.found;
    if (kept.size >= maxCached) kept.clear();
    const found = connections.findWebhookReceiver(connectionId);
    kept.set(connectionId, { at: now(), found });
    // Does not cache a connection without a secret: the first event may arrive just before the secret is stored.
    found
      .then((receiver) => receiver?.secrets.length || kept.delete(connectionId))
      .catch(() => kept.delete(connectionId));
    return found;
  }

  return {
    async find(provider, connectionId, key) {
      if (connectionId.length > 100 || key.length > 100) return null;
      if (!(await ids.has(connectionId))) return null;
      const found = await read(connectionId, cacheMs);
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
        // Reads the secrets again, because they may just have been rotated. A flood of wrong signatures causes at most ten
        // queries per second.
        const fresh = await read(connectionId, 100);
        return providers.receiveWebhook(provider, delivery, fresh?.secrets ?? []);
      }
    },
  };
}

/** Caches the ids of connections that receive webhooks. Requests with unknown ids share the next query. */
function createReceiverIds({ listWebhookReceiverIds }: Connections, now: () => number) {
  let ids = new Set<string>();
  let listedAt = Number.NEGATIVE_INFINITY;
  let next: Promise<void> | null = null;

  async function list(): Promise<void> {
    // `Math.min` limits the wait to `listEveryMs` even if the clock was set back.
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
