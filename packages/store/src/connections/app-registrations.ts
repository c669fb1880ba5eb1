import { AppError, type Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { decryptSecret, encryptSecret } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';
import type { Database } from '../schema/database.ts';
import { toJsonText } from '../sql/json-text.ts';

export interface AppRegistration {
  /** The connection that is created once the app exists. */
  readonly wanted: unknown;
  /** The app's credentials; null until the provider has created the app. */
  readonly app: string | null;
  readonly connectionId: string | null;
}

export interface NewAppRegistration {
  readonly state: string;
  readonly wanted: unknown;
  readonly expiresAt: Instant;
  readonly userId: string;
  /** The token that began the registration; null if none did. When the token ends, the registration ends too. */
  readonly tokenId: string | null;
}

const isByAdmin = sql<SqlBool>`exists (
  select from app_user where id = user_id and role = 'admin' and disabled_at is null)`;

/** Stores apps that a person is creating at a provider, keyed by the `state` parameter of the redirect. */
export function createAppRegistrationQueries(db: Kysely<Database>, keyring: Keyring) {
  const locationOf = (state: string) => ({ owner: 'none', what: 'app', part: state }) as const;

  return {
    /** Stores a registration and deletes the expired ones. */
    async beginAppRegistration({ wanted, ...registration }: NewAppRegistration): Promise<void> {
      await db.deleteFrom('appRegistration').where('expiresAt', '<=', sql<string>`now()`).execute();
      await db
        .insertInto('appRegistration')
        .values({ ...registration, wanted: toJsonText(wanted) })
        .execute();
    },

    /**
     * Stores the credentials of the created app, encrypted.
     * @throws {AppError} `not_found` if no unexpired registration has this state
     */
    async storeRegisteredApp(state: string, app: string): Promise<void> {
      const { numUpdatedRows } = await db
        .updateTable('appRegistration')
        .set({ app: encryptSecret(app, keyring, locationOf(state)) })
        .where('state', '=', state)
        .where('expiresAt', '>', sql<string>`now()`)
        .where(isByAdmin)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new AppError('not_found', 'This app registration has ended. Start it again.');
    },

    /**
     * Returns null if no unexpired registration has this state, or the user of the registration is no longer an admin.
     * @throws {AppError} `misconfigured` if the credentials were encrypted with an unknown key
     */
    async findAppRegistration(state: string): Promise<AppRegistration | null> {
      const row = await db
        .selectFrom('appRegistration')
        .select(['wanted', 'app', 'connectionId'])
        .where('state', '=', state)
        .where('expiresAt', '>', sql<string>`now()`)
        .where(isByAdmin)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { wanted, app, connectionId } = row;
      return { wanted, app: app && decryptSecret(app, keyring, locationOf(state)).toString('utf8'), connectionId };
    },

    /** Stores the created connection, and deletes the app's credentials from the registration. */
    async finishAppRegistration(state: string, connectionId: string): Promise<void> {
      await db.updateTable('appRegistration').set({ connectionId, app: null }).where('state', '=', state).execute();
    },
  };
}
