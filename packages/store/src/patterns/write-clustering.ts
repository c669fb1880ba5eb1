import type { CorrectionDecision, Episode, LineageEvent, Membership, Pattern } from '@refrain/domain';
import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import { writeEvents } from '../events/write-events.ts';
import type { Database } from '../schema/database.ts';
import { sha256 } from '../sql/hash.ts';
import { canonicalJson, jsonBatches } from '../sql/json-text.ts';
import { type ClusterRunStart, lockAnalysisResults } from './lock-analysis-results.ts';
import { removeProvisionalMemberships } from './new-failures.ts';

export interface ClusteringResult {
  readonly episodes: readonly Episode[];
  readonly patterns: readonly {
    readonly pattern: Pattern;
    readonly members: readonly Membership[];
    /** People's decisions about what members state, which are part of the pattern's report; empty by default. */
    readonly statementDecisions?: readonly CorrectionDecision[];
  }[];
  readonly lineage: readonly Omit<LineageEvent, 'at'>[];
  /** The duplicate failures, each with the failure that it duplicates; empty by default. */
  readonly duplicates?: readonly { readonly failureId: string; readonly duplicateOf: string }[];
  /** Whether records count as failures because of people's decisions about them or about similar records; empty by default. */
  readonly verdicts?: readonly DecidedVerdict[];
  /** The result of `readInputVersion`, called before the failures were read. */
  readonly inputVersion: string;
}

/** The confidence is 1 if a person decided about this record. */
interface DecidedVerdict {
  readonly failureId: string;
  readonly isFailure: boolean;
  readonly confidence: number;
}

interface WantedPattern {
  readonly pattern: Pattern;
  readonly members: readonly Membership[];
  readonly fingerprint: string;
}

/**
 * Stores a clustering and writes only rows that differ. Skips failures that were removed in the meantime. Provisional
 * memberships of failures that the clustering did not read stay, unless their pattern is retired.
 */
export async function writeClustering(
  db: Transaction<Database>,
  clustering: ClusteringResult,
  run?: ClusterRunStart,
): Promise<{ changedPatternIds: string[] }> {
  await lockAnalysisResults(db, run);
  await writeDuplicates(db, clustering.duplicates ?? []);
  await writeVerdicts(db, clustering.verdicts ?? []);
  await writeEpisodes(db, clustering.episodes);
  await removeProvisionalMemberships(db);

  const wanted = clustering.patterns.map(({ pattern, members, statementDecisions = [] }) => ({
    pattern,
    members,
    fingerprint: sha256(
      canonicalJson({
        pattern,
        members: [...members].sort(byFailureId),
        // Omitted if it is empty, because it would change the fingerprints of all stored patterns.
        ...(statementDecisions.length > 0 && { statementDecisions }),
      }),
    ),
  }));
  const changed = await findChanged(db, wanted);
  await retireAbsent(db, wanted);
  const found = await writePatterns(db, changed);
  await writeLineage(db, clustering.lineage);
  await sql`
    insert into clustering_state (input_version, known_until) values (${clustering.inputVersion}, now())
    on conflict (only_row) do update set
      input_version = excluded.input_version,
      clustered_at = case when clustering_state.input_version = excluded.input_version then clustering_state.clustered_at else now() end,
      known_from = clustering_state.known_until,
      known_until = coalesce(clustering_state.begun_at, excluded.known_until)
    where clustering_state.input_version <> excluded.input_version or clustering_state.known_until <> clustering_state.begun_at`.execute(
    db,
  );
  await writeEvents(
    db,
    found.sort().map((patternId) => ({ type: 'pattern_found' as const, patternId })),
  );
  return { changedPatternIds: changed.map(({ pattern }) => pattern.id).sort() };
}

