import type { EnsuredWebhook, FailureSource } from '@refrain/connectors';
import { type Connection, dayInMs, elapsedMs, minuteInMs } from '@refrain/domain';
import type { IngestConfig } from '../config.ts';
import type { IngestDeps } from '../worker/deps.ts';

/** GitHub redelivers only deliveries of the last three days. */
const redeliveredWithinMs = 3 * dayInMs;
/** Each check also covers the last minutes before the previous one, because deliveries may have been in flight then. */
const overlapMs = 10 * minuteInMs;

export type HealthCheckDeps = IngestDeps & Pick<IngestConfig, 'publicUrl'>;

/** Creates or enables the webhook subscription and requests failed deliveries again, if the provider has webhooks. */
export async function checkWebhook(
  deps: HealthCheckDeps,
  connection: Connection,
  source: FailureSource,
  signal: AbortSignal,
): Promise<void> {
  const { store, publicUrl } = deps;
  const { id } = connection;
  const { ensureWebhook } = source;
  if (ensureWebhook === undefined) {
    await store.connections.setWebhook(id, { state: 'none', problem: null, checkedAt: nowOf(deps) });
    return;
  }
  if (publicUrl === null) {
    const problem =
      'Set REFRAIN_PUBLIC_URL to the address at which providers reach Refrain: until then, Refrain only polls.';
    await store.connections.setWebhook(id, { state: 'none', problem, checkedAt: nowOf(deps) });
    return;
  }
  if (await isRecentlyChecked(deps, connection)) return;
  const ensured = await ensure(deps, connection, publicUrl, ensureWebhook, signal);
  if (ensured.state === 'silent') {
    // The provider sends a ping to a new subscription. The second check notices that the ping was delivered.
    const again = await store.connections.find(id);
    if (again !== null) await ensure(deps, again, publicUrl, ensureWebhook, signal);
  }
  if (ensured.id !== null && ensured.state !== 'refused') await redeliver(deps, connection, ensured.id, source, signal);
}

/**
 * Returns whether the check can be skipped. Where each repository has its own webhook, a check takes a request per webhook, so a
 * connection with many working webhooks is checked less often.
 */
async function isRecentlyChecked({ store, now }: HealthCheckDeps, { id, webhook }: Connection): Promise<boolean> {
  // While a new secret is not yet sent to all webhooks, the check must not be skipped.
  if (webhook.state !== 'active' || webhook.checkedAt === null || !hasDelivered(webhook)) return false;
  const hooks = (await store.connections.readWebhook(id)).id?.split(',').length ?? 1;
  return hooks > 1 && elapsedMs(webhook.checkedAt, now()) < hooks * minuteInMs;
}

async function ensure(
  deps: HealthCheckDeps,
  { id, webhook }: Connection,
  publicUrl: string,
  ensureWebhook: NonNullable<FailureSource['ensureWebhook']>,
  signal: AbortSignal,
): Promise<EnsuredWebhook> {
  const { store } = deps;
  const checkedAt = nowOf(deps);
  const wanted = {
    url: `${publicUrl}${await store.connections.readWebhookPath(id)}`,
    secret: await store.connections.readWebhookSecret(id),
    id: (await store.connections.readWebhook(id)).id,
    hasReceived: hasDelivered(webhook),
    isSecretDue: webhook.isSecretDue ?? false,
  };
  const ensured = await ensureWebhook(wanted, signal);
  const isSecretSent = wanted.isSecretDue && (ensured.state !== 'refused' || ensured.isSecretShared === true);
  await store.connections.setWebhook(
    id,
    {
      state: ensured.state,
      problem: ensured.problem,
      checkedAt,
      ...(ensured.resetsReceived ? { deliveredAt: null } : {}),
    },
    {
      webhookId: ensured.id,
      ...(ensured.secret === null ? {} : { secret: ensured.secret }),
      ...(isSecretSent ? { sharedSecret: ensured.secret ?? wanted.secret } : {}),
    },
  );
  return ensured.state === 'silent' && (await hasDeliveredMeanwhile(deps, id, webhook))
    ? { ...ensured, state: 'active' }
    : ensured;
}

/**
 * Returns whether a delivery proves that the webhook works. Until a new secret is sent to the provider, deliveries
 * prove nothing, because they use the old secret.
 */
function hasDelivered({ deliveredAt, isSecretDue }: Connection['webhook']): boolean {
  return deliveredAt !== null && !isSecretDue;
}

/**
 * Returns whether a delivery arrived during the check. If one did, sets the webhook to `active` again, because the
 * check has overwritten this state.
 */
async function hasDeliveredMeanwhile(
  { store }: HealthCheckDeps,
  id: string,
  before: Connection['webhook'],
): Promise<boolean> {
  const { deliveredAt } = await store.connections.readWebhook(id);
  if (deliveredAt === null || deliveredAt === before.deliveredAt) return false;
  await store.connections.setWebhook(id, { state: 'active', problem: null });
  return true;
}

/** Requests the redelivery of failed deliveries. Lists only deliveries since the last check that found no failed delivery. */
async function redeliver(
  { store, now }: HealthCheckDeps,
  connection: Connection,
  webhookId: string,
  source: FailureSource,
  signal: AbortSignal,
): Promise<void> {
  if (source.redeliver === undefined) return;
  const startedAt = now();
  const completeUntil = (await store.completeness.findRedeliveredUntil(connection.id)) ?? connection.createdAt;
  const since = Math.max(startedAt - redeliveredWithinMs, Date.parse(completeUntil));
  const requested = await source.redeliver({ id: webhookId, since: new Date(since).toISOString() }, signal);
  if (requested > 0) return;
  const until = new Date(Math.max(since, startedAt - overlapMs)).toISOString();
  await store.completeness.recordRedeliveredUntil(connection.id, until);
}

function nowOf({ now }: HealthCheckDeps): string {
  return new Date(now()).toISOString();
}
