import { type Migration, sql } from 'kysely';
import { accessTables } from './access.ts';
import { catalogueTables } from './catalogue.ts';
import { connectionTables } from './connections.ts';
import { eventTables } from './events.ts';
import { failureTables } from './failures.ts';
import { improvementTables } from './improvements.ts';
import { inboxTables } from './inbox.ts';
import { patternTables } from './patterns.ts';
import { reportTables } from './reports.ts';
import { retentionTables } from './retention.ts';

/** In this order, every foreign key refers to an existing table. */
const statements = [
  accessTables,
  connectionTables,
  inboxTables,
  failureTables,
  catalogueTables,
  patternTables,
  reportTables,
  eventTables,
  improvementTables,
  retentionTables,
];

export const initialSchema: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
