import {
  AppError,
  type CorrectionDecision,
  type CorrectionSet,
  type Decider,
  type ListedCorrection,
} from '@refrain/domain';
import type { SelectQueryBuilder, Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { canonicalJson, toJsonText } from '../sql/json-text.ts';
import { totalCountColumn } from '../sql/list-page.ts';
import { stableId } from '../sql/stable-id.ts';
import { applyDecidedJudgement } from './apply-judgement.ts';

/** The maximum number of stored corrections. Every clustering reads all of them. */
export const maxCorrections = 20_000;

function inFixedOrder(decision: CorrectionDecision): CorrectionDecision {
  if (decision.kind !== 'must_link' && decision.kind !== 'cannot_link') return decision;
  const failureIds = [...decision.failureIds].sort();
  return { ...decision, failureIds: decision.kind === 'must_link' ? [...new Set(failureIds)] : failureIds };
}

function tooMany(): AppError {
  return new AppError(
    'conflict',
    `There are already ${maxCorrections.toLocaleString('en')} corrections. Remove some before you add another.`,
  );
}

/** Stores a decision and applies it at once to what lists show. */
export async function insertCorrection(
  db: Transaction<Database>,
  decision: CorrectionDecision,
  by: Decider | null,
  set: CorrectionSet | null,
): Promise<ListedCorrection> {
  const content = canonicalJson(inFixedOrder(decision));
  const id = stableId('correction', content);
  const others = db.selectFrom('correction').where('id', '<>', id);
  const { total } = await others.select(totalCountColumn).executeTakeFirstOrThrow();
  if (total >= maxCorrections) throw tooMany();
  const stored = await db
    .insertInto('correction')
    .values({ id, decision: content, decidedBy: by === null ? null : toJsonText(by), setId: set?.id ?? null })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((excluded) => ({
        sequence: excluded.ref('excluded.sequence'),
        decidedAt: excluded.ref('excluded.decidedAt'),
        decidedBy: excluded.ref('excluded.decidedBy'),
        setId: excluded.ref('excluded.setId'),
      })),
    )
    .returning(['id', 'decision', 'decidedAt', 'decidedBy'])
    .executeTakeFirstOrThrow();
  await applyDecidedJudgement(db, stored.decision);
  return { ...stored, set };
}

const setColumns = ['action', 'patternId', 'otherPatternId', 'episodes', 'reason'] as const;

/** Adds the step in which each correction was made. */
export function withSets(corrections: SelectQueryBuilder<Database, 'correction', object>) {
  return corrections
    .leftJoin('correctionSet', 'correctionSet.id', 'correction.setId')
    .select(['correction.id', 'decision', 'decidedAt', 'decidedBy', 'setId'])
    .select(setColumns);
}

type CorrectionRow = Omit<ListedCorrection, 'set'> & { readonly setId: string | null } & {
  readonly [Name in (typeof setColumns)[number]]: CorrectionSet[Name];
};

export function toListedCorrection({
  id,
  decision,
  decidedAt,
  decidedBy,
  setId,
  ...set
}: CorrectionRow): ListedCorrection {
  return { id, decision, decidedAt, decidedBy, set: setId === null ? null : { id: setId, ...set } };
}
