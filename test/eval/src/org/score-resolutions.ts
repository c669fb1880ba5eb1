import { choosePassage, findResolution, listPassages, statesResolution } from '@refrain/analysis';
import { holdsQuote } from '../resolution/holds-quote.ts';
import { learnWeights } from '../resolution/learn.ts';

interface ResolutionScore {
  /** Share of the reports with a resolution whose quotation holds what the reader quoted. */
  readonly found: number;
  /** Share of the quotations that hold what the reader quoted; null without quotations. */
  readonly precision: number | null;
  /** Share of the reports without a resolution that get no quotation; null if every report states one. */
  readonly leftEmpty: number | null;
}

export interface ResolutionScores extends ResolutionScore {
  readonly reports: number;
  /** The first line or sentence that tells of a resolution. */
  readonly words: ResolutionScore;
}

const resolving = /\b(?:resolved|fixed|restored|mitigated|recovered)\b/iu;

/** A report with the resolution that a reader quoted; null where it states none. */
export interface QuotedReport {
  readonly source: string;
  readonly text: string;
  readonly quote: string | null;
}

/**
 * Compares quoted resolutions with what a reader quoted.
 * @param others reports of other organisations; passages are weighed by what is learnt from them, and by what the product ships where
 *   there are none. The shipped weights are learnt from all labelled organisations, also from this one
 */
export function scoreResolutions(
  reports: readonly QuotedReport[],
  others: readonly QuotedReport[],
): ResolutionScores & { readonly learntFrom: number } {
  return {
    reports: reports.length,
    learntFrom: others.length,
    ...score(reports, others.length === 0 ? (text) => findResolution(text)?.quote ?? null : learnToQuote(others)),
    words: score(reports, (text) => text.split(/\n+|(?<=[.!?])\s+/u).find((line) => resolving.test(line)) ?? null),
  };
}

function learnToQuote(reports: readonly QuotedReport[]): (text: string) => string | null {
  const told = (passage: { readonly sentences: readonly { readonly text: string }[] }) =>
    passage.sentences.map(({ text }) => text).join(' ');
  const weights = learnWeights(
    reports.map(({ source, text, quote }) => {
      const passages = listPassages(text);
      const isRight = passages.map((passage) => quote !== null && holdsQuote(told(passage), quote));
      return { source, passages, isRight, hasResolution: quote !== null };
    }),
  );
  return (text) => {
    const best = choosePassage(listPassages(text), weights);
    return best !== null && statesResolution(best) ? told(best) : null;
  };
}

function score(
  reports: readonly { readonly text: string; readonly quote: string | null }[],
  find: (text: string) => string | null,
): ResolutionScore {
  const answered = reports.map(({ text, quote }) => ({ found: find(text), quote }));
  const right = answered.filter(({ found, quote }) => found !== null && quote !== null && holdsQuote(found, quote));
  const shown = answered.filter(({ found }) => found !== null);
  const silent = answered.filter(({ quote }) => quote === null);
  return {
    found: right.length / Math.max(1, answered.length - silent.length),
    precision: shown.length === 0 ? null : right.length / shown.length,
    leftEmpty: silent.length === 0 ? null : silent.filter(({ found }) => found === null).length / silent.length,
  };
}