async function writeDuplicates(
  db: Kysely<Database>,
  duplicates: NonNullable<ClusteringResult['duplicates']>,
): Promise<void> {
  const failureIds = duplicates.map(({ failureId }) => failureId);
  const primaryIds = duplicates.map(({ duplicateOf }) => duplicateOf);
  await sql`
    update failure set duplicate_of = null
    where duplicate_of is not null and id <> all(${failureIds}::text[])`.execute(db);
  await sql`
    update failure set duplicate_of = main.id
    from unnest(${failureIds}::text[], ${primaryIds}::text[]) as wanted (failure_id, duplicate_of)
    join failure main on main.id = wanted.duplicate_of
    where failure.id = wanted.failure_id and failure.id <> main.id and failure.duplicate_of is distinct from main.id`.execute(
    db,
  );
}

async function writeVerdicts(db: Kysely<Database>, verdicts: readonly DecidedVerdict[]): Promise<void> {
  const failureIds = verdicts.map(({ failureId }) => failureId);
  const decided = verdicts.map(({ isFailure }) => isFailure);
  // A person's decision has no estimated confidence.
  const confidences = verdicts.map(({ confidence }) => (confidence === 1 ? null : confidence));
  await sql`
    update failure set decided_failure = null, decided_confidence = null
    where decided_failure is not null and id <> all(${failureIds}::text[])`.execute(db);
  await sql`
    update failure set decided_failure = wanted.is_failure, decided_confidence = wanted.confidence
    from unnest(${failureIds}::text[], ${decided}::boolean[], ${confidences}::float8[])
      as wanted (failure_id, is_failure, confidence)
    where failure.id = wanted.failure_id
      and (failure.decided_failure, failure.decided_confidence) is distinct from (wanted.is_failure, wanted.confidence)`.execute(
    db,
  );
}

async function writeEpisodes(db: Kysely<Database>, episodes: readonly Episode[]): Promise<void> {
  const episodeOf = new Map(episodes.flatMap(({ id, failureIds }) => failureIds.map((failureId) => [failureId, id])));
  const failureIds = [...episodeOf.keys()];
  await sql`
    delete from episode_member where not exists (
      select from unnest(${failureIds}::text[]) as wanted (failure_id) where wanted.failure_id = episode_member.failure_id
    )`.execute(db);
  await sql`
    insert into episode_member (failure_id, episode_id)
    select wanted.failure_id, wanted.episode_id
    from unnest(${failureIds}::text[], ${[...episodeOf.values()]}::text[]) as wanted (failure_id, episode_id)
    join failure on failure.id = wanted.failure_id
    left join episode_member stored on stored.failure_id = wanted.failure_id
    where stored.episode_id is distinct from wanted.episode_id
    on conflict (failure_id) do update set episode_id = excluded.episode_id`.execute(db);
}

/**
 * Returns the patterns whose content or members differ from the stored ones. Also compares the number of members,
 * because deleting a failure does not update the fingerprint of its pattern.
 */
async function findChanged(db: Kysely<Database>, wanted: readonly WantedPattern[]): Promise<WantedPattern[]> {
  const { rows } = await sql<{ id: string; fingerprint: string; members: number }>`
    select pattern.id, pattern.fingerprint, count(member.failure_id)::integer as members
    from pattern left join pattern_member member on member.pattern_id = pattern.id and not member.provisional
    where pattern.retired_at is null
    group by pattern.id`.execute(db);
  const stored = new Map(rows.map((row) => [row.id, row]));
  return wanted.filter(({ pattern, members, fingerprint }) => {
    const same = stored.get(pattern.id);
    return same?.fingerprint !== fingerprint || same.members !== members.length;
  });
}

async function retireAbsent(db: Kysely<Database>, wanted: readonly WantedPattern[]): Promise<void> {
  const ids = wanted.map(({ pattern }) => pattern.id);
  const retired = await db
    .updateTable('pattern')
    .set({ retiredAt: sql`now()` })
    .where('retiredAt', 'is', null)
    .where(sql<SqlBool>`id <> all(${ids}::text[])`)
    .returning('id')
    .execute();
  await db
    .deleteFrom('patternMember')
    .where(sql<SqlBool>`pattern_id = any(${retired.map(({ id }) => id)})`)
    .execute();
}

