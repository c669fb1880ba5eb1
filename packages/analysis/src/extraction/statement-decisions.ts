import type { Correction, CorrectionDecision, StatementKind } from '@refrain/domain';

/** A person's decision on what a report states. */
export type StatementDecision = Extract<CorrectionDecision, { kind: 'statement' }>;

/** The latest decision about each statement of one failure. */
export type StatementDecisions = ReadonlyMap<StatementKind, StatementDecision>;

export const noStatementDecisions: StatementDecisions = new Map();

/**
 * Returns the decisions about statements by failure id.
 * @param corrections corrections in the order in which people made them
 */
export function indexStatementDecisions(
  corrections: readonly Pick<Correction, 'decision'>[],
): ReadonlyMap<string, StatementDecisions> {
  const found = new Map<string, Map<StatementKind, StatementDecision>>();
  for (const { decision } of corrections) {
    if (decision.kind !== 'statement') continue;
    const own = found.get(decision.failureId) ?? new Map<StatementKind, StatementDecision>();
    found.set(decision.failureId, own.set(decision.statement, decision));
  }
  return found;
}
