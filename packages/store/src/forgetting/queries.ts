import {
  AppError,
  type Forgetting,
  type ForgettingPreview,
  type ForgettingSubject,
  type Provider,
} from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import { type SecretPlace, seal, unseal } from '../encryption.ts';
import { inTransaction, lockFor } from '../in-transaction.ts';
import { toJsonText } from '../json-text.ts';
import type { Keyring } from '../keyring.ts';
import { namesLock } from '../known-names.ts';
import { randomId } from '../stable-id.ts';
import { describeKept } from './describe-kept.ts';
import { findSubject } from './find-subject.ts';
import { ensureSecret, type Forgotten } from './forgotten.ts';
import { previewForgetting } from './preview.ts';
import { listSteps, runStep, type StepPlace } from './steps.ts';
import { createMatcher, type FullSubject, marksOf } from './subject.ts';

/** Forgetting a repository or a person for good. */
export interface ForgettingQueries {
  /** What would go, and what would stay outside; nothing is changed. @throws {AppError} as `ask` */
  preview(subject: ForgettingSubject, repositoryProviders?: readonly Provider[]): Promise<ForgettingPreview>;
  /**
   * From now on nothing of it is taken in; what is there is owed to be removed. Asked again for the same, it is done again.
   * @param by who wants it
   * @param repositoryProviders those whose scope selects repositories; all by default
   * @throws {AppError} `conflict` for the owner of repositories that are taken in
   */
  ask(subject: ForgettingSubject, by: string, repositoryProviders?: readonly Provider[]): Promise<Forgetting>;
  find(id: string): Promise<Forgetting | null>;
  /** Newest first. */
  list(): Promise<Forgetting[]>;
  /** Oldest first. */
  listOwed(): Promise<string[]>;
  /**
   * Takes it in again from now on, where it comes. What is gone stays gone.
   * @throws {AppError} `not_found`; `conflict` while it is under way
   */
  lift(id: string): Promise<void>;
  /**
   * Does a part of what is owed, in one transaction.
   * @returns `more`; `wait` where the rest has to be done a few seconds later; `last` when all is done but `end`
   */
  work(id: string): Promise<'more' | 'wait' | 'last'>;
  /** All that something is known by which is being forgotten; none once it is. */
  readNames(id: string): Promise<readonly string[]>;
  /** Forgets the names themselves. */
  end(id: string): Promise<void>;
  /** Whether a repository was forgotten, by its name or its provider's id. */
  isForgotten(name: string, id?: string): Promise<boolean>;
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
    async preview(subject, repositoryProviders) {
      return previewForgetting(db, await findSubject(db, subject, repositoryProviders ?? null));
    },

    async ask(subject, by, repositoryProviders) {
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

    async find(id) {
      return (await forgettings(db).where('id', '=', id).executeTakeFirst()) ?? null;
    },

    list: () => forgettings(db).orderBy('askedAt', 'desc').orderBy('id').execute(),

    async listOwed() {
      const rows = await db
        .selectFrom('forgetting')
        .select('id')
        .where('state', '=', 'owed')
        .orderBy('askedAt')
        .execute();
      return rows.map(({ id }) => id);
    },

    lift(id) {
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

    async work(id) {
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

    async readNames(id) {
      return (await read(id))?.subject.names ?? [];
    },

    async end(id) {
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

    isForgotten: async (name, id) => (await forgotten(db)).isRepository(name, id),
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
