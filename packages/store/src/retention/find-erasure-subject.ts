import * as domain from '@refrain/domain';
import { AppError, type ErasureSubject, type Provider } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../schema/database.ts';
import { createErasureSubjectMatcher, type ErasureSubjectNames } from './erasure-subject.ts';

/**
 * Finds all current and former names of the erasure's subject, and its ids at the providers.
 * @param repositoryProviders providers whose scope contains repositories; null stands for all providers
 * @throws {AppError} `conflict` for a name that cannot be erased
 */
export async function findErasureSubject(
  db: Kysely<Database>,
  subject: ErasureSubject,
  repositoryProviders: readonly Provider[] | null,
): Promise<ErasureSubjectNames> {
  if (subject.kind === 'person') {
    await refuseOwners(db, subject.names);
    await refuseReservedWords(db, subject.names);
    const person: ErasureSubjectNames = { kind: 'person', names: [...new Set(subject.names)], ids: [] };
    await refuseInPolicy(db, person);
    return person;
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
    where lower(name) = any(${names.map((name) => name.toLowerCase())})
      and (${repositoryProviders}::text[] is null or connection.provider = any(${repositoryProviders}::text[]))`.execute(
    db,
  );
  const spellings = [
    ...new Map([...names, ...members.map(({ name }) => name)].map((name) => [name.toLowerCase(), name])).values(),
  ];
  const repository: ErasureSubjectNames = {
    kind: 'repository',
    names: spellings,
    ids: [...new Set(members.map(({ id }) => id))],
  };
  await refuseInPolicy(db, repository);
  return repository;
}

/** Rejects a name that is also a word of Refrain, because removing the word would change enum values and settings. */
async function refuseReservedWords(db: Kysely<Database>, names: readonly string[]): Promise<void> {
  const { rows } = await sql<{ word: string }>`
    select distinct split_part(stream, ':', 1) as word from stream
    union select distinct subject from connection_problem
    union select distinct provider from connection`.execute(db);
  const words = [...listReservedWords(), ...rows.map(({ word }) => word)];
  for (const name of names) {
    if (!(await createErasureSubjectMatcher({ kind: 'person', names: [name], ids: [] }).finds(words))) continue;
    throw new AppError(
      'conflict',
      `“${name}” is also a word that Refrain itself uses, so it cannot be removed everywhere. Give names that only the person has, such as the full name and the email address.`,
    );
  }
}

/**
 * Rejects a name that occurs in the policy, because the erasure would replace the name with a placeholder, which is not
 * a valid setting.
 */
async function refuseInPolicy(db: Kysely<Database>, subject: ErasureSubjectNames): Promise<void> {
  const stored = await db.selectFrom('improvementPolicy').select('policy').executeTakeFirst();
  const matcher = createErasureSubjectMatcher(subject);
  const named = await matcher.filter(Object.entries(stored?.policy ?? {}), ([, value]) => value);
  if (named.length === 0) return;
  const settings = named.map(([name]) => name).join(', ');
  throw new AppError(
    'conflict',
    `The policy contains the name in ${settings}. Change the policy first (refrain policy set).`,
  );
}

/** Rejects the owner of imported repositories, because the removal would change the repositories' names. */
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
    `${owner.account} is the owner of imported repositories, whose names contain the owner. Erase these repositories first, or remove the connection`,
  );
}

/**
 * Returns the words that Refrain itself stores: enum values and field names of schemas. A name that equals such a word
 * cannot be erased.
 */
export function listReservedWords(): ReadonlySet<string> {
  const words = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (!(value instanceof z.ZodType)) {
      // This is a part of a schema's definition, such as a list of schemas.
      for (const part of Object.values(value)) visit(part);
      return;
    }
    if (value instanceof z.ZodEnum) for (const option of value.options) words.add(String(option));
    if (value instanceof z.ZodLiteral) for (const literal of value.values) words.add(String(literal));
    if (value instanceof z.ZodObject) {
      for (const [name, field] of Object.entries(value.shape)) {
        words.add(name);
        visit(field);
      }
    }
    visit(value.def);
  };
  for (const exported of Object.values(domain)) visit(exported);
  return words;
}
