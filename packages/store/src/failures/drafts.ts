import type { ChangeDraft, FailureDraft, Instant } from '@refrain/domain';
import type { Kysely, Transaction } from 'kysely';
import { applyCurrentRepositoryNames, lockFormerRepositoryNames } from '../names/former-names.ts';
import { resolveRowIds } from '../names/row-aliases.ts';
import type { Database } from '../schema/database.ts';
import { toStorableText } from '../sql/json-text.ts';
import { stableId } from '../sql/stable-id.ts';
import { type UpsertColumn, upsertRows } from './upsert-rows.ts';

export interface Owned<Draft> {
  readonly connectionId: string;
  readonly draft: Draft;
  /** When the source record was received; absent for drafts that a detector has just created. */
  readonly receivedAt?: Instant;
}

interface Stored<Draft> {
  readonly id: string;
  readonly connectionId: string;
  readonly draft: Draft;
}

const shared: readonly UpsertColumn[] = [
  ['id', 'text'],
  ['connection_id', 'text'],
  ['kind', 'text'],
  ['external_id', 'text'],
  ['title', 'text'],
  ['text', 'text'],
  ['repository', 'text'],
  ['environment', 'text'],
  ['paths', 'jsonb'],
  ['sha', 'text'],
  ['occurred_at', 'timestamptz'],
  ['url', 'text'],
  ['version', 'timestamptz'],
  ['fingerprint', 'bigint'],
];

const failureColumns: readonly UpsertColumn[] = [
  ...shared,
  ['services', 'jsonb'],
  ['resolved_at', 'timestamptz'],
  ['precision', 'text'],
  ['timing', 'jsonb'],
  ['severity', 'text'],
  ['urgency', 'text'],
  ['responders', 'integer'],
  ['references', 'jsonb'],
  ['is_failure', 'boolean'],
  ['confidence', 'float8'],
  ['deciding_words', 'jsonb'],
];

const changeColumns: readonly UpsertColumn[] = [
  ...shared,
  ['parents', 'jsonb'],
  ['number', 'integer'],
  ['branch', 'text'],
  ['base', 'text'],
  ['succeeded', 'boolean'],
];

/** @returns the number of failures that are new or have new content */
export async function upsertFailures(
  db: Transaction<Database>,
  drafts: readonly Owned<FailureDraft>[],
): Promise<number> {
  return (await writeFailures(db, await identify(db, 'failure', drafts))).length;
}

/** @returns the number of changes that are new or have new content, and their distinct repositories, sorted */
export async function upsertChanges(
  db: Transaction<Database>,
  drafts: readonly Owned<ChangeDraft>[],
): Promise<{ changed: number; repositories: string[] }> {
  const changed = await writeChanges(db, await identify(db, 'change', drafts));
  const repositories = new Set(changed.map(({ repository }) => repository ?? ''));
  return { changed: changed.length, repositories: [...repositories].sort() };
}

/** Writes failures under the given ids, and returns those that are new or have new content. */
export function writeFailures(
  db: Kysely<Database>,
  drafts: readonly Stored<FailureDraft>[],
): Promise<{ repository: string | null }[]> {
  const rows = drafts.map(({ id, connectionId, draft }) => ({
    ...sharedValues(id, connectionId, draft),
    services: draft.services,
    resolved_at: draft.resolvedAt && storableInstant(draft.resolvedAt),
    precision: draft.precision,
    timing: draft.timing,
    severity: draft.severity,
    urgency: draft.urgency,
    responders: draft.responders,
    references: draft.references,
    is_failure: draft.isFailure,
    confidence: draft.confidence,
    deciding_words: draft.decidingWords ?? [],
  }));
  return upsertRows(db, 'failure', failureColumns, rows);
}

export function writeChanges(
  db: Kysely<Database>,
  drafts: readonly Stored<ChangeDraft>[],
): Promise<{ repository: string | null }[]> {
  const rows = drafts.map(({ id, connectionId, draft }) => ({
    ...sharedValues(id, connectionId, draft),
    parents: draft.parents,
    number: draft.number,
    branch: draft.branch,
    base: draft.base,
    succeeded: draft.succeeded,
  }));
  return upsertRows(db, 'change', changeColumns, rows);
}

/** Replaces former names of repositories in drafts, and finds the id of each draft's existing or new row. */
async function identify<Draft extends FailureDraft | ChangeDraft>(
  db: Transaction<Database>,
  table: 'failure' | 'change',
  drafts: readonly Owned<Draft>[],
): Promise<Stored<Draft>[]> {
  if (drafts.length === 0) return [];
  const names = await lockFormerRepositoryNames(db);
  const named = drafts.map(({ connectionId, draft, receivedAt = null }) => ({
    connectionId,
    draft: names.length === 0 ? draft : applyCurrentRepositoryNames(names, { connectionId, draft, receivedAt }),
  }));
  const owned = named.map((one) => ({ ...one, id: deriveRowId(table, one.connectionId, one.draft) }));
  const withRenames = new Set(names.map(({ connectionId }) => connectionId));
  const touched = owned.filter(({ connectionId }) => withRenames.has(connectionId));
  if (touched.length === 0) return owned;
  const ids = await resolveRowIds(
    db,
    table,
    touched.map(({ id, connectionId, draft }) => ({
      id,
      connectionId,
      externalId: limitExternalIdLength(draft.externalId),
    })),
  );
  return owned.map((one) => ({ ...one, id: ids.get(one.id) ?? one.id }));
}

/** Derives a row's id from the provider's id. */
export function deriveRowId(
  table: 'failure' | 'change',
  connectionId: string,
  { kind, externalId }: Pick<FailureDraft | ChangeDraft, 'kind' | 'externalId'>,
): string {
  return stableId(table, connectionId, kind, limitExternalIdLength(externalId));
}

/** Replaces the end of an external id by a digest if the id exceeds the size limit of index entries. */
export function limitExternalIdLength(externalId: string): string {
  const text = toStorableText(externalId);
  return Buffer.byteLength(text) <= 1_000 ? text : `${toStorableText(text.slice(0, 200))}…${stableId(text)}`;
}

function sharedValues(id: string, connectionId: string, draft: FailureDraft | ChangeDraft) {
  return {
    id,
    connection_id: connectionId,
    kind: draft.kind,
    external_id: limitExternalIdLength(draft.externalId),
    title: draft.title,
    text: draft.text,
    repository: draft.repository,
    environment: draft.environment,
    paths: draft.paths,
    sha: draft.sha,
    occurred_at: storableInstant(draft.occurredAt),
    url: draft.url,
    version: storableInstant(draft.version),
  };
}

/** Limits an instant to the years 1 to 9999, which both PostgreSQL and the domain write with four digits. */
function storableInstant(instant: Instant): Instant {
  if (!/^\d{4}-/u.test(instant))
    return instant.startsWith('-') ? '0001-01-01T00:00:00.000Z' : '9999-12-31T23:59:59.999Z';
  return instant.startsWith('0000') ? '0001-01-01T00:00:00.000Z' : instant;
}
