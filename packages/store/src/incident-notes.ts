import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { storableText } from './json-text.ts';
import { stableId } from './stable-id.ts';

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
  /** Null where it is not owed any more. */
  findOwed(id: string): Promise<IncidentNote | null>;
  /** Those that began within so many milliseconds: a later one helps nobody. */
  listOwed(withinMs: number): Promise<string[]>;
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

    async findOwed(id) {
      const owed = db
        .selectFrom('incidentNote')
        .select(['id', 'connectionId', 'incidentId', 'content', 'sender'])
        .where('id', '=', id)
        .where('state', '=', 'owed');
      return (await owed.executeTakeFirst()) ?? null;
    },

    async listOwed(withinMs) {
      const owed = db
        .selectFrom('incidentNote')
        .select('id')
        .where('state', '=', 'owed')
        .where(sql<boolean>`begun_at > now() - ${withinMs} * interval '1 millisecond'`);
      return (await owed.orderBy('begunAt').execute()).map(({ id }) => id);
    },

    async settle(id, state) {
      await db.updateTable('incidentNote').set({ state }).where('id', '=', id).execute();
    },
  };
}
