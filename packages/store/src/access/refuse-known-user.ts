import { AppError } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

interface Profile {
  readonly name: string;
  readonly email: string | null;
}

/** @throws {AppError} `conflict` if a user has this name or e-mail address in any letter case */
export async function refuseKnownUser(db: Kysely<Database>, { name, email }: Profile): Promise<void> {
  const known = await db
    .selectFrom('appUser')
    .select(['name', sql<boolean>`lower(email) = lower(${email})`.as('hasEmail')])
    .where(sql<SqlBool>`(lower(name) = lower(${name}) or lower(email) = lower(${email}))`)
    .limit(1)
    .executeTakeFirst();
  if (known === undefined) return;
  const what = known.hasEmail
    ? `The e-mail address ${email} belongs to “${known.name}”`
    : `“${known.name}” exists already`;
  throw new AppError(
    'conflict',
    `${what}. Create a sign-in link for that person in the list, or invite somebody else.`,
  );
}
