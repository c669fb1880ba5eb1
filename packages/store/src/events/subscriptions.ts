import { AppError, type DigestPeriod, type DigestScope, type EventType, type Subscription } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { requireEncryptionKeys } from '../encryption/check-encryption-keys.ts';
import { decryptSecret, encryptSecret } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';
import type { Database } from '../schema/database.ts';
import { toJsonText } from '../sql/json-text.ts';
import { randomId } from '../sql/stable-id.ts';
import { formatScopeName } from './write-events.ts';

export interface NewSubscriptionRow {
  readonly kind: Subscription['kind'];
  readonly address: string;
  /** The part of the URL that is not secret. */
  readonly shown: string;
  /** The signing secret; null for Slack. */
  readonly secret: string | null;
  readonly events: readonly EventType[];
  readonly scope: DigestScope;
  readonly period: DigestPeriod['kind'] | null;
}

/** The target of messages, with decrypted secrets. */
export interface SubscriptionTarget {
  readonly kind: Subscription['kind'];
  readonly address: string;
  readonly secret: string | null;
}

export function createSubscriptionQueries(db: Kysely<Database>, keyring: Keyring) {
  const subscriptions = () => db.selectFrom('subscription').select(columns);

  async function find(id: string): Promise<Subscription | null> {
    const row = await subscriptions().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toSubscription(row);
  }

  async function findPresent(id: string): Promise<Subscription> {
    const found = await find(id);
    if (found === null) throw missing(id);
    return found;
  }

  return {
    findSubscription: find,

    async addSubscription({ scope, address, secret, events, ...wanted }: NewSubscriptionRow): Promise<Subscription> {
      const id = randomId();
      const row = {
        ...wanted,
        id,
        scope: scope.kind,
        name: formatScopeName(scope),
        events: toJsonText(events),
        address: encryptSecret(address, keyring, { owner: id, what: 'address' }),
        secret: secret === null ? null : encryptSecret(secret, keyring, { owner: id, what: 'webhook secret' }),
      };
      await db.insertInto('subscription').values(row).execute();
      return findPresent(id);
    },

    async listSubscriptions(): Promise<Subscription[]> {
      return (await subscriptions().orderBy('createdAt').orderBy('id').execute()).map(toSubscription);
    },

    /**
     * @throws {AppError} `not_found`; `misconfigured` if this process lacks the key; `internal` if no key decrypts the
     * secrets
     */
    async readRecipient(id: string): Promise<SubscriptionTarget> {
      const row = await db
        .selectFrom('subscription')
        .select(['kind', 'address', 'secret'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) throw missing(id);
      const open = (sealed: Buffer, what: 'address' | 'webhook secret') =>
        decryptSecret(sealed, keyring, { owner: id, what }).toString('utf8');
      try {
        return {
          kind: row.kind,
          address: open(row.address, 'address'),
          secret: row.secret && open(row.secret, 'webhook secret'),
        };
      } catch (cause) {
        await requireEncryptionKeys(db, keyring);
        throw new AppError(
          'internal',
          'No key decrypts the stored URL or secret. Remove the subscription and create it again',
          { cause },
        );
      }
    },

    /**
     * Records the result of a test. A successful test enables the subscription again. @throws {AppError} `not_found`
     */
    async recordTest(id: string, problem: string | null): Promise<Subscription> {
      const change =
        problem === null
          ? sql`state = 'on', reason = null, failing_since = null, last_problem = null, last_problem_at = null`
          : sql`last_problem = ${problem}, last_problem_at = now()`;
      await sql`update subscription set ${change} where id = ${id}`.execute(db);
      return findPresent(id);
    },

    /** Removes a subscription with its pending deliveries. @throws {AppError} `not_found` */
    async removeSubscription(id: string): Promise<void> {
      const { numDeletedRows } = await db.deleteFrom('subscription').where('id', '=', id).executeTakeFirst();
      if (numDeletedRows === 0n) throw missing(id);
    },
  };
}

const countOf = (state: 'pending' | 'given_up') => sql<number>`(
  select count(*)::integer from delivery where subscription_id = subscription.id and delivery.state = ${state})`;

const columns = [
  ...(['id', 'kind', 'shown', 'events', 'scope', 'name', 'period', 'state', 'reason'] as const),
  ...(['lastDeliveredAt', 'lastProblem', 'lastProblemAt', 'createdAt'] as const),
  countOf('pending').as('pending'),
  countOf('given_up').as('givenUp'),
] as const;

type Row = Omit<Subscription, 'address' | 'scope'> & {
  readonly shown: string;
  readonly scope: DigestScope['kind'];
  readonly name: string;
};

function toSubscription({ shown, scope, name, ...row }: Row): Subscription {
  return { ...row, address: shown, scope: scope === 'organisation' ? { kind: scope } : { kind: scope, name } };
}

function missing(id: string): AppError {
  return new AppError('not_found', `There is no subscription ${id}.`);
}
