import type { Decision, DecisionMention } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/** Names the objects whose ids the decisions contain, with one query for all of them. */
export async function addMentions<Row extends Pick<Decision, 'subject' | 'detail'>>(
  db: Kysely<Database>,
  decisions: readonly Row[],
): Promise<(Row & { readonly mentions: DecisionMention[] })[]> {
  const known = await findMentions(db, [...new Set(decisions.flatMap(listTexts))]);
  const newPatterns = await findPatternsOf(db, decisions.flatMap(listSplitOff));
  return decisions.map((decision) => ({
    ...decision,
    mentions: [
      ...[...new Set(listTexts(decision))].flatMap((id) => known.get(id) ?? []),
      ...listSplitOff(decision).flatMap((failureId) => newPatterns.get(failureId) ?? []),
    ],
  }));
}

/** Returns a failure that a split moved to a new pattern, whose id was unknown at the time of the decision. */
function listSplitOff({ detail: { action, failureId } }: Pick<Decision, 'detail'>): string[] {
  return action === 'split' && typeof failureId === 'string' ? [failureId] : [];
}

async function findPatternsOf(
  db: Kysely<Database>,
  failureIds: readonly string[],
): Promise<Map<string, DecisionMention>> {
  if (failureIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('patternMember')
    .innerJoin('pattern', 'pattern.id', 'patternMember.patternId')
    .select(['failureId', 'pattern.id', 'name'])
    .where('failureId', 'in', [...failureIds])
    .execute();
  return new Map(rows.map(({ failureId, id, name }) => [failureId, { kind: 'pattern', id, name }]));
}

function listTexts({ subject, detail }: Pick<Decision, 'subject' | 'detail'>): string[] {
  return [...Object.values(subject), ...Object.values(detail).flat()].filter((value) => typeof value === 'string');
}

async function findMentions(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, DecisionMention>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<DecisionMention>`
    with wanted as (select unnest(${ids}::text[]) as id)
    select 'pattern' as kind, id, name from pattern join wanted using (id)
    union all select 'failure', id, title from failure join wanted using (id)
    union all select 'improvement', improvement.id, pattern.name
      from improvement join wanted on wanted.id = improvement.id join pattern on pattern.id = pattern_id
    union all select 'user', id, name from app_user join wanted using (id)
    union all select 'connection', id, account from connection join wanted using (id)
    union all select 'catalogue_entry', id, service || ' from ' || repository from catalogue_entry join wanted using (id)
    union all select 'write', id, target from provider_write join wanted using (id)`.execute(db);
  return new Map(rows.map((mention) => [mention.id, mention]));
}
