import { AppError, type Erasure, type ErasurePreview, type ErasureSubject, type Provider } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { decryptSecret, encryptSecret, type SecretLocation } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';
import { type ErasedNameRecogniserReader, ensureNameHashSecret } from '../names/erased-names.ts';
import { personNamesLock } from '../names/known-names-reader.ts';
import type { Database } from '../schema/database.ts';
import { acquireLock, inTransaction } from '../sql/in-transaction.ts';
import { toJsonText } from '../sql/json-text.ts';
import { randomId } from '../sql/stable-id.ts';
import { type ErasureStepPosition, listErasureSteps, runErasureStep } from './erasure-steps.ts';
import { createErasedNameHashes, createErasureSubjectMatcher, type ErasureSubjectNames } from './erasure-subject.ts';
import { findErasureSubject } from './find-erasure-subject.ts';
import { describeRetainedData, previewErasure } from './preview.ts';

const columns = [
  'id',
  'kind',
  'state',
  'step',
  'gone as rows',
  'kept',
  'requestedBy',
  'requestedAt',
  'endedAt',
] as const;

export function createErasureQueries(db: Kysely<Database>, keyring: Keyring, erased: ErasedNameRecogniserReader) {
  const locationOf = (id: string): SecretLocation => ({ owner: 'none', what: 'recognition', part: id });
  const erasures = (on: Kysely<Database>) => on.selectFrom('erasure').select(columns);

  async function read(id: string) {
    const row = await db.selectFrom('erasure').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined || row.subject === null) return null;
    return {
      ...row,
      subject: JSON.parse(decryptSecret(row.subject, keyring, locationOf(id)).toString('utf8')) as ErasureSubjectNames,
    };
  }

  return {
    /**
     * Describes what an erasure would remove, and what would remain outside Refrain.
     * @throws {AppError} `conflict` for a name that cannot be erased
     */
    async previewErasure(subject: ErasureSubject, repositoryProviders?: readonly Provider[]): Promise<ErasurePreview> {
      return previewErasure(db, await findErasureSubject(db, subject, repositoryProviders ?? null));
    },

    /**
     * Starts or repeats an erasure. From now on, no data about the subject are stored, and stored data about it will be
     * removed.
     * @param repositoryProviders providers whose scope contains repositories; by default, all providers
     * @throws {AppError} `conflict` for a name that cannot be erased, such as the owner of imported repositories
     */
    async requestErasure(
      subject: ErasureSubject,
      by: string,
      repositoryProviders?: readonly Provider[],
    ): Promise<Erasure> {
      const full = await findErasureSubject(db, subject, repositoryProviders ?? null);
      const id = randomId();
      return inTransaction(db, async (transaction) => {
        // Everything that stores texts acquires this lock too, so that later writes respect the erasure.
        await acquireLock(transaction, personNamesLock);
        const sealed = encryptSecret(JSON.stringify(full), keyring, locationOf(id));
        await transaction
          .insertInto('erasure')
          .values({ id, kind: full.kind, subject: sealed, requestedBy: createErasureSubjectMatcher(full).redact(by) })
          .execute();
        const marks = createErasedNameHashes(await ensureNameHashSecret(transaction, keyring), full);
        // Assigns even hashes of an earlier erasure to this one, so that `liftErasure` deletes them.
        await transaction
          .insertInto('erasedMark')
          .values(marks.map((mark) => ({ ...mark, erasureId: id })))
          .onConflict((conflict) => conflict.columns(['kind', 'hash']).doUpdateSet({ erasureId: id }))
          .execute();
        return erasures(transaction).where('id', '=', id).executeTakeFirstOrThrow();
      });
    },

    async findErasure(id: string): Promise<Erasure | null> {
      return (await erasures(db).where('id', '=', id).executeTakeFirst()) ?? null;
    },

    listErasures: (): Promise<Erasure[]> => erasures(db).orderBy('requestedAt', 'desc').orderBy('id').execute(),

    async listPendingErasures(): Promise<string[]> {
      const rows = await db
        .selectFrom('erasure')
        .select('id')
        .where('state', '=', 'pending')
        .orderBy('requestedAt')
        .execute();
      return rows.map(({ id }) => id);
    },

    /**
     * Allows data about the subject to be stored again. Removed data stay removed.
     * @throws {AppError} `not_found`; `conflict` while the erasure is running
     */
    liftErasure(id: string): Promise<void> {
      return inTransaction(db, async (transaction) => {
        const row = await transaction
          .selectFrom('erasure')
          .select('state')
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined) throw new AppError('not_found', `There is no erasure ${id}`);
        if (row.state === 'pending') throw new AppError('conflict', 'The erasure is running. Wait until it has ended.');
        await transaction.deleteFrom('erasedMark').where('erasureId', '=', id).execute();
        await transaction.deleteFrom('erasure').where('id', '=', id).execute();
      });
    },

    /**
     * Runs a batch of an erasure, in one transaction.
     * @returns `wait` if the next batch must wait some seconds; `last` if only `finishErasure` remains
     */
    async continueErasure(id: string): Promise<'more' | 'wait' | 'last'> {
      const row = await read(id);
      if (row === null) return 'last';
      const steps = await listErasureSteps(db, row.kind);
      const position = parsePosition(row.step) ?? { step: steps[0] ?? '', after: null };
      if (position.step === 'end') return 'last';
      const work = {
        db,
        keyring,
        subject: row.subject,
        matcher: createErasureSubjectMatcher(row.subject),
        requestedAt: row.requestedAt,
      };
      const result = await runErasureStep(work, position);
      if (result === null) return 'wait';
      const next =
        result.after !== null
          ? { ...position, after: result.after }
          : { step: steps[steps.indexOf(position.step) + 1] ?? 'end', after: null };
      const gone = { ...row.gone };
      for (const [table, count] of Object.entries(result.rows)) if (count > 0) gone[table] = (gone[table] ?? 0) + count;
      await db
        .updateTable('erasure')
        .set({ step: formatPosition(next), gone: toJsonText(gone) })
        .where('id', '=', id)
        .execute();
      return next.step === 'end' ? 'last' : 'more';
    },

    /** Returns all names of the subject while the erasure is running; afterwards an empty list. */
    async readErasedNames(id: string): Promise<readonly string[]> {
      return (await read(id))?.subject.names ?? [];
    },

    /** Ends an erasure and deletes the names of the subject. */
    async finishErasure(id: string): Promise<void> {
      const row = await read(id);
      if (row === null) return;
      await db
        .updateTable('erasure')
        .set({
          subject: null,
          step: null,
          state: 'done',
          kept: toJsonText(describeRetainedData(row.subject)),
          endedAt: sql<string>`now()`,
        })
        .where('id', '=', id)
        .execute();
    },

    /** Returns whether a repository was erased, by its name or its id at the provider. */
    isErased: async (name: string, id?: string): Promise<boolean> => (await erased(db)).isRepository(name, id),
  };
}

function parsePosition(text: string | null): ErasureStepPosition | null {
  if (text === null) return null;
  const [step = '', after = null] = text.split(' ');
  return { step, after };
}

function formatPosition({ step, after }: ErasureStepPosition): string {
  return after === null ? step : `${step} ${after}`;
}
