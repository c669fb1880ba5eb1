import type { FailureDraft, FailureTiming, Instant, StaleFailure } from '@refrain/domain';
import { type SqlBool, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { deriveRowId } from './drafts.ts';
import { parsedFailureColumns } from './failure-columns.ts';

/** How long Refrain tries to read a failure's newer version. Most outages and backfills are shorter. */
const refreshFor = sql`interval '7 days'`;
/** Maximum time between a request to the provider and the storage of the response. */
const underWay = sql`interval '5 minutes'`;

export interface FailureDraftWithConnection {
  readonly connectionId: string;
  readonly draft: FailureDraft;
}

interface OwnedPart extends FailureDraftWithConnection {
  /** Whether the draft has only some of the failure's fields, as a draft from an event does. */
  readonly isPart: boolean;
}

/** Completes partial drafts with the values of older drafts and of stored rows, and locks these rows. */
export async function completePartialDrafts<Draft extends OwnedPart>(
  db: Transaction<Database>,
  drafts: readonly Draft[],
): Promise<readonly Draft[]> {
  const ids = drafts.filter(({ isPart }) => isPart).map(idOf);
  if (ids.length === 0) return drafts;
  const stored = await db
    .selectFrom('failure')
    .select(parsedFailureColumns)
    .where(sql<SqlBool>`id = any(${ids})`)
    .orderBy('id')
    .forUpdate()
    .execute();
  const known = new Map<string, FailureDraft>(stored.map((row) => [row.id, row]));
  return [...drafts].sort(byVersion).map((owned) => {
    const id = idOf(owned);
    const before = known.get(id);
    const draft = owned.isPart && before !== undefined ? mergePartialFailure(owned.draft, before) : owned.draft;
    if (before === undefined || Date.parse(before.version) <= Date.parse(draft.version)) known.set(id, draft);
    return { ...owned, draft };
  });
}

/**
 * Marks stored failures as stale. Ignores failures that are not stored, because they will be read completely anyway.
 * @param than `older` marks only failures that are stored in an older version
 */
export async function markFailuresStale(
  db: Transaction<Database>,
  staleFailures: readonly { readonly connectionId: string; readonly item: Readonly<StaleFailure> }[],
  than: 'older' | 'any' = 'any',
): Promise<void> {
  if (staleFailures.length === 0) return;
  const ids = staleFailures.map(({ connectionId, item }) => deriveRowId('failure', connectionId, item));
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
 * Marks failures that were just read as no longer stale. A failure that was read in an old version stays stale for some
 * minutes, because the request may have been sent before the newer version existed.
 */
export async function markFailuresNotStale(
  db: Transaction<Database>,
  failures: readonly FailureDraftWithConnection[],
): Promise<void> {
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

function idOf({ connectionId, draft }: FailureDraftWithConnection): string {
  return deriveRowId('failure', connectionId, draft);
}

function byVersion(a: FailureDraftWithConnection, b: FailureDraftWithConnection): number {
  return Date.parse(a.draft.version) - Date.parse(b.draft.version);
}

/**
 * Completes a partial update of a failure with the stored values. For example, a webhook event contains the state of an
 * incident but not the text of its alerts and notes.
 */
export function mergePartialFailure(part: FailureDraft, known: FailureDraft): FailureDraft {
  return {
    ...part,
    text: known.text === '' ? part.text : known.text,
    services: part.services.length > 0 ? part.services : known.services,
    timing: joinTimings(part.timing, known.timing),
    severity: part.severity ?? known.severity,
    urgency: part.urgency ?? known.urgency,
    responders: part.responders ?? known.responders,
    references: [...new Set([...known.references, ...part.references])],
    url: part.url ?? known.url,
  };
}

function joinTimings(part: FailureTiming | null, known: FailureTiming | null): FailureTiming | null {
  if (part === null || known === null) return part ?? known;
  return {
    acknowledgedAt: earlier(part.acknowledgedAt, known.acknowledgedAt),
    mitigatedAt: earlier(part.mitigatedAt, known.mitigatedAt),
    reopenedAt: [...new Set([...known.reopenedAt, ...part.reopenedAt].map(inFull))].sort(),
  };
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  return [one, other].flatMap((instant) => (instant === null ? [] : inFull(instant))).sort()[0] ?? null;
}

/** Formats an instant with milliseconds in UTC, so that equal instants are equal strings. */
function inFull(instant: Instant): Instant {
  return new Date(instant).toISOString();
}
