import type { ChangeKind, Completeness, CompletenessDay, FailureKind, Instant } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { boundedExternalId } from '../failures/drafts.ts';
import { countUnassigned } from '../failures/list-failures.ts';
import type { Database } from '../schema/database.ts';
import type { CountOf } from '../sql/cached-counts.ts';
import { countOfAll } from '../sql/list-page.ts';
import { uncomparedStreams } from './reconciliations.ts';

type CountedDay = Omit<CompletenessDay, 'checkedAt'>;

interface Period {
  readonly since: Instant;
  readonly until: Instant;
}

const mostGaps = 1_000;

/** The books of what providers say exists, by connection, stream and day (UTC). */
export interface CompletenessQueries {
  /**
   * Puts down what was counted just now; a day that was counted before gets the new figures.
   * @throws {AppError} `not_found` when the connection is gone
   */
  record(connectionId: string, days: readonly CountedDay[]): Promise<void>;
  /**
   * Days of which `since` and `until` are within or before: `since` included, `until` excluded; by day, then stream.
   * @param period.stream of this one only
   * @param period.most the newest so many; all of them unless given
   */
  list(
    connectionId: string,
    period: Period & { readonly stream?: string; readonly most?: number },
  ): Promise<CompletenessDay[]>;
  /** What exists and what is stored of all days of a period. */
  sum(connectionId: string, period: Period): Promise<{ existing: number; stored: number }>;
  /** Those of the items that are stored, as failure or as change, each as `kind/externalId`. */
  listStored(
    connectionId: string,
    items: readonly { readonly kind: FailureKind | ChangeKind; readonly externalId: string }[],
  ): Promise<Set<string>>;
  /** Days on which less is stored than exists; the newest 1,000, newest first. */
  gaps(connectionId: string): Promise<{ stream: string; day: string }[]>;
  /** Of all accounts, in a few words. */
  summarise(): Promise<Completeness>;
}

export function createCompletenessQueries(db: Kysely<Database>, countOf: CountOf): CompletenessQueries {
  /** Days of an account on which anything is missing, in whichever of its streams. */
  const countGaps = () =>
    countOf({ gaps: 'of all' }, async () => {
      const days = db
        .selectFrom('completeness')
        .select(['connectionId', 'day'])
        .distinct()
        .whereRef('stored', '<', 'existing')
        .as('gap');
      return (await db.selectFrom(days).select(countOfAll).executeTakeFirstOrThrow()).total;
    });

  const countUncompared = async () => (await uncomparedStreams(db).select(countOfAll).executeTakeFirstOrThrow()).total;

  return {
    async record(connectionId, days) {
      await sql`
        insert into completeness (connection_id, stream, day, existing, stored)
        select distinct on (stream, day) ${connectionId}, stream, day, existing, stored
        from unnest(
          ${days.map(({ stream }) => stream)}::text[], ${days.map(({ day }) => day)}::date[],
          ${days.map(({ existing }) => existing)}::integer[], ${days.map(({ stored }) => stored)}::integer[]
        ) with ordinality as counted (stream, day, existing, stored, place)
        order by stream, day, place desc
        on conflict (connection_id, stream, day)
        do update set existing = excluded.existing, stored = excluded.stored, checked_at = now()`.execute(db);
    },

    async list(connectionId, { since, until, stream, most }) {
      let days = db.selectFrom('completeness');
      if (stream !== undefined) days = days.where('stream', '=', stream);
      if (most !== undefined) days = days.limit(most);
      const newestFirst = await days
        .select(['stream', dayText, 'existing', 'stored', 'checkedAt'])
        .where('connectionId', '=', connectionId)
        .where('day', '>=', dayOf(since))
        .where('day', '<', sql<string>`(${until}::timestamptz at time zone 'UTC')`)
        .orderBy('completeness.day', 'desc')
        .orderBy('stream', 'desc')
        .execute();
      return newestFirst.toReversed();
    },

    async sum(connectionId, { since, until }) {
      return db
        .selectFrom('completeness')
        .select([
          sql<number>`coalesce(sum(existing), 0)::float8`.as('existing'),
          sql<number>`coalesce(sum(stored), 0)::float8`.as('stored'),
        ])
        .where('connectionId', '=', connectionId)
        .where('day', '>=', dayOf(since))
        .where('day', '<', sql<string>`(${until}::timestamptz at time zone 'UTC')`)
        .executeTakeFirstOrThrow();
    },

    async listStored(connectionId, items) {
      const wanted = new Map(
        items.map((item) => [keyOf({ ...item, externalId: boundedExternalId(item.externalId) }), keyOf(item)]),
      );
      const { rows } = await sql<{ kind: string; externalId: string }>`
        with wanted as (
          select * from unnest(
            ${items.map(({ kind }) => kind)}::text[],
            ${items.map(({ externalId }) => boundedExternalId(externalId))}::text[]
          ) as item (kind, external_id)
        )
        select kind, external_id from wanted join failure using (kind, external_id) where connection_id = ${connectionId}
        union
        select kind, external_id from wanted join change using (kind, external_id) where connection_id = ${connectionId}`.execute(
        db,
      );
      return new Set(rows.flatMap((row) => wanted.get(keyOf(row)) ?? []));
    },

    gaps(connectionId) {
      return db
        .selectFrom('completeness')
        .select(['stream', dayText])
        .where('connectionId', '=', connectionId)
        .whereRef('stored', '<', 'existing')
        .orderBy('completeness.day', 'desc')
        .orderBy('stream')
        .limit(mostGaps)
        .execute();
    },

    async summarise() {
      const connections = await db
        .selectFrom('connection')
        .select(['account', 'statusReason'])
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return {
        accounts: connections.length,
        problems: connections.flatMap(({ account, statusReason }) =>
          statusReason === null ? [] : [{ account, problem: statusReason }],
        ),
        gaps: await countGaps(),
        uncompared: await countOf({ uncompared: 'of all' }, countUncompared),
        unassigned: await countOf({ unassigned: 'of all' }, () => countUnassigned(db)),
      };
    },
  };
}

const dayText = sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day');

function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

function keyOf({ kind, externalId }: { readonly kind: string; readonly externalId: string }): string {
  return `${kind}/${externalId}`;
}