/**
 * A pattern that a person split, moved or merged during this run keeps its empty fingerprint, because the run does not know that step.
 * @returns the ids of new patterns
 */
async function writePatterns(db: Kysely<Database>, changed: readonly WantedPattern[]): Promise<string[]> {
  await db
    .deleteFrom('patternMember')
    .where(sql<SqlBool>`pattern_id = any(${changed.map(({ pattern }) => pattern.id)})`)
    .where('provisional', '=', false)
    .execute();
  const patterns = changed.map(({ pattern: { kinds, ...pattern }, fingerprint }) => ({
    ...pattern,
    ...kinds,
    fingerprint,
  }));
  const found: string[] = [];
  for await (const batch of jsonBatches(patterns)) {
    const { rows } = await sql<{ id: string; isNew: boolean }>`
      insert into pattern (
        id, name, lesson, scenario, terms, cause, trigger, causes, triggers, mechanism, services, repositories, confidence,
        incidents, failed_deployments, reverted_changes, episodes, harm, first_at, last_at, judgement, fingerprint
      )
      select
        id, name, lesson, scenario, terms, cause, trigger, causes, triggers, mechanism, services, repositories, confidence,
        incident, failed_deployment, reverted_change, episodes, harm, "firstAt", "lastAt", judgement, fingerprint
      from json_to_recordset(${batch}::json) as wanted (
        id text, name text, lesson text, scenario jsonb, terms jsonb, cause text, trigger text, causes jsonb, triggers jsonb, mechanism text, services jsonb, repositories jsonb,
        confidence float8, incident integer, failed_deployment integer, reverted_change integer, episodes integer, harm float8,
        "firstAt" timestamptz, "lastAt" timestamptz, judgement text, fingerprint text
      )
      on conflict (id) do update set
        name = excluded.name, lesson = excluded.lesson, scenario = excluded.scenario, terms = excluded.terms, cause = excluded.cause,
        trigger = excluded.trigger, causes = excluded.causes, triggers = excluded.triggers, mechanism = excluded.mechanism, services = excluded.services, repositories = excluded.repositories,
        confidence = excluded.confidence, incidents = excluded.incidents,
        failed_deployments = excluded.failed_deployments, reverted_changes = excluded.reverted_changes,
        episodes = excluded.episodes, harm = excluded.harm, first_at = excluded.first_at, last_at = excluded.last_at,
        judgement = excluded.judgement, retired_at = null,
        fingerprint = case
          when pattern.fingerprint = '' and pattern.report_pending_since > (select begun_at from clustering_state) then ''
          else excluded.fingerprint end
      returning id, xmax = 0 as is_new`.execute(db);
    found.push(...rows.filter(({ isNew }) => isNew).map(({ id }) => id));
  }
  const members = changed.flatMap(({ pattern, members }) =>
    members.map((member) => ({ patternId: pattern.id, ...member })),
  );
  for await (const batch of jsonBatches(members)) {
    await sql`
      insert into pattern_member (failure_id, pattern_id, confidence, evidence)
      select failure.id, "patternId", wanted.confidence, evidence
      from json_to_recordset(${batch}::json) as wanted ("failureId" text, "patternId" text, confidence float8, evidence jsonb)
      join failure on failure.id = "failureId"
      on conflict (failure_id) do update set pattern_id = excluded.pattern_id, confidence = excluded.confidence,
        evidence = excluded.evidence, provisional = false`.execute(db);
  }
  return found;
}

async function writeLineage(db: Kysely<Database>, lineage: ClusteringResult['lineage']): Promise<void> {
  for await (const batch of jsonBatches(lineage)) {
    await sql`
      insert into pattern_lineage (pattern_id, related_pattern_id, kind)
      select "patternId", "relatedPatternId", kind
      from json_to_recordset(${batch}::json) as event ("patternId" text, "relatedPatternId" text, kind text)
      on conflict do nothing`.execute(db);
  }
}

function byFailureId(a: Membership, b: Membership): number {
  return a.failureId < b.failureId ? -1 : 1;
}
