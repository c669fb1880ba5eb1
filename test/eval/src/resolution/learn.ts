import { listPassages, type Passage, type PassageWeights, readPassageSigns } from '@refrain/analysis';
import { holdsQuote } from './holds-quote.ts';

/** A report with the resolution that a reader quoted; null where it states none. */
export interface QuotedReport {
  readonly source: string;
  readonly text: string;
  readonly quote: string | null;
}

/** The passages of a report, and which of them hold the resolution as a reader quoted it. */
export interface LabelledReport {
  readonly source: string;
  readonly passages: readonly Passage[];
  readonly isRight: readonly boolean[];
  readonly hasResolution: boolean;
}

const steps = 300;
const decay = 0.02;

export function labelPassages({ source, text, quote }: QuotedReport): LabelledReport {
  const passages = listPassages(text);
  const isRight = passages.map(
    ({ sentences }) => quote !== null && holdsQuote(sentences.map((one) => one.text).join(' '), quote),
  );
  return { source, passages, isRight, hasResolution: quote !== null };
}

/** Learns by gradient ascent which passage of a report is chosen: the softmax over its passages, with all right ones together. */
export function learnWeights(reports: readonly LabelledReport[]): PassageWeights {
  const used = reports
    .filter(({ isRight }) => isRight.includes(true))
    .map(({ passages, isRight }) => ({ isRight, signs: passages.map(readPassageSigns) }));
  const names = [...new Set(used.flatMap(({ signs }) => signs.flatMap((one) => Object.keys(one))))].sort();
  const place = new Map(names.map((name, at) => [name, at]));
  const rows = used.map(({ signs, isRight }) => ({
    isRight,
    signs: signs.map((one) => Object.entries(one).map(([name, value]) => [place.get(name) ?? 0, value] as const)),
  }));
  const weights = new Float64Array(names.length);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight) => (-decay * weight * used.length) / 10);
    for (const { signs, isRight } of rows) {
      const scores = signs.map((row) => row.reduce((sum, [at, value]) => sum + (weights[at] ?? 0) * value, 0));
      const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      const odds = scores.map((score) => Math.exp(score - most));
      const all = odds.reduce((a, b) => a + b, 0);
      const right = odds.reduce((sum, value, at) => sum + (isRight[at] ? value : 0), 0);
      signs.forEach((row, at) => {
        const share = (odds[at] ?? 0) / all;
        const pull = (isRight[at] ? (odds[at] ?? 0) / right : 0) - share;
        for (const [sign, value] of row) gradient[sign] = (gradient[sign] ?? 0) + pull * value;
      });
    }
    const rate = 5 / Math.sqrt(1 + step / 20) / used.length;
    weights.forEach((weight, at) => {
      weights[at] = weight + rate * (gradient[at] ?? 0);
    });
  }
  return Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0]));
}
