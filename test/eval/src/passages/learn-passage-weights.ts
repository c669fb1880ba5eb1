import { type Passage, type PassageWeights, quoteSentences } from '@refrain/analysis/evaluation';
import { containsQuote } from './contains-quote.ts';
import type { PassageKind } from './passage-kinds.ts';

/** A report with the statement that a human reader quoted; null if the report makes none. */
export interface QuotedReport {
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly quote: string | null;
}

/** The passages of a report, and which of them contain the quoted statement. */
export interface LabelledReport {
  readonly source: string;
  readonly passages: readonly Passage[];
  readonly isRight: readonly boolean[];
  readonly hasStatement: boolean;
}

const steps = 300;
/** Factor of the L2 regularisation. Half of this factor times the sum of the squared weights is subtracted from the log-likelihood. */
const penalty = 1.5;

export function labelPassages({ source, title, text, quote }: QuotedReport, list: PassageKind['list']): LabelledReport {
  const passages = list(title, text);
  const isRight = passages.map((passage) => quote !== null && containsQuote(quoteSentences(passage.sentences), quote));
  return { source, passages, isRight, hasStatement: quote !== null };
}

/**
 * Learns weights with which the quoted passage gets the highest score in its report. Maximises the log-likelihood of
 * the right passages by gradient ascent, under a softmax over the passages of each report, with L2 regularisation.
 */
export function learnPassageWeights(reports: readonly LabelledReport[]): PassageWeights {
  const used = reports.filter(({ isRight }) => isRight.includes(true));
  const names = [
    ...new Set(used.flatMap(({ passages }) => passages.flatMap(({ signals }) => Object.keys(signals)))),
  ].sort();
  const place = new Map(names.map((name, at) => [name, at]));
  const rows = used.map(({ passages, isRight }) => ({
    isRight,
    signals: passages.map(({ signals }) =>
      Object.entries(signals).map(([name, value]) => [place.get(name) ?? 0, value] as const),
    ),
  }));
  const weights = new Float64Array(names.length);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => -penalty * weight);
    for (const { signals, isRight } of rows) {
      const scores = signals.map((row) => row.reduce((sum, [at, value]) => sum + (weights[at] ?? 0) * value, 0));
      const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const odds = scores.map((score) => Math.exp(score - most));
      const all = odds.reduce((a, b) => a + b, 0);
      const right = odds.reduce((sum, value, at) => sum + (isRight[at] ? value : 0), 0);
      signals.forEach((row, at) => {
        const share = (odds[at] ?? 0) / all;
        const pull = (isRight[at] ? (odds[at] ?? 0) / right : 0) - share;
        for (const [signal, value] of row) gradient[signal] = (gradient[signal] ?? 0) + pull * value;
      });
    }
    const rate = 5 / Math.sqrt(1 + step / 20) / used.length;
    weights.forEach((weight, at) => {
      weights[at] = weight + rate * (gradient[at] ?? 0);
    });
  }
  return Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0]));
}
