import type { ChangeDraft, FailureDraft, Instant } from '@refrain/domain';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { storableText } from './json-text.ts';
import { stableId } from './stable-id.ts';
import { type Column, upsertRows } from './upsert-rows.ts';

interface Owned<Draft> {
  readonly connectionId: string;
  readonly draft: Draft;
}

const shared: readonly Column[] = [
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

const failureColumns: readonly Column[] = [
  ...shared,
  ['services', 'jsonb'],
  ['resolved_at', 'timestamptz'],
  ['timing', 'jsonb'],
  ['severity', 'text'],
  ['urgency', 'text'],
  ['responders', 'integer'],
  ['references', 'jsonb'],
  ['is_failure', 'boolean'],
  ['confidence', 'float8'],
];

const changeColumns: readonly Column[] = [
  ...shared,
  ['parents', 'jsonb'],
  ['number', 'integer'],
  ['branch', 'text'],
  ['succeeded', 'boolean'],
];

/** @returns how many are new or have other content now */
export async function upsertFailures(db: Kysely<Database>, drafts: readonly Owned<FailureDraft>[]): Promise<number> {
  const rows = drafts.map(({ connectionId, draft }) => ({
    ...sharedValues('failure', connectionId, draft),
    services: draft.services,
    resolved_at: draft.resolvedAt && storableInstant(draft.resolvedAt),
    timing: draft.timing,
    severity: draft.severity,
    urgency: draft.urgency,
    responders: draft.responders,
    references: draft.references,
    is_failure: draft.isFailure,
    confidence: draft.confidence,
  }));
  return (await upsertRows(db, 'failure', failureColumns, rows)).length;
}

/** @returns how many are new or have other content now, and their repositories, each once, sorted */
export async function upsertChanges(
  db: Kysely<Database>,
  drafts: readonly Owned<ChangeDraft>[],
): Promise<{ changed: number; repositories: string[] }> {
  const rows = drafts.map(({ connectionId, draft }) => ({
    ...sharedValues('change', connectionId, draft),
    parents: draft.parents,
    number: draft.number,
    branch: draft.branch,
    succeeded: draft.succeeded,
  }));
  const changed = await upsertRows(db, 'change', changeColumns, rows);
  const repositories = new Set(changed.map(({ repository }) => repository ?? ''));
  return { changed: changed.length, repositories: [...repositories].sort() };
}

/** External ids are indexed, and an index entry has a size limit: a longer one becomes its start and its digest. */
export function boundedExternalId(externalId: string): string {
  const text = storableText(externalId);
  return Buffer.byteLength(text) <= 1_000 ? text : `${storableText(text.slice(0, 200))}…${stableId(text)}`;
}

function sharedValues(what: 'failure' | 'change', connectionId: string, draft: FailureDraft | ChangeDraft) {
  const externalId = boundedExternalId(draft.externalId);
  const id = stableId(what, connectionId, draft.kind, externalId);
  return {
    id,
    connection_id: connectionId,
    kind: draft.kind,
    external_id: externalId,
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

/** The years that both PostgreSQL and the domain can write with four digits. */
function storableInstant(instant: Instant): Instant {
  if (!/^\d{4}-/u.test(instant))
    return instant.startsWith('-') ? '0001-01-01T00:00:00.000Z' : '9999-12-31T23:59:59.999Z';
  return instant.startsWith('0000') ? '0001-01-01T00:00:00.000Z' : instant;
}
