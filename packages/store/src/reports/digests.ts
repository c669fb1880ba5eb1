import {
  AppError,
  type Digest,
  type DigestPeriod,
  type DigestScope,
  type ListedDigest,
  type StoredDigest,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { formatScopeName, writeEvents } from '../events/write-events.ts';
import type { Database } from '../schema/database.ts';
import { sha256 } from '../sql/hash.ts';
import { acquireLock, inTransaction } from '../sql/in-transaction.ts';
import { canonicalJson } from '../sql/json-text.ts';
import type { ListOrder } from '../sql/list-order.ts';
import { countListedRows, type ListPage, readListPage } from '../sql/list-page.ts';
import { stableId } from '../sql/stable-id.ts';

/** The number of new, returned, rising, falling and quiet patterns each that the list names for a digest. */
const maxNews = 3;

/** The one change under which the digest counts a pattern, as `findPatternChange` of the analysis determines it. */
const change = sql<string | null>`coalesce(digested ->> 'newRecurrence', digested ->> 'direction')`;

const newestFirst: ListOrder = {
  direction: 'desc',
  columns: [
    { key: 'startsAt', reference: 'digest.starts_at', type: 'timestamptz' },
    { key: 'createdAt', reference: 'digest.created_at', type: 'timestamptz' },
    { key: 'id', reference: 'digest.id', type: 'text' },
  ],
};

export interface DigestFilter {
  readonly scope?: DigestScope['kind'];
  /** Selects digests of the service or team with this name, ignoring case. */
  readonly name?: string;
  readonly period?: DigestPeriod['kind'];
  /** `all` lists all snapshots of each scope and period instead of only the newest. */
  readonly snapshots?: 'all';
  readonly after?: string;
  readonly limit: number;
}

export function createDigestQueries(db: Kysely<Database>) {
  function matching({ scope, name, period, snapshots }: Omit<DigestFilter, 'limit'>) {
    let query = db.selectFrom('digest');
    if (scope !== undefined) query = query.where('scope', '=', scope);
    if (name !== undefined) query = query.where(sql<SqlBool>`lower(name) = lower(${name})`);
    if (period !== undefined) query = query.where('period', '=', period);
    if (snapshots === undefined) {
      query = query.where(sql<SqlBool>`not exists (
        select from digest as later
        where (later.scope, later.name, later.period, later.starts_at)
            = (digest.scope, digest.name, digest.period, digest.starts_at)
          and (later.created_at, later.id) > (digest.created_at, digest.id))`);
    }
    return query;
  }

  return {
    /**
     * Stores a snapshot, unless an equal one is stored. Creates an event for the first snapshot of a period, and for
     * the first one after the period has ended.
     */
    async ensureDigest(digest: Digest): Promise<StoredDigest & { created: boolean }> {
      const content = canonicalJson(digest);
      const { scope, period } = digest;
      const id = stableId('digest', sha256(content));
      const isOver = Date.parse(digest.asOf) >= Date.parse(period.until);
      return inTransaction(db, async (transaction) => {
        // Without this lock, two concurrent writers could both create an event.
        await acquireLock(transaction, 'digests');
        const earlierDigests = await sql`
          select from digest
          where scope = ${scope.kind} and name = ${formatScopeName(scope)} and period = ${period.kind} and starts_at = ${period.from}
            and ((content->>'asOf')::timestamptz >= ends_at) = ${isOver}
          limit 1`.execute(transaction);
        const { rows } = await sql<{ id: string; createdAt: string; created: boolean }>`
          insert into digest (id, scope, name, period, starts_at, ends_at, content)
          values (${id}, ${scope.kind}, ${formatScopeName(scope)}, ${period.kind}, ${period.from}, ${period.until}, ${content}::jsonb)
          on conflict (id) do update set id = excluded.id
          returning id, created_at, xmax = 0 as created`.execute(transaction);
        const [row] = rows;
        if (row === undefined) throw new AppError('internal', `The digest of ${period.from} was not stored`);
        if (earlierDigests.rows.length === 0)
          await writeEvents(transaction, [{ type: 'digest_written', digestId: id }]);
        return { ...row, digest };
      });
    },

    async findDigest(id: string): Promise<StoredDigest | null> {
      const row = await db
        .selectFrom('digest')
        .select(['id', 'createdAt', 'content as digest'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },

    /** Returns the current name of each pattern, and the current title of each improvement, by id. */
    async listCurrentNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const { rows } = await sql<{ id: string; name: string }>`
        select id, name from pattern where id = any(${ids})
        union all
        select id, title from improvement where id = any(${ids})`.execute(db);
      return new Map(rows.map(({ id, name }) => [id, name]));
    },

    async findNewestDigest(scope: DigestScope, { kind, from }: DigestPeriod): Promise<StoredDigest | null> {
      const found = await matching({ scope: scope.kind, period: kind })
        .select(['id', 'createdAt', 'content as digest'])
        .where('name', '=', formatScopeName(scope))
        .where('startsAt', '=', from)
        .executeTakeFirst();
      return found ?? null;
    },

    /** Lists the newest snapshot of each digest, or all snapshots, newest period first. */
    async listDigests(filter: DigestFilter): Promise<ListPage<ListedDigest>> {
      const rows = matching(filter).select([
        'id',
        'createdAt',
        'startsAt',
        sql<Digest>`content - 'patterns'`.as('digest'),
        sql<ListedDigest['changes']>`(
          select json_build_object(
            'new', count(*) filter (where ${change} = 'new'),
            'returned', count(*) filter (where ${change} = 'returned'),
            'rising', count(*) filter (where ${change} = 'rising'),
            'falling', count(*) filter (where ${change} = 'falling'),
            'quiet', count(*) filter (where ${change} = 'quiet'))
          from jsonb_array_elements(content -> 'patterns') digested)`.as('changes'),
        sql<ListedDigest['news']>`coalesce((
          select json_agg(json_build_object('patternId', id, 'name', name, 'change', change)
            order by array_position(array['new', 'returned', 'rising', 'falling', 'quiet'], change), place)
          from (
            select digested ->> 'patternId' as id, coalesce(pattern.name, digested ->> 'name') as name, ${change} as change,
              row_number() over (
                partition by ${change} order by (digested -> 'impactHours')::float8 desc nulls last
              ) as place
            from jsonb_array_elements(content -> 'patterns') digested
            left join pattern on pattern.id = digested ->> 'patternId'
            where ${change} is not null
          ) as news
          where place <= ${maxNews}), '[]')`.as('news'),
      ]);
      const { after, limit } = filter;
      const count = () => countListedRows(db, matching(filter));
      const page = await readListPage(rows, { order: newestFirst, after, limit, count });
      const items = page.items.map(({ id, createdAt, digest, changes, news }) => {
        const {
          scope,
          period,
          episodes,
          episodesBefore,
          impactHours,
          impactHoursBefore,
          costliest,
          fixVerdicts,
          asOf,
          document,
        } = digest;
        const fixes = document.sections.find((section) => section.id === 'improvements')?.statements.length ?? 0;
        const figures = { episodes, episodesBefore, impactHours, impactHoursBefore, costliest, fixVerdicts };
        return { id, createdAt, title: document.title, scope, period, ...figures, asOf, changes, news, fixes };
      });
      return { ...page, items };
    },
  };
}
