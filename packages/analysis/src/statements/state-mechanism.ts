import type { MechanismStatement } from '@refrain/domain';
import { isQuotable } from '../blameless/is-quotable.ts';
import type { ReportReading } from '../extraction/read-report.ts';
import { isStatedBy, type StatingFailure } from '../extraction/state-passage.ts';
import type { StatementDecision } from '../extraction/statement-decisions.ts';
import { findMechanism } from '../mechanisms/find-mechanisms.ts';
import { listClearMechanisms } from '../mechanisms/list-clear-mechanisms.ts';

/** Share of the shown mechanisms whose cause a reader chose too, on 80 labelled reports */
const confidence = 0.78;

/**
 * Returns the mechanism that a person chose, or else the strongest one that a sentence clearly states.
 * @param preferred name of the mechanism that is returned if a sentence clearly states it, even if others are stronger
 */
export function stateMechanism(
  failure: StatingFailure,
  reading: ReportReading,
  decision: StatementDecision | undefined,
  preferred?: string,
): MechanismStatement | null {
  if (decision !== undefined && decision.mechanism === undefined) return null;
  const decided = decision?.mechanism === undefined ? null : findMechanism(decision.mechanism);
  if (decided !== null) {
    const sentence = reading.mechanisms.find(({ mechanism }) => mechanism === decided)?.sentence;
    const stated = sentence === undefined ? null : quoteSentence(reading, sentence);
    const chosen = decision?.quote ?? null;
    const quote = chosen !== null && isStatedBy(failure, chosen) ? chosen : stated;
    return { mechanism: decided.name, quote, confidence: 1, isDecided: true };
  }
  const clear = listClearMechanisms(reading.mechanisms);
  const best = clear.find(({ mechanism }) => mechanism.name === preferred) ?? clear[0];
  if (best === undefined || failure.kind === 'reverted_change') return null;
  const quote = quoteSentence(reading, best.sentence);
  // The title of a failed deployment is a status, such as “job did not finish”.
  const isStatus = failure.kind === 'failed_deployment' && quote === failure.title;
  return quote === null || isStatus ? null : { mechanism: best.mechanism.name, quote, confidence, isDecided: false };
}

/** Returns a sentence of a reading; null if it may not be quoted. */
export function quoteSentence({ sentences }: ReportReading, at: number): string | null {
  const quote = sentences[at]?.text;
  return quote !== undefined && isQuotable(quote) ? quote : null;
}
