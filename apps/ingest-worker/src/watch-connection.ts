import type { FailureSource } from '@refrain/connectors';
import { type Connection, type ConnectionHealth, dayInMs } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from './deps.ts';
import { describeMissing, describeUnmatched } from './describe-health.ts';
import { withSource } from './with-source.ts';

/** Deliveries older than this can no longer be asked for. */
const redeliveredWithinMs = 3 * dayInMs;

export interface WatchDeps extends IngestDeps {
  /** Where providers reach the API, without a slash at its end; null where nobody said. */
  readonly publicUrl: string | null;
}

/**
 * Looks after one connection: which permissions it lacks, whether what was chosen is still there, whether the provider's
 * events come; a subscription that is missing is made, one that was switched off is switched on, and what could not be
 * delivered meanwhile is asked for again.
 */
export function createWatchConnection(deps: WatchDeps): Handler<'watch-connection'> {
  const { store, publicUrl, now } = deps;

  async function keepHealth(connection: Connection, { missing, visible }: ConnectionHealth): Promise<void> {
    await store.problems.set(connection.id, 'permissions', describeMissing(missing));
    await store.problems.set(connection.id, 'scope', describeUnmatched(connection, visible));
  }

  async function keepWebhook(connection: Connection, source: FailureSource, signal: AbortSignal): Promise<void> {
    const checkedAt = new Date(now()).toISOString();
    const { webhook, id } = connection;
    if (publicUrl === null) {
      const problem =
        'Set REFRAIN_PUBLIC_URL to the address at which providers reach Refrain: until then it only polls.';
      await store.connections.setWebhook(id, { state: 'none', problem, checkedAt });
      return;
    }
    const known = await store.connections.readWebhook(id);
    const ensured = await source.ensureWebhook(
      {
        url: `${publicUrl}${await store.connections.webhookPath(id)}`,
        secret: await store.connections.readWebhookSecret(id),
        id: known.id,
        heard: webhook.deliveredAt !== null,
      },
      signal,
    );
    await store.connections.setWebhook(
      id,
      { state: ensured.state, problem: ensured.problem, checkedAt },
      { webhookId: ensured.id, ...(ensured.secret === null ? {} : { secret: ensured.secret }) },
    );
    if (ensured.id === null || ensured.state === 'refused') return;
    const since = new Date(Math.max(now() - redeliveredWithinMs, Date.parse(connection.createdAt))).toISOString();
    await source.redeliver({ id: ensured.id, since }, signal);
  }

  return async ({ connectionId }, signal) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null || connection.provider === 'archive') return;
    await withSource(deps, connection, null, async (source) => {
      await keepHealth(connection, await source.verify(signal));
      await keepWebhook(connection, source, signal);
    });
  };
}
