import type { FailureKind } from '@refrain/domain';
import { findMechanisms, type MechanismMatch } from '../mechanisms/find-mechanisms.ts';
import { listStatedParts } from '../mechanisms/list-stated-parts.ts';
import { removeFailedSteps } from '../text/failed-steps.ts';
import { indexWordPositions, type WordPositions } from '../text/phrases/word-positions.ts';
import { type PassageWeights, scorePassages } from './report-passages.ts';
import { findFinding } from './root-cause/find-finding.ts';
import { listRootCausePassages } from './root-cause/list-root-cause-passages.ts';
import { rootCauseWeights } from './root-cause/root-cause-weights.ts';

export interface WeighedSentence {
  readonly text: string;
  /** How probably the sentence states why something failed, relative to the other sentences, in (0, 1] */
  readonly weight: number;
  /** How probably any sentence of the report states why something failed, in (0, 1] */
  readonly factor: number;
}

/** Holds the sentences of a failure that may state its cause, and the mechanisms that they state. */
export interface ReportReading {
  /** The title and the sentences that may state why the system failed. */
  readonly sentences: readonly WeighedSentence[];
  /** Positions of the words of these sentences */
  readonly positions: WordPositions;
  /** The stated mechanisms, strongest first; `sentence` is an index in `sentences`. */
  readonly mechanisms: readonly MechanismMatch[];
}

/** Weight of the title. It is below 1, since a title mostly states a symptom. */
const titleWeight = 0.7;
/** A sentence whose root-cause score is lower than the highest by this much weighs 1/e. */
const scoreScale = 3;
const minWeight = 0.02;
/**
 * Root-cause score below which a sentence rarely states the cause, even if it is the highest of the report: of the
 * sentences of labelled reports with lower scores, fewer than 7 % do.
 */
const likelyScore = 3;
/** Number of sentences up to which a text only says what failed */
const maxShortSentences = 2;
/**
 * Weight of each line of a failed deployment. Its text is the error that ended the deployment, whose form has nothing of
 * the sentences with which people state a root cause.
 */
const logWeight = 0.7;
const maxLogLines = 200;

/**
 * Weighs the sentences of a failure by how probably they state the root cause, and finds the mechanisms in them.
 * @param weights other than the shipped weights only in evaluations
 */
export function readReport(
  { title, text, kind }: { readonly title: string; readonly text: string; readonly kind?: FailureKind | undefined },
  weights: PassageWeights = rootCauseWeights,
): ReportReading {
  const isLog = kind === 'failed_deployment';
  const weighed = isLog ? listLogLines(text) : weighSentences(title, text, weights);
  const sentences = [{ text: title, weight: titleWeight, factor: 1 }, ...weighed].filter(
    ({ weight }) => weight >= minWeight,
  );
  const positions = indexWordPositions(sentences);
  const found = isLog ? findMechanisms(positions) : findStatedMechanisms(sentences);
  const mechanisms = found.filter(({ mechanism: { onlyKind } }) => onlyKind === undefined || onlyKind === kind);
  return { sentences, positions, mechanisms };
}

/** Finds mechanisms in the parts of sentences that state what happened. */
function findStatedMechanisms(sentences: readonly WeighedSentence[]): MechanismMatch[] {
  const parts = sentences.flatMap(({ text, weight }, sentence) =>
    listStatedParts(text).map((part) => ({ text: part.text, weight: weight * part.factor, sentence })),
  );
  return findMechanisms(indexWordPositions(parts)).map((match) => {
    const sentence = parts[match.sentence]?.sentence ?? 0;
    return { ...match, sentence, clarity: match.clarity * (sentences[sentence]?.factor ?? 1) };
  });
}

function weighSentences(title: string, text: string, weights: PassageWeights): WeighedSentence[] {
  const passages = listRootCausePassages(title, text, 1);
  const scores = scorePassages(passages, weights);
  const highest = Math.max(...scores);
  const isShort = passages.length <= maxShortSentences;
  const factor = isShort ? 1 : Math.exp(Math.min(0, highest - likelyScore) / scoreScale);
  // A finding states the cause, although its words do not.
  const finding = findFinding(text)?.text;
  return passages.map((passage, at) => {
    const sentence = passage.sentences[0]?.text ?? '';
    if (sentence === finding) return { text: sentence, weight: 1, factor: 1 };
    return { text: sentence, weight: Math.exp(((scores[at] as number) - highest) / scoreScale), factor };
  });
}

function listLogLines(text: string): WeighedSentence[] {
  const lines = removeFailedSteps(text).split('\n', maxLogLines);
  return lines.filter((line) => line.trim() !== '').map((line) => ({ text: line, weight: logWeight, factor: 1 }));
}
