import { Cause, type CauseAssessment, Trigger } from '@refrain/domain';
import { roundToThousandths } from '../stats/round-to-thousandths.ts';
import type { CauseAssessmentInput } from './cause-assessment-input.ts';
import { type CauseModel, listCauseFeatures, shippedCauseModel } from './cause-model.ts';
import {
  type CauseOrTriggerModel,
  computeFeatureContribution,
  computeLogPriors,
  type NamedFeatureValues,
  predictLabels,
} from './cause-or-trigger-model.ts';
import { countStems, type StemCounts } from './count-stems.ts';
import { scoreCausesAndTriggers, unknownLabelScores } from './score-causes-and-triggers.ts';
import type { PhraseScore } from './score-phrases.ts';

/**
 * Minimum probability at which a cause is stated. A wrong cause is assumed to cost a third of the value of a right one,
 * since people see its evidence and can correct it: p − (1 − p) / 3 > 0 for p > ¼.
 */
const minProbability = 0.25;
/** Minimum probability at which a cause is listed as possible. */
const minMentioned = 0.1;
const maxMentioned = 3;
const maxPhrases = 5;
const maxWords = 3;
/** A learnt word is listed as evidence only if it raises the log-probability of the label by at least this much. */
const minContribution = 0.1;

interface Found<Label extends string> {
  readonly label: Label;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** Estimates a failure's cause and trigger from words, kind, files, steps and linked changes, or returns `unknown`. */
export function assessCause(document: CauseAssessmentInput, model: CauseModel = shippedCauseModel): CauseAssessment {
  const reading = scoreCausesAndTriggers(document);
  const words = model.vocabulary.size === 0 ? noWords : countStems(document);
  const features = listCauseFeatures(reading, words, model.vocabulary);
  const causes = rank(Cause.options, unknownLabelScores.causes, reading.causes, model.causes, features, words.surfaces);
  const triggers = rank(
    Trigger.options,
    unknownLabelScores.triggers,
    reading.triggers,
    model.triggers,
    features,
    words.surfaces,
  );
  const [cause, trigger] = [causes.named, triggers.named];
  return {
    cause: cause?.label ?? 'unknown',
    trigger: trigger?.label ?? 'unknown',
    confidence: cause?.confidence ?? 0,
    evidence: [...new Set([...(cause?.evidence ?? []), ...(trigger?.evidence ?? []).slice(0, 3)])],
    causes: causes.all.map(({ label, ...rest }) => ({ cause: label, ...rest, evidence: [...rest.evidence] })),
    triggers: triggers.all.map(({ label, ...rest }) => ({ trigger: label, ...rest, evidence: [...rest.evidence] })),
  };
}

const noWords: StemCounts = { counts: new Map(), surfaces: new Map() };

/**
 * Lists the labels that are probable enough to mention. `named` is the most probable label, or null if it is not
 * probable enough to state.
 */
function rank<Label extends string>(
  labels: readonly Label[],
  silenceScore: number,
  scores: readonly PhraseScore<Label>[],
  model: CauseOrTriggerModel | null,
  features: NamedFeatureValues,
  surfaces: ReadonlyMap<string, string>,
): { readonly all: readonly Found<Label>[]; readonly named: Found<Label> | null } {
  const probabilities = predictLabels(model, computeLogPriors(labels, scores, silenceScore), features);
  const ranked = labels
    .map((label, number) => ({ label, number, probability: probabilities[number] ?? 0 }))
    .sort((a, b) => b.probability - a.probability || (a.label < b.label ? -1 : 1));
  const all = ranked
    .filter(({ label, probability }) => label !== 'unknown' && probability >= minMentioned)
    .slice(0, maxMentioned)
    .map(({ label, number, probability }) => ({
      label,
      confidence: roundToThousandths(probability),
      evidence: [
        ...(scores.find((score) => score.label === label)?.phrases ?? []).slice(0, maxPhrases),
        ...listLearntWords(model, features, number, labels.length, surfaces),
      ],
    }));
  const [first] = ranked;
  const isNamed = first !== undefined && first.label !== 'unknown' && first.probability >= minProbability;
  return { all, named: isNamed ? (all[0] ?? null) : null };
}

function listLearntWords(
  model: CauseOrTriggerModel | null,
  features: NamedFeatureValues,
  label: number,
  labels: number,
  surfaces: ReadonlyMap<string, string>,
): string[] {
  if (model === null) return [];
  const found: { word: string; contribution: number }[] = [];
  for (const feature of features) {
    if (!feature[0].startsWith('word:')) continue;
    const contribution = computeFeatureContribution(model, feature, label, labels);
    if (contribution < minContribution) continue;
    found.push({ word: surfaces.get(feature[0].slice('word:'.length)) ?? '', contribution });
  }
  return found
    .sort((a, b) => b.contribution - a.contribution || (a.word < b.word ? -1 : 1))
    .slice(0, maxWords)
    .map(({ word }) => word.toLowerCase());
}
