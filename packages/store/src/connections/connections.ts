import {
  AppError,
  Connection,
  ConnectionScope,
  type ConnectionStatus,
  defaultConnectionScope,
  type Provider,
} from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import { requireEncryptionKeys } from '../encryption/check-encryption-keys.ts';
import { decryptSecret, encryptSecret } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';
import type { ErasedNameRecogniserReader } from '../names/erased-names.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { toJsonText } from '../sql/json-text.ts';
import { stableId } from '../sql/stable-id.ts';
import { removeConnection } from './remove-connection.ts';
import { createStreamQueries } from './streams.ts';
import { createWebhookQueries, replaceWebhookSecret } from './webhooks.ts';

export interface ConnectionDraft {
  readonly provider: Provider;
  readonly account: string;
  readonly baseUrl: string | null;
  /** The scope to set. Null keeps the stored scope; a new connection then imports everything. */
  readonly scope: ConnectionScope | null;
  readonly credential: string | null;
  /** The webhook secret to set. Null keeps the stored secret. */
  readonly webhookSecret: string | null;
  /** Whether `webhookSecret` still has to be sent to the provider; absent if the provider created the secret. */
  readonly isWebhookSecretDue?: boolean;
  /** The webhook secret to set if `webhookSecret` is null and the connection has no stored secret. */
  readonly firstWebhookSecret?: string;
}

export function createConnectionQueries(
  db: Kysely<Database>,
  { keyring, erased }: { readonly keyring: Keyring; readonly erased: ErasedNameRecogniserReader },
) {
  const connections = () => db.selectFrom('connection').select(connectionColumns);

  async function readSecret(connectionId: string, column: 'credential' | 'webhookSecret'): Promise<string | null> {
    const row = await db.selectFrom('connection').select(column).where('id', '=', connectionId).executeTakeFirst();
    const sealed = row?.[column] ?? null;
    const location = { owner: connectionId, what: secretNames[column] };
    try {
      return sealed && decryptSecret(sealed, keyring, location).toString('utf8');
    } catch (cause) {
      await requireEncryptionKeys(db, keyring);
      throw new AppError(
        'credential_rejected',
        `No key decrypts the stored ${location.what}. Connect the account again.`,
        { cause },
      );
    }
  }

  return {
    ...createStreamQueries(db, erased),
    ...createWebhookQueries(db, keyring),

    /**
     * Creates a connection. If one with the same provider, base URL and account exists, updates and activates it and
     * keeps its webhook. A replaced webhook secret remains valid for 24 hours.
     */
    ensure(wanted: ConnectionDraft): Promise<Connection> {
      const id = stableId('connection', wanted.provider, wanted.baseUrl ?? '', wanted.account);
      const sealed = (secret: string | null, column: keyof typeof secretNames) =>
        secret === null ? null : encryptSecret(secret, keyring, { owner: id, what: secretNames[column] });
      const row = {
        id,
        provider: wanted.provider,
        account: wanted.account,
        baseUrl: wanted.baseUrl,
        scope: toJsonText(wanted.scope ?? defaultConnectionScope),
        status: 'active' as const,
        statusReason: null,
        credential: sealed(wanted.credential, 'credential'),
        webhookSecret: sealed(wanted.webhookSecret ?? wanted.firstWebhookSecret ?? null, 'webhookSecret'),
      };
      return inTransaction(db, async (transaction) => {
        const stored = await transaction
          .insertInto('connection')
          .values(row)
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet((excluded) => ({
              scope: excluded.ref(wanted.scope === null ? 'connection.scope' : 'excluded.scope'),
              status: excluded.ref('excluded.status'),
              statusReason: null,
              credential: excluded.ref('excluded.credential'),
              webhookSecret: excluded.fn.coalesce('connection.webhookSecret', 'excluded.webhookSecret'),
            })),
          )
          .returning(connectionColumns)
          .executeTakeFirstOrThrow();
        await clearProblems(transaction, id);
        if (wanted.webhookSecret !== null) {
          const isDue = wanted.isWebhookSecretDue ?? false;
          await replaceWebhookSecret(transaction, keyring, id, { secret: wanted.webhookSecret, isDue });
        }
        return toConnection(stored);
      });
    },

    /** Changes the scope of a connection and activates the connection. @throws {AppError} `not_found` */
    changeScope(id: string, scope: ConnectionScope): Promise<Connection> {
      return inTransaction(db, async (transaction) => {
        const stored = await transaction
          .updateTable('connection')
          .set({ scope: toJsonText(scope), status: 'active', statusReason: null })
          .where('id', '=', id)
          .returning(connectionColumns)
          .executeTakeFirst();
        if (stored === undefined) throw new AppError('not_found', `There is no connection ${id}`);
        await clearProblems(transaction, id);
        return toConnection(stored);
      });
    },

    async find(id: string): Promise<Connection | null> {
      const row = await connections().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toConnection(row);
    },

    async list(): Promise<Connection[]> {
      return (await connections().orderBy('createdAt').orderBy('id').execute()).map(toConnection);
    },

    /**
     * Returns whether more history will arrive: a backfill runs, or an account was connected within the last day and
     * has not finished one. A pass that only continues the last sync is no backfill.
     */
    async isBackfillPending(): Promise<boolean> {
      const { rows } = await sql<{ isAwaited: boolean }>`
        select exists (
          select from connection
          cross join lateral (
            select
              coalesce(bool_or(state in ('waiting', 'running') and is_past), false) as moves,
              coalesce(bool_and(state = 'done' or not is_past), false) as is_in
            from (
              select state, since is not distinct from reaches_back_to as is_past
              from stream where connection_id = connection.id
            ) as pass
          ) as past
          where provider <> 'archive' and (moves or (not is_in and created_at > now() - interval '1 day'))
        ) as is_awaited`.execute(db);
      return rows[0]?.isAwaited === true;
    },

    /**
     * @throws {AppError} `misconfigured` if this process lacks the encryption key; `credential_rejected` if no key
     * decrypts the value
     */
    readCredential: (id: string): Promise<string | null> => readSecret(id, 'credential'),
    readWebhookSecret: (id: string): Promise<string | null> => readSecret(id, 'webhookSecret'),

    async setStatus(id: string, status: ConnectionStatus, reason: string | null): Promise<void> {
      const { numUpdatedRows } = await db
        .updateTable('connection')
        .set({ status, statusReason: reason })
        .where('id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new AppError('not_found', `There is no connection ${id}`);
    },

    /** Removes a connection and all its data, in batches. Does nothing if the connection does not exist. */
    remove: (id: string): Promise<void> => removeConnection(db, id),
  };
}

/**
 * When a person reconnects or changes the scope, all problems are deleted. A problem that remains is detected again.
 */
async function clearProblems(db: Transaction<Database>, connectionId: string): Promise<void> {
  await db.deleteFrom('connectionProblem').where('connectionId', '=', connectionId).execute();
  await db.updateTable('scopeMember').set({ state: 'former' }).where('connectionId', '=', connectionId).execute();
}

const secretNames = { credential: 'credential', webhookSecret: 'webhook secret' } as const;

const connectionColumns = Connection.keyof().options;

/** Fills in scope fields that the stored version of the scope lacks. */
function toConnection(row: Connection): Connection {
  return { ...row, scope: ConnectionScope.parse(row.scope) };
}
