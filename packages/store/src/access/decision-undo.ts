import type { Decision } from '@refrain/domain';
import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';
import { improvementOperations } from './decisions-about.ts';

type Row = Pick<Decision, 'id' | 'operation' | 'subject'>;
type Later = Row & NonNullable<Decision['undone']>;

const undoImprovement = 'undoImprovementDecision';
const undoing = ['removeCorrection', 'removeCorrectionSet', undoImprovement];

/** Adds who undid each decision, with one query for all of them. */
export async function addUndone<Given extends Row>(
  db: Kysely<Database>,
  decisions: readonly Given[],
): Promise<(Given & Pick<Decision, 'undone'>)[]> {
  const later = await listLater(db, [...new Set(decisions.flatMap(({ subject }) => Object.values(subject)))]);
  return decisions.map((decision) => ({ ...decision, undone: findUndone(decision, later) }));
}

/** A correction is undone by its id. For an improvement, only its latest decision can be undone. */
function findUndone({ id, operation, subject }: Row, later: readonly Later[]): Decision['undone'] {
  if (undoing.includes(operation)) return null;
  const isImprovement = improvementOperations.includes(operation);
  const target = isImprovement ? subject['id'] : subject['created'];
  const next = later.find(
    (one) =>
      BigInt(one.id) > BigInt(id) &&
      one.subject['id'] === target &&
      isImprovement === (one.operation === undoImprovement || improvementOperations.includes(one.operation)),
  );
  return next !== undefined && undoing.includes(next.operation) ? { at: next.at, by: next.by } : null;
}

async function listLater(db: Kysely<Database>, targets: readonly string[]): Promise<Later[]> {
  if (targets.length === 0) return [];
  const rows = await db
    .selectFrom('decision')
    .select(['id', 'at', 'via', 'userId', 'userName', 'viaId', 'tokenName', 'operation', 'subject'])
    .where('operation', 'in', [...undoing, ...improvementOperations])
    .where(({ eb, ref }) => eb(ref('subject', '->>').key('id'), 'in', [...targets]))
    .orderBy('decision.id')
    .execute();
  return rows.map(({ via, userId, userName: name, viaId, tokenName, ...row }) => ({
    ...row,
    by: { via, userId, name, viaId, tokenName },
  }));
}
