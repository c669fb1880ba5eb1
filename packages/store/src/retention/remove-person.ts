import { initialAdminId } from '@refrain/domain';
import type { Transaction } from 'kysely';
import { endUserAccess } from '../access/credentials.ts';
import { personNamesLock } from '../names/known-names-reader.ts';
import type { Database } from '../schema/database.ts';
import { acquireLock } from '../sql/in-transaction.ts';
import type { ErasureSubjectMatcher } from './erasure-subject.ts';
import type { RemovedRowCounts } from './remove-repository.ts';

const formerUserName = 'a former user';

/** Deletes the names of a person. A user with such a name loses access, and their decisions become anonymous. */
export async function removePerson(
  db: Transaction<Database>,
  matcher: ErasureSubjectMatcher,
): Promise<RemovedRowCounts> {
  await acquireLock(db, personNamesLock);
  const known = await db.selectFrom('personName').select('name').distinct().execute();
  const names = known.map(({ name }) => name).filter(matcher.isPerson);
  if (names.length > 0) await db.deleteFrom('personName').where('name', 'in', names).execute();
  const all = await db.selectFrom('appUser').select(['id', 'name', 'email', 'subject']).execute();
  // Compares whole names, because other users may share a part of a name. `subject` is the provider's URL, followed by
  // the user's id there.
  const users = all.filter(({ name, email, subject }) =>
    [name, email ?? '', ...subject.split(' ')].some(matcher.isPerson),
  );
  for (const { id } of users) {
    const isAdmin = id === initialAdminId;
    await db
      .updateTable('appUser')
      .set({
        name: formerUserName,
        email: null,
        ...(isAdmin ? {} : { subject: `forgotten/${id}`, disabledAt: new Date().toISOString() }),
      })
      .where('id', '=', id)
      .execute();
    if (!isAdmin) await endUserAccess(db, id);
  }
  return { person_name: names.length, app_user: users.length };
}
