import type { Failure, FailureStatement, StatedPassage } from '@refrain/domain';
import { isQuotable } from '../blameless/is-quotable.ts';
import { createPassageFinder } from './create-passage-finder.ts';
import type { StatementDecision } from './statement-decisions.ts';

/** A failure whose title and text make statements; without a kind, it is an incident. */
export interface StatingFailure extends Pick<Failure, 'title' | 'text'> {
  readonly kind?: Failure['kind'];
}

/**
 * Returns the passage that a person chose, or else the extracted one. Returns null if a person decided that there is
 * none, and if the extracted passage may not be quoted. Reverted changes only have chosen passages, because their texts
 * state intentions.
 */
export function statePassage(
  failure: StatingFailure,
  decision: Pick<StatementDecision, 'quote'> | undefined,
  extracted: StatedPassage | null,
): FailureStatement | null {
  if (decision?.quote === null) return null;
  if (decision !== undefined && isStatedBy(failure, decision.quote))
    return { quote: decision.quote, confidence: 1, isDecided: true };
  if (extracted === null || failure.kind === 'reverted_change' || !isQuotable(extracted.quote)) return null;
  return { ...extracted, isDecided: false };
}

/** Returns whether the title or the text of a failure contains a passage. */
export function isStatedBy({ title, text }: Pick<StatingFailure, 'title' | 'text'>, passage: string): boolean {
  return createPassageFinder(`${title}\n${text}`)(passage);
}

export function toStatedPassage({ quote, confidence }: FailureStatement): StatedPassage {
  return { quote, confidence };
}
