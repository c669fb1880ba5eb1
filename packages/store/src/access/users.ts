import { AppError, type Instant, localAdminId, type Role, type SignInMethod, type User } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Erased } from '../names/erased-names.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { storableText } from '../sql/json-text.ts';
import { randomId } from '../sql/stable-id.ts';
import type { TokenCache } from './cached-tokens.ts';
import { endAccess } from './end-access.ts';

/** What a provider of identities says of who signs in. */
export interface SignedInAs {
  readonly way: Exclude<SignInMethod, 'link'>;
  /** By what the provider knows them, for good. */
  readonly subject: string;
  readonly name: string;
  readonly email: string | null;
  /** What the provider says they may do, and goes on saying; null where it says nothing. */
  readonly role: Role | null;
  /** Why they are not one of those who may come, in a sentence; null where they are. */
  readonly refusal: string | null;
}

export interface UserChange {
  readonly name?: string;
  readonly role?: Role;
  readonly isDisabled?: boolean;
}

/** Who may sign in. The admin of the installation always may, and always is one. */
export interface UserQueries {
  /** Lists users, oldest first. */
  listUsers(): Promise<User[]>;
  findUser(id: string): Promise<User | null>;
  /** Tells whether anybody has ever signed in or used a token. */
  wasAnyUserSeen(): Promise<boolean>;
  /**
   * Adds a user who signs in by links that an admin makes.
   * @throws {AppError} `conflict` for an erased person
   */
  addUser(name: string, role: Role): Promise<User>;
  /**
   * Stores a user as the identity provider describes them.
   * @param newRole role of a new user without a role at the provider; null refuses them
   * @throws {AppError} `forbidden` for a deactivated, erased or refused person; ends their earlier access
   */
  ensureSignedInUser(as: SignedInAs, newRole: Role | null): Promise<User>;
  /**
   * Changes a user. Deactivating one ends all their sessions and tokens.
   * @throws {AppError} `not_found`; `conflict` if the local admin would lose the role, or for the name of an erased
   * person
   */
  changeUser(id: string, change: UserChange): Promise<User>;
}

export function createUserQueries(
  db: Kysely<Database>,
  { tokens, erased }: { readonly tokens: Pick<TokenCache, 'forget'>; readonly erased: Erased },
): UserQueries {
  const select = (on: Kysely<Database>) => on.selectFrom('appUser').select(columns);
  async function refuseErased(name: string): Promise<void> {
    if (!(await erased(db)).isPerson(name)) return;
    throw new AppError(
      'conflict',
      'Somebody of this name was forgotten here, as was asked for: lift that first (`npx refrain erase list`), or take another name.',
    );
  }
  const find = async (id: string, on = db) => (await select(on).where('id', '=', id).executeTakeFirst()) ?? null;
  return {
    listUsers: () => select(db).orderBy('createdAt').orderBy('id').execute(),
    findUser: (id) => find(id),
    async wasAnyUserSeen() {
      const seen = db.selectFrom('appUser').select('id').where('lastSeenAt', 'is not', null).limit(1);
      return (await seen.executeTakeFirst()) !== undefined;
    },
    async addUser(name, role) {
      await refuseErased(name);
      const id = randomId();
      return db
        .insertInto('appUser')
        .values({
          id,
          name: storableText(name),
          email: null,
          role,
          way: 'link' as const,
          subject: id,
          ...nothingYet,
        })
        .returning(columns)
        .executeTakeFirstOrThrow();
    },
    async ensureSignedInUser({ way, subject, name, email, role, refusal }, newRole) {
      const { isPerson } = await erased(db);
      if (isPerson(name) || (email !== null && isPerson(email)))
        throw new AppError(
          'forbidden',
          'You were forgotten here, as was asked for: an admin of Refrain can lift that.',
        );
      const outcome = await inTransaction(db, async (transaction) => {
        const known = await select(transaction)
          .select('roleFromProvider')
          .where('way', '=', way)
          .where('subject', '=', subject)
          .forUpdate()
          .executeTakeFirst();
        // What a provider told holds as long as it tells it.
        const given = role ?? (known?.roleFromProvider === false ? known.role : newRole);
        if (refusal !== null || (given === null && !known?.isDisabled)) {
          // Also where they came in before, by what no longer holds.
          if (known !== undefined) await endAccess(transaction, known.id);
          return refusal ?? 'You are not among those who may use Refrain: ask an admin of it.';
        }
        const said = {
          name: storableText(name),
          email: email === null ? null : storableText(email),
          role: given ?? 'viewer',
          roleFromProvider: role !== null,
        };
        const user = await transaction
          .insertInto('appUser')
          .values({ id: randomId(), way, subject, ...said, ...nothingYet })
          .onConflict((conflict) => conflict.columns(['way', 'subject']).doUpdateSet(said))
          .returning(columns)
          .executeTakeFirstOrThrow();
        if (user.isDisabled) throw new AppError('forbidden', 'An admin has closed your access to Refrain: ask one.');
        return user;
      });
      tokens.forget();
      if (typeof outcome === 'string') throw new AppError('forbidden', outcome);
      return outcome;
    },
    async changeUser(id, { name, role, isDisabled }) {
      if (name !== undefined) await refuseErased(name);
      const said = {
        ...(name === undefined ? {} : { name: storableText(name) }),
        ...(role === undefined ? {} : { role, roleFromProvider: false }),
        ...(isDisabled === undefined ? {} : { disabledAt: isDisabled ? sql<Instant>`now()` : null }),
      };
      if (id === localAdminId && ((role !== undefined && role !== 'admin') || isDisabled === true)) {
        throw new AppError(
          'conflict',
          'The admin of the installation stays one: by its link everybody else is let in again.',
        );
      }
      const changed = await inTransaction(db, async (transaction) => {
        const user =
          Object.keys(said).length === 0
            ? await find(id, transaction)
            : await transaction
                .updateTable('appUser')
                .set(said)
                .where('id', '=', id)
                .returning(columns)
                .executeTakeFirst();
        if (user == null) throw new AppError('not_found', `There is no user ${id}`);
        if (user.isDisabled) await endAccess(transaction, id);
        return user;
      });
      tokens.forget();
      return changed;
    },
  };
}

const nothingYet = { lastSeenAt: null, disabledAt: null } as const;

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
