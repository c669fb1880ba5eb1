import { readReport } from '../../extraction/read-report.ts';
import { combineMechanismStrengths, type MechanismStrengths } from '../../mechanisms/mechanism-strengths.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import type { WordPositions } from '../../text/phrases/word-positions.ts';
import { splitIntoPassages } from '../../text/split-into-passages.ts';
import { listAlphanumericRuns } from '../../text/tokens.ts';
import { averageMeaning, type PassageVectorList, type WeighedPassages } from '../similarity/meanings.ts';
import type { Point } from './constrained-points.ts';

/** The content of a point's reports, with emphasis on the sentences that may state the cause. */
export interface ReportContent {
  /** Mean direction of the passages, of length 1 */
  readonly meaning: Float32Array;
  /** Weights of the words of the sentences that may state the cause */
  readonly words: ReadonlyMap<string, number>;
  readonly mechanisms: MechanismStrengths;
  /** How probably any of the reports states why something failed, in (0, 1] */
  readonly certainty: number;
}

/**
 * Minimum number of passages, with the title, of a report that counts as long: more than 100 words. Alerts and commits are
 * short and alike, so that their words distinguish them better.
 */
const minPassages = 3;
/** Weight of a passage that states no cause, relative to a passage with the sentence that most probably states it */
const otherPassageWeight = 0.15;
/** Exponent of the weights of sentences, so that few sentences decide. With 1, the B³ F1 of one of five organisations falls by .05. */
const sharpness = 2;
/** Exponent of the probability that a report states a cause, so that notices of a status page without one are hardly compared by causes */
const certaintySharpness = 4;

/**
 * Reads the long reports of each point; null for a point without a long report. Returns null unless all failures have
 * vectors.
 */
export function readReportContents(
  points: readonly Point[],
  failures: readonly FailureDocument[],
  vectors: ReadonlyMap<string, PassageVectorList> | undefined,
): (ReportContent | null)[] | null {
  if (vectors === undefined || points.some(({ failureIds }) => failureIds.some((id) => !vectors.has(id)))) return null;
  const byId = new Map(failures.map((failure) => [failure.id, failure]));
  return points.map(({ failureIds }) => {
    const own = failureIds.map((id) => ({
      failure: byId.get(id) as FailureDocument,
      list: vectors.get(id) as PassageVectorList,
    }));
    return own.some(({ list }) => list.count >= minPassages) ? readContent(own) : null;
  });
}

interface EmbeddedFailure {
  readonly failure: FailureDocument;
  readonly list: PassageVectorList;
}

function readContent(own: readonly EmbeddedFailure[]): ReportContent | null {
  const words = new Map<string, number>();
  const readings = own.map(({ failure }) => readReport(failure));
  for (const { positions } of readings) addWordWeights(positions, words);
  const passages = own.map(({ failure, list }, at): WeighedPassages => {
    const stating = readings[at]?.sentences.slice(1) ?? [];
    return { list, weights: weighPassages(splitIntoPassages(failure), stating) };
  });
  const meaning = averageMeaning(passages);
  const mechanisms = combineMechanismStrengths(readings.map((reading) => reading.mechanisms));
  const certainty = Math.max(...readings.map(({ sentences }) => sentences[1]?.factor ?? 0)) ** certaintySharpness;
  return meaning && { meaning, words, mechanisms, certainty };
}

function addWordWeights(positions: WordPositions, words: Map<string, number>): void {
  for (const [word, found] of positions)
    words.set(word, (words.get(word) ?? 0) + found.reduce((sum, { weight }) => sum + weight ** sharpness, 0));
}

/** Length of the beginning of a sentence by which it is found in a passage, which may end before the sentence does */
const openingLength = 50;

function weighPassages(
  passages: readonly string[],
  sentences: readonly { readonly text: string; readonly weight: number }[],
): number[] {
  const openings = sentences
    .map(({ text, weight }) => ({ opening: simplify(text).slice(0, openingLength), weight }))
    .filter(({ opening }) => opening !== '');
  return passages.map((passage) => {
    const simplified = simplify(passage);
    return openings.reduce(
      (sum, { opening, weight }) => sum + (simplified.includes(opening) ? weight ** sharpness : 0),
      otherPassageWeight,
    );
  });
}

function simplify(text: string): string {
  return listAlphanumericRuns(text).join(' ');
}
