import { Cause, Trigger } from '@refrain/domain';
import { compareStrings } from '../collections/compare-strings.ts';
import type { CauseAssessmentInput } from './cause-assessment-input.ts';
import {
  type CauseOrTriggerModel,
  type NamedFeatureValues,
  trainCauseOrTriggerModel,
} from './cause-or-trigger-model.ts';
import { countStems, type StemCounts } from './count-stems.ts';
import { type CauseAndTriggerScores, scoreCausesAndTriggers, unknownLabelScores } from './score-causes-and-triggers.ts';
import { createVocabulary, toVocabularyVector, type Vocabulary } from './vocabulary.ts';

/** Models that learn from people's corrections of lexicon results. Without corrections, both models are null. */
export interface CauseModel {
  readonly causes: CauseOrTriggerModel | null;
  readonly triggers: CauseOrTriggerModel | null;
  readonly vocabulary: Vocabulary;
}

/** A failure whose cause a person corrected. The label `unknown` is ignored in training. */
export interface CauseTrainingExample {
  readonly id: string;
  /** Id of the correction. A corrected pattern gives one example per failure, all with the same id. */
  readonly group: string;
  readonly document: CauseAssessmentInput;
  readonly cause: Cause;
  readonly trigger: Trigger;
  /** Positive weight of the example. The weights of all examples of one correction sum to 1. */
  readonly weight: number;
}

/** The model for a new installation. It knows no corrections and uses only the lexicon and the signals. */
export const shippedCauseModel: CauseModel = { causes: null, triggers: null, vocabulary: new Map() };

/** Divisor that scales the scores of signals to features of about 1. A strong signal has the score 3. */
const factScale = 3;

/** Trains a model on people's corrections, in any order, to adjust lexicon results. 2,000 examples take seconds. */
export function trainCauseModel(examples: readonly CauseTrainingExample[]): CauseModel {
  const read = [...examples]
    .sort((a, b) => compareStrings(a.id, b.id) || compareStrings(a.group, b.group))
    .map((example) => ({
      ...example,
      reading: scoreCausesAndTriggers(example.document),
      words: countStems(example.document),
    }));
  const vocabulary = createVocabulary(read);
  const rows = read.map((example) => ({
    ...example,
    features: listCauseFeatures(example.reading, example.words, vocabulary),
  }));
  return {
    vocabulary,
    causes: trainCauseOrTriggerModel(
      Cause.options,
      unknownLabelScores.causes,
      rows.map((row) => ({ ...row, scores: row.reading.causes, label: row.cause })),
    ),
    triggers: trainCauseOrTriggerModel(
      Trigger.options,
      unknownLabelScores.triggers,
      rows.map((row) => ({ ...row, scores: row.reading.triggers, label: row.trigger })),
    ),
  };
}

/** Lists the features of a failure: `bias`, log scores (`cause:data`), signals (`paths:data`) and words (`word:…`). */
export function listCauseFeatures(
  reading: CauseAndTriggerScores,
  words: StemCounts,
  vocabulary: Vocabulary,
): NamedFeatureValues {
  return [
    ['bias', 1],
    ...reading.causes.map(({ label, score }) => [`cause:${label}`, Math.log1p(score)] as const),
    ...reading.triggers.map(({ label, score }) => [`trigger:${label}`, Math.log1p(score)] as const),
    ...[...reading.facts].map(([name, score]) => [name, score / factScale] as const),
    ...toVocabularyVector(words, vocabulary).map(([word, weight]) => [`word:${word}`, weight] as const),
  ];
}
