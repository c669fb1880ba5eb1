import { AppError, type Instant, type Role, type SignInWay, type User } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { inTransaction, lockFor } from './in-transaction.ts';
import { storableText } from './json-text.ts';
import type { KeptTokens } from './kept-tokens.ts';
import { randomId } from './stable-id.ts';

/** What a provider of identities says of who signs in. */
export interface SignedInAs {
  readonly way: Exclude<SignInWay, 'link'>;
  /** By what the provider knows them, for good. */
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  /** What the provider says they may do, and goes on saying; null where it says nothing. */
  readonly role: Role | null;
}

export interface UserChange {
  readonly name?: string;
  readonly role?: Role;
  readonly isDisabled?: boolean;
}

/** Who may sign in. There is always an admin who may. */
export interface UserQueries {
  /** Oldest first. */
  list(): Promise<User[]>;
  find(id: string): Promise<User | null>;
  /** Somebody who signs in by links that an admin makes. */
  add(name: string, role: Role): Promise<User>;
  /**
   * Who signs in, as their provider tells it; somebody new gets a role.
   * @param newRole of somebody new of whom the provider says nothing; null lets none of these in
   * @throws {AppError} `forbidden` for somebody disabled, and somebody new who is not let in
   */
  ensureSignedIn(as: SignedInAs, newRole: Role | null): Promise<User>;
  /** Ends all sessions of somebody who is disabled. @throws {AppError} `not_found`; `conflict` for the last admin */
  change(id: string, change: UserChange): Promise<User>;
}

export function createUserQueries(db: Kysely<Database>, tokens: Pick<KeptTokens, 'forget'>): UserQueries {
  const select = (on: Kysely<Database>) => on.selectFrom('appUser').select(columns);
  const find = async (id: string, on = db) => (await select(on).where('id', '=', id).executeTakeFirst()) ?? null;
  return {
    list: () => select(db).orderBy('createdAt').orderBy('id').execute(),
    find: (id) => find(id),
    async add(name, role) {
      const id = randomId();
      return db
        .insertInto('appUser')
        .values({
          ...{ id, name: storableText(name), email: null, role, way: 'link' as const, subject: id },
          ...nothingYet,
        })
        .returning(columns)
        .executeTakeFirstOrThrow();
    },
    ensureSignedIn({ way, subject, name, email, role }, newRole) {
      return inTransaction(db, async (transaction) => {
        const known = await select(transaction)
          .where('way', '=', way)
          .where('subject', '=', subject)
          .forUpdate()
          .executeTakeFirst();
        if (known?.isDisabled) throw new AppError('forbidden', 'An admin has closed your access to Refrain: ask one.');
        const given = role ?? known?.role ?? newRole;
        if (given === null) {
          throw new AppError('forbidden', 'You are not among those who may use Refrain: ask an admin of it.');
        }
        const said = { name: storableText(name), email: email === null ? null : storableText(email), role: given };
        return transaction
          .insertInto('appUser')
          .values({ ...{ id: randomId(), way, subject, ...said }, ...nothingYet })
          .onConflict((conflict) => conflict.columns(['way', 'subject']).doUpdateSet(said))
          .returning(columns)
          .executeTakeFirstOrThrow();
      });
    },
    async change(id, { name, role, isDisabled }) {
      const changed = await inTransaction(db, async (transaction) => {
        // One after the other, so that two do not take the last two admins their role.
        await lockFor(transaction, 'users');
        const known = await find(id, transaction);
        if (known === null) throw new AppError('not_found', `There is no user ${id}`);
        const user = await transaction
          .updateTable('appUser')
          .set({
            ...(name === undefined ? {} : { name: storableText(name) }),
            ...(role === undefined ? {} : { role }),
            ...(isDisabled === undefined ? {} : { disabledAt: isDisabled ? sql<Instant>`now()` : null }),
          })
          .where('id', '=', id)
          .returning(columns)
          .executeTakeFirstOrThrow();
        const admin = await select(transaction).where(isActingAdmin).limit(1).executeTakeFirst();
        if (admin === undefined) {
          throw new AppError('conflict', 'This is the last admin: make somebody else one first.');
        }
        if (user.isDisabled) await transaction.deleteFrom('session').where('userId', '=', id).execute();
        return user;
      });
      tokens.forget();
      return changed;
    },
  };
}

const nothingYet = { lastSeenAt: null, disabledAt: null } as const;
const isActingAdmin = sql<SqlBool>`role = 'admin' and disabled_at is null`;

const columns = [
  'id',
  'name',
  'email',
  'role',
  'way',
  'createdAt',
  'lastSeenAt',
  sql<boolean>`disabled_at is not null`.as('isDisabled'),
] as const;
