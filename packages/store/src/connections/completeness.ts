import type { ChangeKind, Completeness, CompletenessDay, FailureKind, Instant } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import { limitExternalIdLength } from '../failures/drafts.ts';
import { countUnassignedFailures } from '../failures/list-failures.ts';
import type { Database } from '../schema/database.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import { totalCountColumn } from '../sql/list-page.ts';
import { selectUncheckedStreams } from './reconciliations.ts';

type CountedDay = Omit<CompletenessDay, 'checkedAt'>;

export interface CompletenessPeriod {
  readonly since: Instant;
  readonly until: Instant;
}

const maxGaps = 1_000;

/** Stores how many records the provider has and how many are stored, by connection, stream and day (UTC). */
export function createCompletenessQueries(db: Kysely<Database>, countOf: CountCache) {
  /** Counts a day once per connection, even if several of the connection's streams miss records of that day. */
  const countGaps = () =>
    countOf({ gaps: 'of all' }, async () => {
      const days = db
        .selectFrom('completeness')
        .select(['connectionId', 'day'])
        .distinct()
        .whereRef('stored', '<', 'existing')
        .as('gap');
      return (await db.selectFrom(days).select(totalCountColumn).executeTakeFirstOrThrow()).total;
    });

  const countUncompared = async () =>
    (await selectUncheckedStreams(db).select(totalCountColumn).executeTakeFirstOrThrow()).total;

  return {
    /**
     * Stores the numbers of records per day, replacing earlier ones.
     * @throws {AppError} `not_found` if the connection was removed
     */
    async recordDays(connectionId: string, days: readonly CountedDay[]): Promise<void> {
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

    /**
     * Lists the counted days from `since` (included) to `until` (excluded), sorted by day, then stream.
     * @param period.most maximum number of days; the newest days are listed
     */
    async listDays(
      connectionId: string,
      { since, until, stream, most }: CompletenessPeriod & { readonly stream?: string; readonly most?: number },
    ): Promise<CompletenessDay[]> {
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

    /** Sums up how many records exist at the provider and how many are stored. */
    async sumDays(
      connectionId: string,
      { since, until }: CompletenessPeriod,
    ): Promise<{ existing: number; stored: number }> {
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

    /** Returns those of the given items that are stored as a failure or change, each as `kind/externalId`. */
    async listStoredItems(
      connectionId: string,
      items: readonly { readonly kind: FailureKind | ChangeKind; readonly externalId: string }[],
    ): Promise<Set<string>> {
      const wanted = new Map(
        items.map((item) => [keyOf({ ...item, externalId: limitExternalIdLength(item.externalId) }), keyOf(item)]),
      );
      const { rows } = await sql<{ kind: string; externalId: string }>`
        with wanted as (
          select * from unnest(
            ${items.map(({ kind }) => kind)}::text[],
            ${items.map(({ externalId }) => limitExternalIdLength(externalId))}::text[]
          ) as item (kind, external_id)
        )
        select kind, external_id from wanted join failure using (kind, external_id) where connection_id = ${connectionId}
        union
        select kind, external_id from wanted join change using (kind, external_id) where connection_id = ${connectionId}`.execute(
        db,
      );
      return new Set(rows.flatMap((row) => wanted.get(keyOf(row)) ?? []));
    },

    /** Lists up to 1,000 days on which stored records are missing, newest first. */
    listGaps(connectionId: string): Promise<{ stream: string; day: string }[]> {
      return db
        .selectFrom('completeness')
        .select(['stream', dayText])
        .where('connectionId', '=', connectionId)
        .whereRef('stored', '<', 'existing')
        .orderBy('completeness.day', 'desc')
        .orderBy('stream')
        .limit(maxGaps)
        .execute();
    },

    async summarise(): Promise<Completeness> {
      const connections = await db
        .selectFrom('connection')
        .select(['account', 'provider', 'statusReason'])
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return {
        accounts: connections.length,
        imported: connections.filter(({ provider }) => provider === 'archive').length,
        problems: connections.flatMap(({ account, statusReason }) =>
          statusReason === null ? [] : [{ account, problem: statusReason }],
        ),
        gaps: await countGaps(),
        uncompared: await countOf({ uncompared: 'of all' }, countUncompared),
        unassigned: await countOf({ unassigned: 'of all' }, () => countUnassignedFailures(db)),
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
