import type { Decider, Decision, DecisionDetail, Instant, IntendedDecision } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { toJsonText, toStorableText } from '../sql/json-text.ts';
import type { ListOrder } from '../sql/list-order.ts';
import { countListedRows, type ListPage, readListPage } from '../sql/list-page.ts';
import { addMentions } from './decision-mentions.ts';
import { addUndone } from './decision-undo.ts';
import { concernsFailure, concernsPattern } from './decisions-about.ts';

export interface DecisionListOptions {
  readonly userId?: string;
  readonly via?: Decider['via'];
  readonly operation?: string;
  /** Lists only decisions with one of these operations. */
  readonly operations?: readonly string[];
  /** Omits decisions with one of these operations. */
  readonly exceptOperations?: readonly string[];
  /** Lists only decisions that change this pattern, its failures or its improvement, without the undoing ones. */
  readonly patternId?: string;
  /** Lists only corrections of this failure, without the undoing ones. */
  readonly failureId?: string;
  /** Lists only decisions that refer to the object with this id, or that created it. */
  readonly subject?: string;
  readonly since?: Instant;
  readonly until?: Instant;
  readonly after?: string;
  readonly limit: number;
}

export interface DecisionOutcome {
  /** Id of the object that the decision created; null if it created none. */
  readonly created: string | null;
  readonly detail: DecisionDetail;
}

export type StoredDecision = Omit<Decision, 'what'>;

const columns = ['id', 'at', 'via', 'userId', 'userName', 'viaId', 'tokenName'] as const;
const more = ['operation', 'subject', 'detail', 'state'] as const;

const newestFirst: ListOrder = {
  columns: [{ key: 'id', reference: 'decision.id', type: 'bigint' }],
  direction: 'desc',
};

/** Reads and writes the append-only audit log of all decisions by people, their tokens and the policy. */
export function createDecisionQueries(db: Kysely<Database>) {
  return {
    /** Stores a decision before it takes effect, and returns the decision's id. */
    beginDecision: (decision: IntendedDecision): Promise<string> => insertDecision(db, decision),

    /** Stores a decision that already took effect. */
    async recordDecision(decision: IntendedDecision, detail: DecisionDetail): Promise<void> {
      await insertDecision(db, decision, detail);
    },

    async finishDecision(id: string, { created, detail }: DecisionOutcome): Promise<void> {
      const made = toJsonText(created === null ? {} : { created });
      await sql`
        update decision set state = 'done', subject = subject || ${made}::jsonb, detail = ${toJsonText(detail)}::jsonb
        where id = ${id}`.execute(db);
    },

    /** Deletes a decision that was refused and changed nothing. */
    async deleteDecision(id: string): Promise<void> {
      await db.deleteFrom('decision').where('id', '=', id).execute();
    },

    async listDecisions({ after, limit, ...filter }: DecisionListOptions): Promise<ListPage<StoredDecision>> {
      const { userId, via, operation, operations, exceptOperations, patternId, failureId, subject, since, until } =
        filter;
      const matching = () => {
        let query = db.selectFrom('decision');
        if (userId !== undefined) query = query.where('userId', '=', userId);
        if (via !== undefined) query = query.where('via', '=', via);
        if (operation !== undefined) query = query.where('operation', '=', operation);
        if (operations !== undefined) query = query.where('operation', 'in', [...operations]);
        if (exceptOperations !== undefined) query = query.where('operation', 'not in', [...exceptOperations]);
        if (patternId !== undefined) query = query.where(concernsPattern(patternId));
        if (failureId !== undefined) query = query.where(concernsFailure(failureId));
        if (subject !== undefined) {
          query = query.where(
            sql<SqlBool>`exists (select from jsonb_each_text(subject) named where named.value = ${subject})`,
          );
        }
        if (since !== undefined) query = query.where('at', '>=', since);
        if (until !== undefined) query = query.where('at', '<', until);
        return query;
      };
      const count = () => countListedRows(db, matching());
      const page = await readListPage(matching().select([...columns, ...more]), {
        order: newestFirst,
        after,
        limit,
        count,
      });
      const items = page.items.map(({ via, userId, userName: name, viaId, tokenName, ...row }) => ({
        ...row,
        by: { via, userId, name, viaId, tokenName },
      }));
      return { ...page, items: await addUndone(db, await addMentions(db, items)) };
    },
  };
}

/** Inserts a decision and returns its id. If `detail` is given, the decision has already taken effect. */
export async function insertDecision(
  db: Kysely<Database>,
  { by, operation, subject }: IntendedDecision,
  detail?: DecisionDetail,
): Promise<string> {
  const { via, userId, name, viaId, tokenName } = by;
  const { id } = await db
    .insertInto('decision')
    .values({
      via,
      userId,
      userName: toStorableText(name),
      viaId,
      tokenName: tokenName && toStorableText(tokenName),
      operation,
      subject: toJsonText(subject),
      ...(detail === undefined ? {} : { detail: toJsonText(detail), state: 'done' as const }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
