import { resolutionWeights } from '@refrain/analysis';
import { holdsQuote } from '../resolution/holds-quote.ts';
import { labelPassages, learnWeights, type QuotedReport } from '../resolution/learn.ts';
import { type Chosen, chooseLabelled, type ResolutionScore, scoreChosen } from '../resolution/score-chosen.ts';

export interface ResolutionScores extends ResolutionScore {
  readonly reports: number;
  /** The first line or sentence that tells of a resolution. */
  readonly words: ResolutionScore;
}

const resolving = /\b(?:resolved|fixed|restored|mitigated|recovered)\b/iu;

/**
 * Compares quoted resolutions with what a reader quoted.
 * @param others reports of other organisations; passages are weighed by what is learnt from them, and by what the product ships where
 *   there are none. The shipped weights are learnt from all labelled organisations, also from this one
 */
export function scoreResolutions(
  reports: readonly QuotedReport[],
  others: readonly QuotedReport[],
): ResolutionScores & { readonly learntFrom: number } {
  const weights = others.length === 0 ? resolutionWeights : learnWeights(others.map(labelPassages));
  return {
    reports: reports.length,
    learntFrom: others.length,
    ...scoreChosen(reports.map((report) => chooseLabelled(labelPassages(report), weights))),
    words: scoreChosen(reports.map(chooseByWords)),
  };
}

function chooseByWords({ text, quote }: QuotedReport): Chosen {
  const line = text.split(/\n+|(?<=[.!?])\s+/u).find((one) => resolving.test(one));
  return {
    isStated: line !== undefined,
    isRight: line !== undefined && quote !== null && holdsQuote(line, quote),
    hasResolution: quote !== null,
  };
}
