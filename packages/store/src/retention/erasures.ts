import {
  AppError,
  type Forgetting,
  type ForgettingPreview,
  type ForgettingSubject,
  type Provider,
} from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { type SecretPlace, seal, unseal } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';
import { ensureSecret, type Forgotten } from '../names/erased-names.ts';
import { namesLock } from '../names/known-names.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction, lockFor } from '../sql/in-transaction.ts';
import { toJsonText } from '../sql/json-text.ts';
import { randomId } from '../sql/stable-id.ts';
import { describeKept } from './describe-retained.ts';
import { listSteps, runStep, type StepPlace } from './erasure-steps.ts';
import { createMatcher, type FullSubject, marksOf } from './erasure-subject.ts';
import { findSubject } from './find-subject.ts';
import { previewForgetting } from './preview.ts';

/** Forgetting a repository or a person for good. */
export interface ForgettingQueries {
  /**
   * Describes what an erasure would remove, and what would remain outside Refrain. Changes nothing.
   * @throws {AppError} as `requestErasure`
   */
  previewErasure(subject: ForgettingSubject, repositoryProviders?: readonly Provider[]): Promise<ForgettingPreview>;
  /**
   * Starts an erasure: from now on nothing of the subject is stored, and what is stored becomes due for removal. A
   * repeated request runs it again.
   * @param by who requests it
   * @param repositoryProviders providers whose scope selects repositories; all by default
   * @throws {AppError} `conflict` for the owner of repositories that are in scope
   */
  requestErasure(
    subject: ForgettingSubject,
    by: string,
    repositoryProviders?: readonly Provider[],
  ): Promise<Forgetting>;
  findErasure(id: string): Promise<Forgetting | null>;
  /** Lists erasures, newest first. */
  listErasures(): Promise<Forgetting[]>;
  /** Lists the ids of unfinished erasures, oldest first. */
  listPendingErasures(): Promise<string[]>;
  /**
   * Allows the subject to be stored again. What was removed stays removed.
   * @throws {AppError} `not_found`; `conflict` while the erasure is running
   */
  liftErasure(id: string): Promise<void>;
  /**
   * Does a part of the work, in one transaction.
   * @returns `more`; `wait` if the rest has to be done some seconds later; `last` if only `finishErasure` remains
   */
  continueErasure(id: string): Promise<'more' | 'wait' | 'last'>;
  /** Returns every name of the subject while the erasure is running; none afterwards. */
  readErasedNames(id: string): Promise<readonly string[]>;
  /** Deletes the names of the subject. */
  finishErasure(id: string): Promise<void>;
  /** Tells whether a repository was erased, by its name or the provider's id. */
  isErased(name: string, id?: string): Promise<boolean>;
}

const columns = ['id', 'kind', 'state', 'step', 'gone as rows', 'kept', 'askedBy', 'askedAt', 'endedAt'] as const;

export function createForgettingQueries(
  db: Kysely<Database>,
  keyring: Keyring,
  forgotten: Forgotten,
): ForgettingQueries {
  const placeOf = (id: string): SecretPlace => ({ owner: 'none', what: 'recognition', part: id });
  const forgettings = (on: Kysely<Database>) => on.selectFrom('forgetting').select(columns);

  async function read(id: string) {
    const row = await db.selectFrom('forgetting').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined || row.subject === null) return null;
    return { ...row, subject: JSON.parse(unseal(row.subject, keyring, placeOf(id)).toString('utf8')) as FullSubject };
  }

  return {
    async previewErasure(subject, repositoryProviders) {
      return previewForgetting(db, await findSubject(db, subject, repositoryProviders ?? null));
    },

    async requestErasure(subject, by, repositoryProviders) {
      const full = await findSubject(db, subject, repositoryProviders ?? null);
      const id = randomId();
      return inTransaction(db, async (transaction) => {
        // Whoever stores texts holds it as well: those that come after this one can know.
        await lockFor(transaction, namesLock);
        const sealed = seal(JSON.stringify(full), keyring, placeOf(id));
        await transaction
          .insertInto('forgetting')
          .values({
            ...{ id, kind: full.kind, subject: sealed, askedBy: createMatcher(full).redact(by) },
            step: null,
            problem: null,
            endedAt: null,
          })
          .execute();
        const marks = marksOf(await ensureSecret(transaction, keyring), full);
        // The same again belongs to the newer one: to lift that takes it back.
        await transaction
          .insertInto('forgottenMark')
          .values(marks.map((mark) => ({ ...mark, forgettingId: id })))
          .onConflict((conflict) => conflict.columns(['kind', 'hash']).doUpdateSet({ forgettingId: id }))
          .execute();
        return forgettings(transaction).where('id', '=', id).executeTakeFirstOrThrow();
      });
    },

    async findErasure(id) {
      return (await forgettings(db).where('id', '=', id).executeTakeFirst()) ?? null;
    },

    listErasures: () => forgettings(db).orderBy('askedAt', 'desc').orderBy('id').execute(),

    async listPendingErasures() {
      const rows = await db
        .selectFrom('forgetting')
        .select('id')
        .where('state', '=', 'owed')
        .orderBy('askedAt')
        .execute();
      return rows.map(({ id }) => id);
    },

    liftErasure(id) {
      return inTransaction(db, async (transaction) => {
        const row = await transaction
          .selectFrom('forgetting')
          .select('state')
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined) throw new AppError('not_found', `Nothing was forgotten as ${id}`);
        if (row.state === 'owed')
          throw new AppError('conflict', 'It is being forgotten just now: wait until that is done.');
        await transaction.deleteFrom('forgottenMark').where('forgettingId', '=', id).execute();
        await transaction.deleteFrom('forgetting').where('id', '=', id).execute();
      });
    },

    async continueErasure(id) {
      const row = await read(id);
      if (row === null) return 'last';
      const steps = await listSteps(db, row.kind);
      const place = parsePlace(row.step) ?? { step: steps[0] ?? '', after: null };
      if (place.step === 'end') return 'last';
      const work = { db, keyring, subject: row.subject, matcher: createMatcher(row.subject), askedAt: row.askedAt };
      const result = await runStep(work, place);
      if (result === null) return 'wait';
      const next =
        result.after !== null
          ? { ...place, after: result.after }
          : { step: steps[steps.indexOf(place.step) + 1] ?? 'end', after: null };
      const gone = { ...row.gone };
      for (const [table, count] of Object.entries(result.rows)) if (count > 0) gone[table] = (gone[table] ?? 0) + count;
      await db
        .updateTable('forgetting')
        .set({ step: formatPlace(next), gone: toJsonText(gone) })
        .where('id', '=', id)
        .execute();
      return next.step === 'end' ? 'last' : 'more';
    },

    async readErasedNames(id) {
      return (await read(id))?.subject.names ?? [];
    },

    async finishErasure(id) {
      const row = await read(id);
      if (row === null) return;
      await db
        .updateTable('forgetting')
        .set({
          subject: null,
          step: null,
          state: 'done',
          kept: toJsonText(describeKept(row.subject)),
          endedAt: sql<string>`now()`,
        })
        .where('id', '=', id)
        .execute();
    },

    isErased: async (name, id) => (await forgotten(db)).isRepository(name, id),
  };
}

function parsePlace(text: string | null): StepPlace | null {
  if (text === null) return null;
  const [step = '', after = null] = text.split(' ');
  return { step, after };
}

function formatPlace({ step, after }: StepPlace): string {
  return after === null ? step : `${step} ${after}`;
}
