import { findMechanism, isQuotable, isStatedBy } from '@refrain/analysis';
import { AppError, type CorrectionDecision } from '@refrain/domain';
import type { Store } from '@refrain/store';

/**
 * Checks that a decision about a statement names a mechanism of the library, and quotes a passage of the failure's title
 * or text that may be shown. Other decisions, and decisions about unknown failures, pass.
 * @throws {AppError} `invalid_input`
 */
export async function checkStatementDecision(
  { failures }: Pick<Store, 'failures'>,
  decision: CorrectionDecision,
): Promise<void> {
  if (decision.kind !== 'statement') return;
  const { failureId, mechanism, quote } = decision;
  if (mechanism !== undefined && findMechanism(mechanism) === null)
    throw invalid(`There is no mechanism “${mechanism}”. Choose one that GET /v1/mechanisms lists.`);
  if (quote === null) return;
  const failure = await failures.find(failureId);
  if (failure === null) return;
  const advice = `Choose a sentence that GET /v1/failures/${encodeURIComponent(failureId)}/sentences lists.`;
  if (!isStatedBy(failure, quote))
    throw invalid(`The title and the text of the failure do not contain the quotation. ${advice}`);
  if (!isQuotable(quote)) throw invalid(`Refrain quotes no passage that addresses or blames people. ${advice}`);
}

function invalid(message: string): AppError {
  return new AppError('invalid_input', message);
}
