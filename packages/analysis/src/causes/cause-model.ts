import { Cause, Trigger } from '@refrain/domain';
import { compare } from '../collections/compare.ts';
import type { CauseDocument } from './cause-document.ts';
import { type Features, type LabelModel, trainLabels } from './label-model.ts';
import { type CauseReading, readCauseDocument, unknownScores } from './read-document.ts';
import { readWords, type WordReading } from './read-words.ts';
import { createVocabulary, type Vocabulary, weighWords } from './vocabulary.ts';

/** Models that people's corrections train on top of the shipped lexicon; null without corrections. */
export interface CauseModel {
  readonly causes: LabelModel | null;
  readonly triggers: LabelModel | null;
  readonly vocabulary: Vocabulary;
}

/** A failure whose cause a person corrected; the label `unknown` is ignored in training. */
export interface CauseExample {
  readonly id: string;
  /** Id of the correction; a correction of a pattern is one group of all its failures. */
  readonly group: string;
  readonly document: CauseDocument;
  readonly cause: Cause;
  readonly trigger: Trigger;
  /** Positive; the weights of all failures of one correction sum to 1. */
  readonly weight: number;
}

/** The model without corrections, which uses only the lexicon and the signals. */
export const shippedCauseModel: CauseModel = { causes: null, triggers: null, vocabulary: new Map() };

/** Divisor that scales signals to features of about 1; 3 is a strong signal. */
const factScale = 3;

/**
 * Learns from people's corrections how far to depart from the lexicon. Independent of the order of the examples; 2,000
 * examples take a few seconds.
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

/** Lists a failure's features: `bias`, log scores such as `cause:data`, signals such as `paths:data`, and `word:…`. */
export function listFeatures(reading: CauseReading, words: WordReading, vocabulary: Vocabulary): Features {
  return [
    ['bias', 1],
    ...reading.causes.map(({ label, score }) => [`cause:${label}`, Math.log1p(score)] as const),
    ...reading.triggers.map(({ label, score }) => [`trigger:${label}`, Math.log1p(score)] as const),
    ...[...reading.facts].map(([name, score]) => [name, score / factScale] as const),
    ...weighWords(words, vocabulary).map(([word, weight]) => [`word:${word}`, weight] as const),
  ];
}
