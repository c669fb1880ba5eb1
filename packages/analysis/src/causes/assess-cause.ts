import { Cause, type CauseAssessment, Trigger } from '@refrain/domain';
import { roundToThousandths } from '../stats/round-to-thousandths.ts';
import { countStems, type StemCounts } from '../text/count-stems.ts';
import type { CauseAssessmentInput } from './cause-assessment-input.ts';
import { type CauseModel, listCauseFeatures, shippedCauseModel } from './cause-model.ts';
import {
  type CauseOrTriggerModel,
  computeFeatureContribution,
  type NamedFeatureValues,
  predictLabels,
} from './cause-or-trigger-model.ts';
import { collectCauseEvidence, type LabelEvidence } from './collect-cause-evidence.ts';
import { causeEvidenceWeights, type EvidenceWeights, triggerEvidenceWeights } from './evidence-weights.ts';

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
  const reading = collectCauseEvidence(document);
  const words = model.vocabulary.size === 0 ? noWords : countStems(document);
  const features = listCauseFeatures(reading, words, model.vocabulary);
  const causes = rank(Cause.options, causeEvidenceWeights, reading.causes, model.causes, features, words.surfaces);
  const triggers = rank(
    Trigger.options,
    triggerEvidenceWeights,
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
 * Lists the supported labels that are probable enough to mention. `named` is the most probable label, or null if it is not
 * probable enough to state.
 */
function rank<Label extends string>(
  labels: readonly Label[],
  weights: EvidenceWeights<Label>,
  evidence: readonly LabelEvidence<Label>[],
  model: CauseOrTriggerModel | null,
  features: NamedFeatureValues,
  surfaces: ReadonlyMap<string, string>,
): { readonly all: readonly Found<Label>[]; readonly named: Found<Label> | null } {
  const probabilities = predictLabels(labels, weights, model, { evidence, features });
  const supported = labels.flatMap((label, number) => {
    const probability = probabilities[number] ?? null;
    if (probability === null) return [];
    const own = evidence.find((one) => one.label === label);
    const learnt = label === 'unknown' ? [] : listLearntWords(model, features, number, labels.length, surfaces);
    const shown = [...(own?.phrases ?? []).slice(0, maxPhrases), ...learnt];
    return [{ label, confidence: roundToThousandths(probability), evidence: shown }];
  });
  const ranked = supported.sort((a, b) => b.confidence - a.confidence || (a.label < b.label ? -1 : 1));
  const [first] = ranked;
  const isNamed = first !== undefined && first.label !== 'unknown' && first.confidence >= minProbability;
  return {
    all: ranked
      .filter(({ label, confidence }) => label !== 'unknown' && confidence >= minMentioned)
      .slice(0, maxMentioned),
    named: isNamed ? first : null,
  };
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
