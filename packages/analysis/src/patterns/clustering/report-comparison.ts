import { compareStrings } from '../../collections/compare-strings.ts';
import {
  findCommonStrength,
  type MechanismStrengths,
  minCommonStrength,
} from '../../mechanisms/mechanism-strengths.ts';
import { createTermWeightLookup, toUnitVector } from '../../text/tf-idf.ts';
import { createMeaningComparison } from '../similarity/meanings.ts';
import { createSparseVector, dot, type SparseVector } from '../similarity/sparse-vector.ts';
import type { ReportContent } from './report-contents.ts';

/** Compares points that both have long reports. */
export interface ReportComparison {
  /** Returns the similarity of two points, given the similarity of all their words; null if a point has no long report. */
  compare(own: number, other: number, wordSimilarity: number): number | null;
  /** Tells whether both points have long reports, which neither state a common mechanism nor are clearly similar. */
  isDoubtfulPair(own: number, other: number, wordSimilarity: number): boolean;
}

/**
 * Weights of the similarity of all words, of the meaning, of the words that state the cause, and of the strength with which
 * both points state one mechanism
 */
const weights = { words: 0.35, meaning: 0.45, causeWords: 0.5, mechanism: 0.05 };
/** Subtracted, so that the threshold for merging is the same as for points that are compared by words alone */
const offset = 0.09;
/** The same for reports that state no cause, whose words that might state one are arbitrary */
const withoutCauses = { words: 0.55, meaning: 0.45, offset: 0.06 };
/** From this similarity on, two reports describe one failure even if no mechanism is known for it. */
const clearSimilarity = 0.45;

export function createReportComparison(contents: readonly (ReportContent | null)[]): ReportComparison {
  const compareMeanings = createMeaningComparison(contents.map((content) => content?.meaning ?? null));
  const causeWords = vectoriseCauseWords(contents);
  const compareMechanisms = (own: number, other: number) =>
    findCommonStrength(contents[own]?.mechanisms ?? noMechanisms, contents[other]?.mechanisms ?? noMechanisms);
  const compare: ReportComparison['compare'] = (own, other, wordSimilarity) => {
    const [a, b] = [causeWords[own], causeWords[other]];
    const meaning = compareMeanings(own, other);
    if (!a || !b || meaning === null) return null;
    const byCauses =
      weights.words * wordSimilarity +
      weights.meaning * meaning +
      weights.causeWords * dot(a, b) +
      weights.mechanism * compareMechanisms(own, other) -
      offset;
    const byAll = withoutCauses.words * wordSimilarity + withoutCauses.meaning * meaning - withoutCauses.offset;
    const certainty = Math.min(contents[own]?.certainty ?? 0, contents[other]?.certainty ?? 0);
    return certainty * byCauses + (1 - certainty) * byAll;
  };
  return {
    compare,
    isDoubtfulPair(own, other, wordSimilarity) {
      const similarity = compare(own, other, wordSimilarity);
      return similarity !== null && similarity < clearSimilarity && compareMechanisms(own, other) < minCommonStrength;
    },
  };
}

const noMechanisms: MechanismStrengths = new Map();

/** Returns a tf-idf vector of length 1 for the words of each content, whose ids number the words in alphabetical order. */
function vectoriseCauseWords(contents: readonly (ReportContent | null)[]): (SparseVector | null)[] {
  const documents = contents.flatMap((content) => (content === null ? [] : [[...content.words.keys()]]));
  const weigh = createTermWeightLookup(documents);
  const idOf = new Map([...new Set(documents.flat())].sort(compareStrings).map((word, id) => [word, id]));
  return contents.map((content) => {
    if (content === null) return null;
    const counts = [...content.words].map(
      ([word, weight]) => [idOf.get(word) as number, Math.log1p(weight) * weigh(word)] as const,
    );
    return createSparseVector(toUnitVector(counts));
  });
}
