import { type FailureDraft, fillIn, type StaleFailure } from '@refrain/domain';
import { type SqlBool, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { naturalId } from './drafts.ts';
import { failureAsReadColumns } from './failure-columns.ts';

/**
 * Providers that never tell what they announced are asked no longer than this. It outlasts a credential that is refused over
 * some days, and a long backfill, in which nothing is asked for by its id.
 */
const refreshFor = sql`interval '7 days'`;
/** What is read now was asked for no longer ago than this. */
const underWay = sql`interval '5 minutes'`;

export interface OwnedDraft {
  readonly connectionId: string;
  readonly draft: FailureDraft;
}

interface OwnedPart extends OwnedDraft {
  /** Whether it tells a part of what there is. */
  readonly isPart: boolean;
}

/**
 * Drafts of which those that tell a part are filled in with what is known: by the row that is stored, which no other writer
 * changes until the transaction ends, and by the older ones among the drafts.
 */
export async function fillInParts<Draft extends OwnedPart>(
  db: Transaction<Database>,
  drafts: readonly Draft[],
): Promise<readonly Draft[]> {
  const ids = drafts.filter(({ isPart }) => isPart).map(idOf);
  if (ids.length === 0) return drafts;
  const stored = await db
    .selectFrom('failure')
    .select(failureAsReadColumns)
    .where(sql<SqlBool>`id = any(${ids})`)
    .orderBy('id')
    .forUpdate()
    .execute();
  const known = new Map<string, FailureDraft>(stored.map((row) => [row.id, row]));
  return [...drafts].sort(byVersion).map((owned) => {
    const id = idOf(owned);
    const before = known.get(id);
    const draft = owned.isPart && before !== undefined ? fillIn(owned.draft, before) : owned.draft;
    if (before === undefined || Date.parse(before.version) <= Date.parse(draft.version)) known.set(id, draft);
    return { ...owned, draft };
  });
}

/**
 * Puts down that more is to be had of failures; of those that are not stored nothing is, as all of them is still to come.
 * @param than only of those that are stored in an older version, where `older`
 */
export async function markStale(
  db: Transaction<Database>,
  staleFailures: readonly { readonly connectionId: string; readonly item: Readonly<StaleFailure> }[],
  than: 'older' | 'any' = 'any',
): Promise<void> {
  if (staleFailures.length === 0) return;
  const ids = staleFailures.map(({ connectionId, item }) => naturalId('failure', connectionId, item));
  await sql`
    with wanted as (
      select id, max(version) as version
      from unnest(${ids}::text[], ${staleFailures.map(({ item }) => item.version)}::timestamptz[]) as news (id, version)
      group by id
    ), held as (
      select failure.id, wanted.version from failure join wanted using (id)
      where ${than === 'any'} or wanted.version > failure.version
      order by failure.id for update of failure
    )
    update failure
    set stale_version = greatest(failure.stale_version, held.version), stale_until = now() + ${refreshFor}
    from held where failure.id = held.id`.execute(db);
}

/**
 * What was read whole tells all there was up to its version, and of what came long enough before it was asked for, be it that
 * the provider gives no newer version for it.
 */
export async function clearStale(db: Transaction<Database>, failures: readonly OwnedDraft[]): Promise<void> {
  if (failures.length === 0) return;
  const ids = failures.map(idOf);
  const versions = failures.map(({ draft }) => draft.version);
  await sql`
    with read as (
      select id, max(version) as version
      from unnest(${ids}::text[], ${versions}::timestamptz[]) as read (id, version)
      group by id
    ), held as (
      select failure.id from failure join read using (id)
      where stale_until is not null and (stale_version <= read.version or stale_until < now() + ${refreshFor} - ${underWay})
      order by failure.id for update of failure
    )
    update failure set stale_until = null from held where failure.id = held.id`.execute(db);
}

function idOf({ connectionId, draft }: OwnedDraft): string {
  return naturalId('failure', connectionId, draft);
}

function byVersion(a: OwnedDraft, b: OwnedDraft): number {
  return Date.parse(a.draft.version) - Date.parse(b.draft.version);
}
