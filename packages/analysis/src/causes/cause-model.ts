import { Cause, Trigger } from '@refrain/domain';
import { compareStrings } from '../collections/compare-strings.ts';
import { countStems, type StemCounts } from '../text/count-stems.ts';
import { createVocabulary, toVocabularyVector, type Vocabulary } from '../text/vocabulary.ts';
import type { CauseAssessmentInput } from './cause-assessment-input.ts';
import type { CauseOrTriggerModel, NamedFeatureValues } from './cause-or-trigger-model.ts';
import { type CauseAndTriggerEvidence, collectCauseEvidence, type LabelEvidence } from './collect-cause-evidence.ts';
import { causeEvidenceWeights, triggerEvidenceWeights } from './evidence-weights.ts';
import { trainCauseOrTriggerModel } from './train-cause-or-trigger-model.ts';

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
      reading: collectCauseEvidence(example.document),
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
      causeEvidenceWeights,
      rows.map((row) => ({ ...row, evidence: row.reading.causes, label: row.cause })),
    ),
    triggers: trainCauseOrTriggerModel(
      Trigger.options,
      triggerEvidenceWeights,
      rows.map((row) => ({ ...row, evidence: row.reading.triggers, label: row.trigger })),
    ),
  };
}

/**
 * Lists the features of a failure: `bias`, log scores (`cause:data`), signals (`paths:data`), mechanisms (`mechanism:…`)
 * and words (`word:…`).
 */
export function listCauseFeatures(
  reading: CauseAndTriggerEvidence,
  words: StemCounts,
  vocabulary: Vocabulary,
): NamedFeatureValues {
  return [
    ['bias', 1],
    ...reading.causes.map((one) => [`cause:${one.label}`, sumEvidence(one)] as const),
    ...reading.triggers.map((one) => [`trigger:${one.label}`, sumEvidence(one)] as const),
    ...[...reading.facts].map(([name, score]) => [name, score / factScale] as const),
    ...[...reading.mechanisms].map(([name, score]) => [`mechanism:${name}`, Math.min(1, score)] as const),
    ...toVocabularyVector(words, vocabulary).map(([word, weight]) => [`word:${word}`, weight] as const),
  ];
}

function sumEvidence({ text, signals, mechanism }: LabelEvidence<string>): number {
  return Math.log1p(text + signals) + mechanism;
}
