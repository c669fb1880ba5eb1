import { type PassageWeights, resolutionWeights, rootCauseWeights } from '@refrain/analysis/evaluation';
import { containsQuote } from './contains-quote.ts';
import { labelPassages, learnPassageWeights, type QuotedReport } from './learn-passage-weights.ts';
import { type PassageKind, passageKinds } from './passage-kinds.ts';
import {
  type ChosenPassage,
  type ChosenPassageScore,
  chooseLabelledPassage,
  scoreChosenPassages,
} from './score-chosen-passages.ts';

export interface ResolutionScores extends ChosenPassageScore {
  readonly reports: number;
  /** Scores of a baseline that quotes the first line or sentence with a word such as “fixed”. */
  readonly words: ChosenPassageScore;
}

const resolving = /\b(?:resolved|fixed|restored|mitigated|recovered)\b/iu;

/**
 * Compares Refrain's quotations of resolutions with those of a human reader.
 * @param others reports of other organisations, from which the weights are learned. If empty, the shipped weights are used, which were
 * learned from all labelled organisations, including this one
 */
export function scoreResolutions(
  reports: readonly QuotedReport[],
  others: readonly QuotedReport[],
): ResolutionScores & { readonly learntFrom: number } {
  return {
    ...scorePassages(reports, others, passageKinds.resolution, resolutionWeights),
    words: scoreChosenPassages(reports.map(chooseByWords)),
  };
}

/** Compares Refrain's quotations of root causes with those of a human reader, like `scoreResolutions`. */
export function scoreRootCauses(reports: readonly QuotedReport[], others: readonly QuotedReport[]) {
  return scorePassages(reports, others, passageKinds['root-cause'], rootCauseWeights);
}

function scorePassages(
  reports: readonly QuotedReport[],
  others: readonly QuotedReport[],
  kind: PassageKind,
  shipped: PassageWeights,
) {
  const label = (report: QuotedReport) => labelPassages(report, kind.list);
  const weights = others.length === 0 ? shipped : learnPassageWeights(others.map(label));
  return {
    reports: reports.length,
    learntFrom: others.length,
    ...scoreChosenPassages(reports.map((report) => chooseLabelledPassage(label(report), weights, kind))),
  };
}

function chooseByWords({ text, quote }: QuotedReport): ChosenPassage {
  const line = text.split(/\n+|(?<=[.!?])\s+/u).find((one) => resolving.test(one));
  return {
    isStated: line !== undefined,
    isRight: line !== undefined && quote !== null && containsQuote(line, quote),
    hasStatement: quote !== null,
  };
}
