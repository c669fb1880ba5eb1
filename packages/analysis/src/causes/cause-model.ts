import { Cause, Trigger } from '@refrain/domain';
import { compare } from '../collections/compare.ts';
import type { CauseDocument } from './cause-document.ts';
import { type Features, type LabelModel, trainLabels } from './label-model.ts';
import { type CauseReading, readCauseDocument, unknownScores } from './read-document.ts';
import { readWords, type WordReading } from './read-words.ts';
import { createVocabulary, type Vocabulary, weighWords } from './vocabulary.ts';

/** The model that people's corrections add to the shipped lexicon. */
export interface CauseModel {
  readonly causes: LabelModel | null;
  readonly triggers: LabelModel | null;
  readonly vocabulary: Vocabulary;
}

/**
 * A failure whose cause a person stated. The label `unknown` is ignored in training, since it says nothing about
 * similar failures.
 */
export interface CauseExample {
  readonly id: string;
  /** Id of the decision: one group for all failures of a decided pattern, or for a failure that was decided alone. */
  readonly group: string;
  readonly document: CauseDocument;
  readonly cause: Cause;
  readonly trigger: Trigger;
  /** Above 0; 1 for a whole decision, which is divided among the members of a pattern. */
  readonly weight: number;
}

/** The model without corrections: only the lexicon and the signals count. */
export const shippedCauseModel: CauseModel = { causes: null, triggers: null, vocabulary: new Map() };

/** Scales signals to the lexicon, in which 3 is a strong phrase. */
const factScale = 3;

/**
 * Learns from corrections how far to depart from the lexicon. Deterministic and independent of the order of the
 * examples; 2,000 examples take a few seconds.
 */
export function trainCauseModel(examples: readonly CauseExample[]): CauseModel {
  const read = [...examples]
    .sort((a, b) => compare(a.id, b.id) || compare(a.group, b.group))
    .map((example) => ({
      ...example,
      reading: readCauseDocument(example.document),
      words: readWords(example.document),
    }));
  const vocabulary = createVocabulary(read);
  const rows = read.map((example) => ({
    ...example,
    features: listFeatures(example.reading, example.words, vocabulary),
  }));
  return {
    vocabulary,
    causes: trainLabels(
      Cause.options,
      unknownScores.causes,
      rows
        .filter(({ cause }) => cause !== 'unknown')
        .map(({ features, reading, cause, weight }) => ({ features, scores: reading.causes, label: cause, weight })),
    ),
    triggers: trainLabels(
      Trigger.options,
      unknownScores.triggers,
      rows
        .filter(({ trigger }) => trigger !== 'unknown')
        .map(({ features, reading, trigger, weight }) => ({
          features,
          scores: reading.triggers,
          label: trigger,
          weight,
        })),
    ),
  };
}

/**
 * Lists the features of a failure: `bias`, logarithms of the scores by label, other signals such as `paths:data`, and
 * `word:…`.
 */
export function listFeatures(reading: CauseReading, words: WordReading, vocabulary: Vocabulary): Features {
  return [
    ['bias', 1],
    ...reading.causes.map(({ label, score }) => [`cause:${label}`, Math.log1p(score)] as const),
    ...reading.triggers.map(({ label, score }) => [`trigger:${label}`, Math.log1p(score)] as const),
    ...[...reading.facts].map(([name, score]) => [name, score / factScale] as const),
    ...weighWords(words, vocabulary).map(([word, weight]) => [`word:${word}`, weight] as const),
  ];
}
