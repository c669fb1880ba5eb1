import { randomBytes } from 'node:crypto';
import { AppError, hourInMs, type Provider, WebhookState } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import { decryptSecret, encryptSecret, type SecretLocation, tryDecrypt } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { toJsonText } from '../sql/json-text.ts';

export interface WebhookReceiver {
  readonly provider: Provider;
  /** The secret part of the webhook's URL. */
  readonly webhookKey: string;
  /** Secrets that may sign a delivery: the current one, and the former one until 24 hours after its replacement. */
  readonly secrets: string[];
}

/** Milliseconds for which the provider may still deliver events that it signed with the former secret. */
const formerValidMs = 24 * hourInMs;

export function createWebhookQueries(db: Kysely<Database>, keyring: Keyring) {
  async function find<Column extends 'webhook' | 'webhookId' | 'webhookKey' | 'provider'>(
    id: string,
    columns: Column[],
  ) {
    const row = await db.selectFrom('connection').select(columns).where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw notFound(id);
    return row;
  }

  return {
    /**
     * Returns null if there is no such connection.
     * @throws {AppError} `misconfigured` if a webhook secret was encrypted with an unknown key
     */
    async findWebhookReceiver(connectionId: string): Promise<WebhookReceiver | null> {
      const row = await db
        .selectFrom('connection')
        .select(['provider', 'webhookKey', 'webhookSecret', 'formerWebhookSecret'])
        .select(sql<boolean>`webhook_rotated_at > now() - ${formerValidMs} * interval '1 ms'`.as('formerIsValid'))
        .where('id', '=', connectionId)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { provider, webhookKey, webhookSecret, formerWebhookSecret, formerIsValid } = row;
      const sealed = [webhookSecret, formerIsValid ? formerWebhookSecret : null].filter((secret) => secret !== null);
      return { provider, webhookKey, secrets: sealed.map((secret) => openSecret(secret, keyring, connectionId)) };
    },

    async listWebhookReceiverIds(): Promise<string[]> {
      const rows = await db.selectFrom('connection').select('id').where('webhookSecret', 'is not', null).execute();
      return rows.map(({ id }) => id);
    },

    /**
     * Replaces the webhook secret and returns the new one, which then has to be sent to the provider. The former secret
     * remains valid for 24 hours.
     * @throws {AppError} `not_found`
     */
    async rotateWebhookSecret(id: string): Promise<string> {
      const secret = randomBytes(32).toString('base64url');
      const replaced = await inTransaction(db, (transaction) =>
        replaceWebhookSecret(transaction, keyring, id, { secret, isDue: true }),
      );
      if (!replaced) throw notFound(id);
      return secret;
    },

    /**
     * Returns the path `/webhooks/<provider>/<id>/<key>`, to which the provider sends events.
     * @throws {AppError} `not_found`
     */
    async readWebhookPath(id: string): Promise<string> {
      const { provider, webhookKey } = await find(id, ['provider', 'webhookKey']);
      return `/webhooks/${provider}/${id}/${webhookKey}`;
    },

    /**
     * Updates the state of the webhook at the provider.
     * @param webhook.webhookId the id at the provider; null if the provider has no webhook
     * @param webhook.secret a secret that the provider created; replaces the current one like a rotation
     * @param webhook.sharedSecret the secret with which the provider now signs
     * @throws {AppError} `not_found`
     */
    setWebhook(
      id: string,
      state: Partial<WebhookState>,
      {
        webhookId,
        secret,
        sharedSecret,
      }: {
        readonly webhookId?: string | null;
        readonly secret?: string;
        readonly sharedSecret?: string | null;
      } = {},
    ): Promise<void> {
      const known = WebhookState.partial().parse(state);
      return inTransaction(db, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('connection')
          .set({
            webhook: sql`connection.webhook || ${toJsonText(known)}::jsonb`,
            ...(webhookId === undefined ? {} : { webhookId }),
          })
          .where('id', '=', id)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw notFound(id);
        if (secret !== undefined) {
          await replaceWebhookSecret(transaction, keyring, id, { secret, isDue: false });
        }
        if (sharedSecret !== undefined) await confirmWebhookSecret(transaction, keyring, id, sharedSecret);
      });
    },

    /** Returns the webhook's state and its id at the provider. @throws {AppError} `not_found` */
    async readWebhook(connectionId: string): Promise<WebhookState & { readonly id: string | null }> {
      const { webhook, webhookId } = await find(connectionId, ['webhook', 'webhookId']);
      return { id: webhookId, ...webhook };
    },
  };
}

/**
 * Replaces the webhook secret, unless the new one is equal.
 * @param isDue whether the new secret must still be sent to the provider
 * @returns false if there is no such connection
 */
export async function replaceWebhookSecret(
  db: Transaction<Database>,
  keyring: Keyring,
  id: string,
  { secret, isDue }: { readonly secret: string; readonly isDue: boolean },
): Promise<boolean> {
  const row = await lockWebhookSecret(db, id);
  if (row === undefined) return false;
  const { webhookSecret } = row;
  const former = webhookSecret && tryDecrypt(() => openSecret(webhookSecret, keyring, id));
  if (former === secret) return true;
  await db
    .updateTable('connection')
    .set({
      webhookSecret: encryptSecret(secret, keyring, locationOf(id)),
      // A secret that no known key decrypts can still be replaced.
      formerWebhookSecret: former === undefined ? null : webhookSecret,
      webhookRotatedAt: sql`now()`,
      // Only a delivery with the new signature shows that the provider has the new secret.
      webhook: sql`connection.webhook || ${toJsonText({ deliveredAt: null, ...(isDue ? { isSecretDue: true } : {}) })}::jsonb`,
    })
    .where('id', '=', id)
    .execute();
  return true;
}

/** Stores that the provider has the secret, unless the secret was replaced in the meantime. */
async function confirmWebhookSecret(
  db: Transaction<Database>,
  keyring: Keyring,
  id: string,
  sharedSecret: string | null,
): Promise<void> {
  const sealed = (await lockWebhookSecret(db, id))?.webhookSecret ?? null;
  const present = (sealed && tryDecrypt(() => openSecret(sealed, keyring, id))) ?? null;
  if (present !== sharedSecret) return;
  await db
    .updateTable('connection')
    .set({ webhook: sql`connection.webhook || '{"isSecretDue": false}'` })
    .where('id', '=', id)
    .execute();
}

function lockWebhookSecret(db: Transaction<Database>, id: string) {
  return db.selectFrom('connection').select('webhookSecret').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

function locationOf(connectionId: string): SecretLocation {
  return { owner: connectionId, what: 'webhook secret' };
}

function openSecret(sealed: Buffer, keyring: Keyring, connectionId: string): string {
  return decryptSecret(sealed, keyring, locationOf(connectionId)).toString('utf8');
}

function notFound(id: string): AppError {
  return new AppError('not_found', `There is no connection ${id}`);
}
