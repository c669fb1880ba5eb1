import { AppError, type ForgettingSubject } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { FullSubject } from './subject.ts';

/** By all the names that it has and had, and the ids by which its providers know it. */
export async function findSubject(db: Kysely<Database>, subject: ForgettingSubject): Promise<FullSubject> {
  if (subject.kind === 'person') {
    await refuseOwners(db, subject.names);
    return { kind: 'person', names: [...new Set(subject.names)], ids: [] };
  }
  const { rows } = await sql<{ name: string }>`
    with recursive known as (
      select lower(${subject.name}::text) as name
      union
      select lower(case when lower(former) = known.name then present else former end)
      from former_name join known on known.name in (lower(former), lower(present))
      where taken_at is null
    )
    select name from known`.execute(db);
  const names = [...new Set([subject.name, ...rows.map(({ name }) => name)])];
  const { rows: members } = await sql<{ id: string; name: string }>`
    select distinct scope_member.id, name from scope_member join connection on connection.id = connection_id
    where connection.provider = 'github' and lower(name) = any(${names.map((name) => name.toLowerCase())})`.execute(db);
  const spelt = [
    ...new Map([...names, ...members.map(({ name }) => name)].map((name) => [name.toLowerCase(), name])).values(),
  ];
  return { kind: 'repository', names: spelt, ids: [...new Set(members.map(({ id }) => id))] };
}

/** Whose account is connected cannot be taken out of the names of its repositories: that would be other ones then. */
async function refuseOwners(db: Kysely<Database>, names: readonly string[]): Promise<void> {
  const { rows } = await sql<{ account: string }>`
    select account from connection where lower(account) = any(${names.map((name) => name.toLowerCase())})
    union
    select split_part(repository, '/', 1) from (select distinct repository from change) as known
    where lower(split_part(repository, '/', 1)) = any(${names.map((name) => name.toLowerCase())})`.execute(db);
  const [owner] = rows;
  if (owner === undefined) return;
  throw new AppError(
    'conflict',
    `${owner.account} is the owner of repositories that are taken in: forget these first, or remove the connection; a name that is part of theirs cannot be taken out`,
  );
}
