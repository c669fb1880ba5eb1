import { readSentenceSignals, type SentenceSignals } from './read-sentence-signals.ts';
import { countWords, type ReportSentence, readSentences } from './read-sentences.ts';

export interface SentenceWithSignals extends ReportSentence {
  /** Number of words. */
  readonly words: number;
  readonly signals: SentenceSignals;
}

/** Consecutive sentences of one section. */
export interface Passage {
  readonly sentences: readonly SentenceWithSignals[];
  readonly signals: SentenceSignals;
}

/** Weights of signals in the score of a passage, by the name of the signal. */
export type PassageWeights = Readonly<Record<string, number>>;

/** Limits of the passages that `joinSentences` returns. */
interface PassageLimits {
  readonly sentences: number;
  readonly words: number;
}

/** Maximum number of words of a passage with only one sentence */
const maxSentenceWords = 80;

/** Lists the sentences of a report in Markdown or plain text, each with its signals. */
export function readSentencesWithSignals(report: string): SentenceWithSignals[] {
  const read = readSentences(report);
  const signals = readSentenceSignals(read);
  return read.map((sentence, at) => ({ ...sentence, words: countWords(sentence.text), signals: signals[at] ?? {} }));
}

/** Returns whether two sentences belong to the same section and, on a status page, to the same update. */
export function areTogether(a: ReportSentence, b: ReportSentence): boolean {
  return a.section === b.section && a.part === b.part;
}

/** Lists the runs of consecutive sentences of one section that begin at an index, shortest first. */
export function joinSentences<T extends SentenceWithSignals>(
  all: readonly T[],
  from: number,
  limits: PassageLimits,
): T[][] {
  const found: T[][] = [];
  let words = 0;
  for (let count = 1; count <= limits.sentences; count++) {
    const last = all[from + count - 1];
    const first = all[from];
    if (last === undefined || first === undefined || !areTogether(first, last)) break;
    words += last.words;
    if (words > (count === 1 ? maxSentenceWords : limits.words)) break;
    found.push(all.slice(from, from + count));
  }
  return found;
}

/** Returns the weighted sum of the signals of each passage. */
export function scorePassages(passages: readonly Passage[], weights: PassageWeights): number[] {
  return passages.map(({ signals }) => {
    let score = 0;
    for (const name in signals) score += (signals[name] ?? 0) * (weights[name] ?? 0);
    return score;
  });
}

export interface ChosenPassage<T extends Passage = Passage> {
  readonly passage: T;
  readonly score: number;
  /** Probability of the passages that share a sentence with the chosen one, among all passages of the report */
  readonly probability: number;
}

/** Returns the passage with the highest score; null without passages. */
export function choosePassage<T extends Passage>(
  passages: readonly T[],
  weights: PassageWeights,
): ChosenPassage<T> | null {
  const scores = scorePassages(passages, weights);
  const highest = Math.max(...scores);
  const passage = passages[scores.indexOf(highest)];
  if (passage === undefined) return null;
  const sumOdds = (isCounted: (one: T) => boolean) =>
    passages.reduce((sum, one, at) => (isCounted(one) ? sum + Math.exp((scores[at] ?? 0) - highest) : sum), 0);
  const sentences = new Set(passage.sentences);
  const overlapping = sumOdds((one) => one.sentences.some((sentence) => sentences.has(sentence)));
  return { passage, score: highest, probability: overlapping / sumOdds(() => true) };
}

/** Formats sentences with their line breaks. */
export function quoteSentences(sentences: readonly Pick<ReportSentence, 'text' | 'line'>[]): string {
  return sentences
    .map(({ text, line }, at) => (at === 0 ? '' : sentences[at - 1]?.line === line ? ' ' : '\n') + text)
    .join('');
}
