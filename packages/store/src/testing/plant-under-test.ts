import { initialAdminId } from '@refrain/domain';
import { expect } from 'vitest';
import type { Store } from '../create-store.ts';

type Query = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** Tables that cannot contain the name of a repository or a person, with the reason. */
const nameless: Readonly<Record<string, string>> = {
  delivery: 'ids, and how often it was tried',
  encryption_key: 'an id that tells nothing, and a fixed word',
  episode_member: 'ids',
  event: 'ids and kinds',
  erased_mark: 'hashes of a secret and a name',
  clustering_state: 'a digest',
  failure_vectors: 'digests, and vectors of texts, which are deleted when the text changes',
  inbox_waiting: 'ids',
  pattern_lineage: 'ids and kinds',
  recognition: 'a random secret',
  row_alias: 'ids, which are hashes',
  schema_migration: 'names of ours',
  schema_migration_lock: 'names of ours',
  session: 'hashes of secrets, and ids',
  sign_in_link: 'a hash of a secret, and an id',
};

/** Tables that contain only people's names. */
const ofPeople = ['app_user', 'person_name'];

/** Lists the tables, including future ones, in which the name of a repository or person can occur. */
export async function listTablesWithErasableNames(query: Query, kind: 'repository' | 'person'): Promise<string[]> {
  const rows = await query(`
    select distinct table_name as name from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')`);
  const names = rows.map(({ name }) => String(name));
  expect(Object.keys(nameless).filter((name) => !names.includes(name))).toEqual([]);
  const others = kind === 'repository' ? ofPeople : [];
  return names.filter((name) => nameless[name] === undefined && !others.includes(name)).sort();
}

interface PlantedLocations {
  readonly connectionId: string;
  /** A failure that the erasure under test keeps. */
  readonly failureId: string;
  /** A pattern that the erasure under test keeps. */
  readonly patternId: string;
  /** A text that names both the repository and the person. */
  readonly text: string;
  /** A repository that belongs to the person. */
  readonly repository: string;
}

/**
 * Writes `text` into the tables of measurements, policies and events, and `repository` into columns for repositories.
 */
export async function insertErasableNames({ events }: Pick<Store, 'events'>, query: Query, places: PlantedLocations) {
  const { connectionId, failureId, patternId, text, repository } = places;
  const json = JSON.stringify({ text, of: [{ [text]: text }] });
  const list = JSON.stringify([text]);
  const subscribed = await events.addSubscription({
    ...({ kind: 'slack', address: 'https://hooks.example', shown: 'https://hooks.example', secret: null } as const),
    ...({ events: ['digest_written'], scope: { kind: 'team', name: text }, period: null } as const),
  });
  await query('update connection set status_reason = $2 where id = $1', [connectionId, text]);
  await query(`update subscription set shown = $2, reason = $2, last_problem = $2 where id = $1`, [
    subscribed.id,
    text,
  ]);
  const statements: [string, ...unknown[]][] = [
    ["app_registration (state, wanted, user_id, expires_at) values ('s', $1, $2, now())", json, initialAdminId],
    [`change_assessment values ($1, 'undecided', 0.5, $2, false, $2, $3)`, failureId, list, json],
    [
      `erasure (id, kind, state, step, gone, kept, problem, requested_by) values ('f', 'person', 'done', $1, $2, $3, $1, $1)`,
      ...[text, json, list],
    ],
    ['improvement_policy (policy, decided_by) values ($1, $2)', '{}', text],
    [
      `incident_note (id, connection_id, incident_id, content, sender) values ('n', $1, 'P1', $2, $2)`,
      ...[connectionId, text],
    ],
    [`key_rotation (key_id, state, place, total, requested_by) values ('k', 'done', $1, 1, $2)`, ...[json, text]],
    ['measurement (as_of, content) values (now(), $1)', json],
    [
      `pattern_measurement (pattern_id, content, headline) values ($1, $2, $3)
        on conflict (pattern_id) do update set content = excluded.content, headline = excluded.headline`,
      ...[patternId, json, text],
    ],
    ["stream (connection_id, stream, problem) values ($1, 'postmortems', $2)", connectionId, text],
    ['stream (connection_id, stream) values ($1, $2)', connectionId, `commits:${repository}`],
    [
      'completeness (connection_id, stream, day, existing, stored) values ($1, $2, now(), 1, 1)',
      ...[connectionId, `commits:${repository}`],
    ],
    [`connection_problem values ($1, 'webhook', $2)`, connectionId, text],
    ['former_name (connection_id, former, present) values ($1, $2, $3)', connectionId, repository, 'acme/tool'],
    [`scope_member values ($1, '4713', $2, 'gone')`, connectionId, repository],
    [`service_team values ($1, 'Checkout', $2)`, connectionId, list],
    [
      `pull_check (id, connection_id, repository, number, head_sha, state, failure_ids, score, average_score, url)
        values ('pd', $1, 'acme/checkout', 1, 's', 'open', '[]', 1, 1, $2)`,
      ...[connectionId, text],
    ],
    ['pending_pull_check (connection_id, repository, number) values ($1, $2, 1)', connectionId, repository],
    [
      `catalogue_entry (id, service, repository, origin, source, status, score, evidence)
        values ('c3', $1, 'acme/checkout', 'codeowners', 's', 'suggested', 1, $2)`,
      ...[text, json],
    ],
    [`observed_change values ('o', now(), 'acme/checkout', $1, $2, $2)`, text, list],
    [`observed_change values ('p', now(), $1, null, '[]', '[]')`, repository],
    [
      `observed_episode (
        id, pattern_id, cause, trigger, kinds, started_at, precision, services, repositories, environments, paths, failure_ids
      ) values ('o', $1, 'unknown', 'unknown', '[]', now(), 'instant', $2, $2, $2, $2, '[]')`,
      ...[patternId, list],
    ],
  ];
  for (const [statement, ...values] of statements) await query(`insert into ${statement}`, values);
}
