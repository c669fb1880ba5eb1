import { AppError, type CorrectionDecision, type Decider, formatDecider } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

interface Later {
  readonly decision: CorrectionDecision;
  readonly decidedBy: Decider | null;
}

/**
 * Requires that no later correction decides about a subject of the step, so that an undo never hides a newer decision.
 * @throws {AppError} `conflict`
 */
export async function requireLatest(db: Kysely<Database>, setId: string): Promise<void> {
  const { rows } = await sql<Later>`
    select later.decision, later.decided_by
    from correction own join correction later
      on later.sequence > own.sequence
      and later.set_id is distinct from own.set_id
      and ${subjectOf('later')} = ${subjectOf('own')}
    where own.set_id = ${setId}
    order by later.sequence desc limit 1`.execute(db);
  const later = rows[0];
  if (later !== undefined) throw changedSince(describeLater(later));
  const { rows: replaced } = await sql`
    select id from correction_set
    where id = ${setId} and not exists (select from correction where set_id = correction_set.id)`.execute(db);
  if (replaced.length > 0) throw changedSince('This decision was replaced in the meantime.');
}

/**
 * Returns what a correction decides about, as one text. Returns null for corrections that join or separate failures, because these
 * do not replace each other.
 */
function subjectOf(table: 'own' | 'later') {
  const field = (name: string) => sql`${sql.ref(`${table}.decision`)} ->> ${name}`;
  return sql`case when ${field('kind')} not in ('must_link', 'cannot_link') then concat_ws(
    ' ', replace(${field('kind')}, 'is_a_failure', 'not_a_failure'), ${field('patternId')}, ${field('failureId')},
    ${field('statement')}, ${field('type')}, ${field('targetId')}, ${field('repository')}, ${field('template')}
  ) end`;
}

function describeLater({ decision, decidedBy }: Later): string {
  const name = decidedBy === null ? 'Somebody' : formatDecider(decidedBy);
  if (decision.kind === 'pattern')
    return `${name} ${decision.right ? 'confirmed' : 'dismissed'} the pattern in the meantime.`;
  if (decision.kind === 'rename') return `${name} renamed the pattern in the meantime.`;
  return `${name} decided about this again in the meantime.`;
}

function changedSince(what: string): AppError {
  return new AppError('conflict', `${what} Reload to see the current state.`);
}
