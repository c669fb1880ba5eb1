import { createHash, timingSafeEqual } from 'node:crypto';
import { receiveWebhook, type WebhookDelivery } from '@refrain/connectors';
import { AppError, type RawRecord, secondInMs } from '@refrain/domain';
import type { ConnectionQueries } from '@refrain/store';

/** How long what is known of a connection is taken as it is: a burst of deliveries asks the database once. */
const freshForMs = 2 * secondInMs;
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

export function createReceivers(connections: Pick<ConnectionQueries, 'findReceiver'>, now = Date.now): Receivers {
  const kept = new Map<string, Kept>();

  function read(connectionId: string, maxAgeMs: number): Kept['found'] {
    const known = kept.get(connectionId);
    if (known !== undefined && now() - known.at < maxAgeMs) return known.found;
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
      const found = await read(connectionId, freshForMs);
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

function isSame(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
