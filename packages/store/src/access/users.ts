import {
  AppError,
  type Instant,
  initialAdminId,
  type ListedUser,
  type Role,
  type SignInMethod,
  type User,
  type UserUpdate,
} from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { ErasedNameRecogniserReader } from '../names/erased-names.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { toStorableText } from '../sql/json-text.ts';
import { randomId } from '../sql/stable-id.ts';
import { endUserAccess, now } from './credentials.ts';
import { refuseKnownUser } from './refuse-known-user.ts';
import type { TokenCache } from './tokens.ts';

/** The person who signs in, as described by the identity provider. */
export interface IdentityProfile {
  readonly signInMethod: Exclude<SignInMethod, 'link'>;
  /** The person's permanent id at the identity provider. */
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  /** The role that the provider assigns at each sign-in; null if the provider assigns none. */
  readonly role: Role | null;
  /** The reason, as a sentence, why the person may not sign in; null if they may. */
  readonly refusal: string | null;
}

/** Reads and writes users. The local admin cannot be deactivated and always keeps the role `admin`. */
export function createUserQueries(
  db: Kysely<Database>,
  { tokens, erased }: { readonly tokens: Pick<TokenCache, 'forget'>; readonly erased: ErasedNameRecogniserReader },
) {
  const select = (on: Kysely<Database>) => on.selectFrom('appUser').select(columns);
  async function refuseErased(name: string): Promise<void> {
    if (!(await erased(db)).isPerson(name)) return;
    throw new AppError(
      'conflict',
      'A person with this name was erased on request, so the name is blocked. Allow it again with `npx refrain erase list` and `npx refrain erase lift <id>`, or use another name.',
    );
  }
  const find = async (id: string, on = db) => (await select(on).where('id', '=', id).executeTakeFirst()) ?? null;
  return {
    listUsers: (): Promise<ListedUser[]> =>
      select(db)
        .select((is) =>
          is
            .selectFrom('signInLink')
            .select(({ fn }) => fn.max('expiresAt').as('expiresAt'))
            .whereRef('signInLink.userId', '=', 'appUser.id')
            .where('expiresAt', '>', now)
            .as('linkExpiresAt'),
        )
        .orderBy('createdAt')
        .orderBy('id')
        .execute(),
    findUser: (id: string): Promise<User | null> => find(id),
    /** Returns whether anybody has ever signed in or used a token. */
    async wasAnyUserSeen(): Promise<boolean> {
      const seen = db.selectFrom('appUser').select('id').where('lastSeenAt', 'is not', null).limit(1);
      return (await seen.executeTakeFirst()) !== undefined;
    },
    /**
     * Adds a user who signs in by links that an admin creates.
     * @throws {AppError} `conflict` for an erased person, and for the name or e-mail address of a user
     */
    async addUser(name: string, role: Role, email?: string): Promise<User> {
      await refuseErased(name);
      if (email !== undefined) await refuseErased(email);
      const id = randomId();
      const profile = { name: toStorableText(name), email: email === undefined ? null : toStorableText(email) };
      return inTransaction(db, async (transaction) => {
        // Two invitations of one person at the same time must not both succeed.
        await sql`lock table app_user in share row exclusive mode`.execute(transaction);
        await refuseKnownUser(transaction, profile);
        return transaction
          .insertInto('appUser')
          .values({ id, ...profile, role, signInMethod: 'link', subject: id })
          .returning(columns)
          .executeTakeFirstOrThrow();
      });
    },
    /**
     * Creates or updates a user from the profile at the identity provider.
     * @param newRole role of a new user to whom the provider assigns none; null rejects such a user
     * @throws {AppError} `forbidden` for a deactivated, erased or rejected person
     */
    async ensureSignedInUser(
      { signInMethod, subject, name, email, role, refusal }: IdentityProfile,
      newRole: Role | null,
    ): Promise<User> {
      const { isPerson } = await erased(db);
      if (isPerson(name) || (email !== null && isPerson(email)))
        throw new AppError(
          'forbidden',
          'Your data were erased on request, so you cannot sign in. An admin of Refrain can allow this again.',
        );
      const outcome = await inTransaction(db, async (transaction) => {
        const known = await select(transaction)
          .select('roleFromProvider')
          .where('signInMethod', '=', signInMethod)
          .where('subject', '=', subject)
          .forUpdate()
          .executeTakeFirst();
        // A role that the identity provider assigned ends when the provider no longer assigns one.
        const assigned = role ?? (known?.roleFromProvider === false ? known.role : newRole);
        if (refusal !== null || (assigned === null && !known?.isDisabled)) {
          // The person may no longer use Refrain, so earlier access ends too.
          if (known !== undefined) await endUserAccess(transaction, known.id);
          return refusal ?? 'You may not use Refrain. Ask an admin for access.';
        }
        const profile = {
          name: toStorableText(name),
          email: email === null ? null : toStorableText(email),
          role: assigned ?? 'viewer',
          roleFromProvider: role !== null,
        };
        const user = await transaction
          .insertInto('appUser')
          .values({ id: randomId(), signInMethod, subject, ...profile })
          .onConflict((conflict) => conflict.columns(['signInMethod', 'subject']).doUpdateSet(profile))
          .returning(columns)
          .executeTakeFirstOrThrow();
        if (user.isDisabled)
          throw new AppError('forbidden', 'An admin has closed your access to Refrain. Ask an admin to reactivate it.');
        return user;
      });
      tokens.forget();
      if (typeof outcome === 'string') throw new AppError('forbidden', outcome);
      return outcome;
    },
    /**
     * Changes a user. Deactivating a user ends all their sessions and tokens.
     * @throws {AppError} `not_found`; `conflict` if the local admin would lose the role `admin`, or for the name of an
     * erased person
     */
    async changeUser(id: string, { name, role, isDisabled }: UserUpdate): Promise<User> {
      if (name !== undefined) await refuseErased(name);
      const profile = {
        ...(name === undefined ? {} : { name: toStorableText(name) }),
        ...(role === undefined ? {} : { role, roleFromProvider: false }),
        ...(isDisabled === undefined ? {} : { disabledAt: isDisabled ? sql<Instant>`now()` : null }),
      };
      if (id === initialAdminId && ((role !== undefined && role !== 'admin') || isDisabled === true)) {
        throw new AppError(
          'conflict',
          'The local admin keeps the role, because its link can restore the access of everybody else.',
        );
      }
      const changed = await inTransaction(db, async (transaction) => {
        const user =
          Object.keys(profile).length === 0
            ? await find(id, transaction)
            : await transaction
                .updateTable('appUser')
                .set(profile)
                .where('id', '=', id)
                .returning(columns)
                .executeTakeFirst();
        if (user == null) throw new AppError('not_found', `There is no user ${id}`);
        if (user.isDisabled) await endUserAccess(transaction, id);
        return user;
      });
      tokens.forget();
      return changed;
    },
  };
}

const columns = [
  'id',
  'name',
  'email',
  'role',
  'signInMethod',
  'createdAt',
  'lastSeenAt',
  sql<boolean>`disabled_at is not null`.as('isDisabled'),
] as const;
