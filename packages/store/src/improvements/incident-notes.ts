import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { toStorableText } from '../sql/json-text.ts';
import { stableId } from '../sql/stable-id.ts';

export interface IncidentNote {
  readonly id: string;
  readonly connectionId: string;
  readonly incidentId: string;
  readonly content: string;
  /** The email address of the user in whose name the note is written. */
  readonly sender: string;
}

/** Stores notes on new incidents. An incident gets at most one note, whatever happens to the note. */
export function createIncidentNoteQueries(db: Kysely<Database>) {
  return {
    /** Adds a note and returns its id; null if the incident already had a note. */
    async addNote({ connectionId, incidentId, content, sender }: Omit<IncidentNote, 'id'>): Promise<string | null> {
      const id = stableId('note', connectionId, incidentId);
      const { numInsertedOrUpdatedRows: count } = await db
        .insertInto('incidentNote')
        .values({ id, connectionId, incidentId, content: toStorableText(content), sender })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return count === 1n ? id : null;
    },

    /** Returns a note that is pending, or whose writing has begun without a known result. */
    async findOpenNote(id: string): Promise<IncidentNote | null> {
      const open = db
        .selectFrom('incidentNote')
        .select(['id', 'connectionId', 'incidentId', 'content', 'sender'])
        .where('id', '=', id)
        .where('state', 'in', ['pending', 'begun']);
      return (await open.executeTakeFirst()) ?? null;
    },

    /** Lists pending notes that were added less than `withinMs` milliseconds ago. Older notes come too late to help. */
    async listPendingNotes(withinMs: number): Promise<string[]> {
      const pending = db
        .selectFrom('incidentNote')
        .select('id')
        .where('state', '=', 'pending')
        .where(sql<boolean>`begun_at > now() - ${withinMs} * interval '1 millisecond'`);
      return (await pending.orderBy('begunAt').execute()).map(({ id }) => id);
    },

    /**
     * Records that the note may exist at the provider from now on.
     * @returns false if the note is not pending, for example because another worker has begun it
     */
    async beginNote(id: string): Promise<boolean> {
      const begun = db.updateTable('incidentNote').set({ state: 'begun' }).where('id', '=', id);
      const { numUpdatedRows } = await begun.where('state', '=', 'pending').executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    /** Makes a note pending again after an attempt that certainly did not write it. */
    async resetNote(id: string): Promise<void> {
      const back = db.updateTable('incidentNote').set({ state: 'pending' }).where('id', '=', id);
      await back.where('state', '=', 'begun').execute();
    },

    async finishNote(id: string, state: 'written' | 'given_up'): Promise<void> {
      await db.updateTable('incidentNote').set({ state }).where('id', '=', id).execute();
    },
  };
}
