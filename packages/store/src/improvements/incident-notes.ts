import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { storableText } from '../sql/json-text.ts';
import { stableId } from '../sql/stable-id.ts';

export interface IncidentNote {
  readonly id: string;
  readonly connectionId: string;
  readonly incidentId: string;
  readonly content: string;
  /** E-mail address of the user in whose name it is written. */
  readonly sender: string;
}

/** Notes on incidents that have just begun: one at most for each, whatever becomes of it. */
export interface IncidentNoteQueries {
  /** @returns its id; null where the incident had one already */
  owe(note: Omit<IncidentNote, 'id'>): Promise<string | null>;
  /** One that is owed, or begun without anybody knowing whether it was written; null where nothing is to be done any more. */
  findOpen(id: string): Promise<IncidentNote | null>;
  /** Those that began within so many milliseconds: a later one helps nobody. */
  listOwed(withinMs: number): Promise<string[]>;
  /** It may be there from now on, whatever is answered. @returns false where another did so first, or it is not owed any more */
  begin(id: string): Promise<boolean>;
  /** It was surely not written: it is owed as before. */
  takeBack(id: string): Promise<void>;
  settle(id: string, state: 'written' | 'given_up'): Promise<void>;
}

export function createIncidentNoteQueries(db: Kysely<Database>): IncidentNoteQueries {
  return {
    async owe({ connectionId, incidentId, content, sender }) {
      const id = stableId('note', connectionId, incidentId);
      const { numInsertedOrUpdatedRows: count } = await db
        .insertInto('incidentNote')
        .values({ id, connectionId, incidentId, content: storableText(content), sender })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return count === 1n ? id : null;
    },

    async findOpen(id) {
      const open = db
        .selectFrom('incidentNote')
        .select(['id', 'connectionId', 'incidentId', 'content', 'sender'])
        .where('id', '=', id)
        .where('state', 'in', ['owed', 'begun']);
      return (await open.executeTakeFirst()) ?? null;
    },

    async listOwed(withinMs) {
      const owed = db
        .selectFrom('incidentNote')
        .select('id')
        .where('state', '=', 'owed')
        .where(sql<boolean>`begun_at > now() - ${withinMs} * interval '1 millisecond'`);
      return (await owed.orderBy('begunAt').execute()).map(({ id }) => id);
    },

    async begin(id) {
      const begun = db.updateTable('incidentNote').set({ state: 'begun' }).where('id', '=', id);
      const { numUpdatedRows } = await begun.where('state', '=', 'owed').executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async takeBack(id) {
      const back = db.updateTable('incidentNote').set({ state: 'owed' }).where('id', '=', id);
      await back.where('state', '=', 'begun').execute();
    },

    async settle(id, state) {
      await db.updateTable('incidentNote').set({ state }).where('id', '=', id).execute();
    },
  };
}
