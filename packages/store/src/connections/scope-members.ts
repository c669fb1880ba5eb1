import { AppError, type Provider } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { ErasedNameRecogniserReader } from '../names/erased-names.ts';
import type { RepositoryRename } from '../names/former-names.ts';
import {
  addFormerRepositoryNames,
  markFormerRepositoryNamesTaken,
  repositoryNamesLock,
} from '../names/former-names.ts';
import type { Database } from '../schema/database.ts';
import { acquireLock, analysisLock, inTransaction } from '../sql/in-transaction.ts';
import { renameRepository, renameRepositoryInStoredScope } from './rename-repository.ts';
import { removeStreams } from './rename-streams.ts';

/** A repository or service in a connection's scope, as of the latest poll. */
export interface ScopeMember {
  readonly id: string;
  readonly name: string;
  /** `former` members were in scope before the account was connected again, and no poll has listed them since. */
  readonly state: 'present' | 'gone' | 'former';
}

/** The result of a poll of the account's scope. */
export interface PolledScope {
  /** The members that were stored when the poll began. */
  readonly known: readonly ScopeMember[];
  readonly members: readonly ScopeMember[];
  /** Renamed repositories, sorted so that each new name is free when its rename is applied. */
  readonly renames: readonly RepositoryRename[];
  readonly services?: readonly RepositoryRename[];
}

/** Stores the repositories and services in a connection's scope by permanent id, to notice missing members. */
export function createScopeMemberQueries(db: Kysely<Database>, erased: ErasedNameRecogniserReader) {
  return {
    listScopeMembers: (connectionId: string): Promise<ScopeMember[]> => listMembers(db, connectionId),

    /** Lists the scope members of these providers' connections, except `gone` members, sorted by connection and id. */
    listPresentScopeMembers: (providers: readonly Provider[]): Promise<ScopeMember[]> =>
      db
        .selectFrom('scopeMember')
        .innerJoin('connection', 'connection.id', 'scopeMember.connectionId')
        .select(['scopeMember.id', 'scopeMember.name', 'scopeMember.state'])
        .where('connection.provider', 'in', [...providers])
        .where('scopeMember.state', '!=', 'gone')
        .orderBy('connection.id')
        .orderBy(sql`scope_member.id collate "C"`)
        .execute(),

    /**
     * Stores the polled members and renames repositories in all stored data, in one transaction.
     * @returns false, without a change, if the stored members differ from `known`
     * @throws {AppError} `not_found` if the connection was removed
     */
    async changeScopeMembers(
      connectionId: string,
      { known, members: found, renames, services = [] }: PolledScope,
    ): Promise<boolean> {
      const { isRepository } = await erased(db);
      const members = found.filter(({ name, id }) => !isRepository(name, id));
      return inTransaction(db, async (transaction) => {
        if (renames.length > 0) await acquireLock(transaction, analysisLock);
        await acquireLock(transaction, repositoryNamesLock);
        const connection = await transaction
          .selectFrom('connection')
          .select('id')
          .where('id', '=', connectionId)
          .executeTakeFirst();
        if (connection === undefined) throw new AppError('not_found', `There is no connection ${connectionId}`);
        if (!isSame(known, await listMembers(transaction, connectionId))) return false;
        for (const rename of renames) await renameRepository(transaction, connectionId, rename);
        for (const rename of services) await renameRepositoryInStoredScope(transaction, connectionId, rename);
        const names = members.filter(({ state }) => state === 'present').map(({ name }) => name);
        await markFormerRepositoryNamesTaken(transaction, connectionId, names);
        await transaction
          .deleteFrom('scopeMember')
          .where('connectionId', '=', connectionId)
          .where(sql<SqlBool>`id <> all(${members.map(({ id }) => id)})`)
          .execute();
        await sql`
          insert into scope_member (connection_id, id, name, state)
          select ${connectionId}, * from unnest(
            ${members.map(({ id }) => id)}::text[], ${members.map(({ name }) => name)}::text[],
            ${members.map(({ state }) => state)}::text[]
          )
          on conflict (connection_id, id) do update set name = excluded.name, state = excluded.state`.execute(
          transaction,
        );
        return true;
      });
    },

    /**
     * Stores the names that webhooks use for members. A new name is stored as a former name of the member, because a
     * repository may be renamed several times between two polls.
     */
    learnScopeNames: (connectionId: string, named: readonly Pick<ScopeMember, 'id' | 'name'>[]): Promise<void> =>
      addFormerRepositoryNames(db, connectionId, named),

    /** Deletes streams with their completeness counts. The streams' records stay. */
    removeStreams: (connectionId: string, streams: readonly string[]): Promise<void> =>
      inTransaction(db, (transaction) => removeStreams(transaction, connectionId, streams)),
  };
}

function listMembers(db: Kysely<Database>, connectionId: string): Promise<ScopeMember[]> {
  return db
    .selectFrom('scopeMember')
    .select(['id', 'name', 'state'])
    .where('connectionId', '=', connectionId)
    .orderBy(sql`id collate "C"`)
    .execute();
}

function isSame(one: readonly ScopeMember[], other: readonly ScopeMember[]): boolean {
  const stored = new Map(other.map((member) => [member.id, member]));
  return (
    one.length === other.length &&
    one.every(({ id, name, state }) => stored.get(id)?.name === name && stored.get(id)?.state === state)
  );
}
