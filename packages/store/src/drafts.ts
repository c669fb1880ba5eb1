import type { ChangeDraft, FailureDraft, Instant } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { fingerprint } from './digest.ts';
import { jsonBatches } from './json-text.ts';
import { stableId } from './stable-id.ts';

interface Owned<Draft> {
  readonly connectionId: string;
  readonly draft: Draft;
}

type Column = readonly [name: string, type: string];
type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: Instant };

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
  return (await upsert(db, 'failure', failureColumns, rows)).length;
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
  const changed = await upsert(db, 'change', changeColumns, rows);
  const repositories = new Set(changed.map(({ repository }) => repository ?? ''));
  return { changed: changed.length, repositories: [...repositories].sort() };
}

/** External ids are indexed, and an index entry has a size limit: a longer one becomes its start and its digest. */
export function boundedExternalId(externalId: string): string {
  const text = externalId.replaceAll('\0', '');
  if (Buffer.byteLength(text) <= 1_000) return Buffer.from(text).toString();
  return `${Buffer.from(text.slice(0, 200)).toString()}…${stableId(text)}`;
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

/**
 * Writes rows in the order of their ids, so that two writers never wait for each other in a circle.
 * A stored row gives way to one of the same or a newer version; where nothing differs it is not touched.
 */
async function upsert(
  db: Kysely<Database>,
  table: 'failure' | 'change',
  columns: readonly Column[],
  rows: readonly Row[],
): Promise<{ repository: string | null }[]> {
  const target = sql.table(table);
  const names = sql.join(columns.map(([name]) => sql.id(name)));
  const typed = sql.join(columns.map(([name, type]) => sql`${sql.id(name)} ${sql.raw(type)}`));
  const assignments = sql.join(
    columns.filter(([name]) => name !== 'id').map(([name]) => sql`${sql.id(name)} = excluded.${sql.id(name)}`),
  );
  const changed: { repository: string | null }[] = [];
  for await (const batch of jsonBatches(newestOfEach(rows).map(withFingerprint))) {
    const result = await sql<{ repository: string | null }>`
      with incoming as (select * from json_to_recordset(${batch}::json) as row (${typed})),
      before as (select stored.id, stored.fingerprint from ${target} stored join incoming using (id)),
      written as (
        insert into ${target} as stored (${names}) select ${names} from incoming order by id
        on conflict (id) do update set ${assignments}
        where excluded.version >= stored.version
          and (excluded.version, excluded.fingerprint) <> (stored.version, stored.fingerprint)
        returning id, fingerprint, repository
      )
      select written.repository from written left join before using (id)
      where before.fingerprint is distinct from written.fingerprint`.execute(db);
    changed.push(...result.rows);
  }
  return changed;
}

/** One row per id: the newest version, of equal ones the last. */
function newestOfEach(rows: readonly Row[]): Row[] {
  const newest = new Map<string, Row>();
  for (const row of rows) {
    const known = newest.get(row.id);
    if (known === undefined || row.version >= known.version) newest.set(row.id, row);
  }
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The version is left out: a newer version that says the same is no new input for the analysis. */
function withFingerprint(row: Row): Row {
  return { ...row, fingerprint: fingerprint(JSON.stringify({ ...row, version: null })) };
}
