import { join } from 'node:path';
import {
  type CauseAndTriggerEvidence,
  collectCauseEvidence,
  isEvidenceSufficient,
  listEvidenceFeatures,
  type PassageWeights,
} from '@refrain/analysis/evaluation';
import { Cause, Trigger } from '@refrain/domain';
import type { EvalCommandEnvironment } from '../command-line/context.ts';
import { round } from '../figures/round.ts';
import { labelPassages, learnPassageWeights } from '../passages/learn-passage-weights.ts';
import { passageKinds } from '../passages/passage-kinds.ts';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { mapToCauses } from './cause-mapping.ts';
import {
  type EvidenceExample,
  type LearnedEvidenceWeights,
  learnEvidenceWeights,
  predictByEvidence,
} from './learn-evidence-weights.ts';
import { scoreCauses } from './score-causes.ts';
import { scoreCausesInDetail } from './score-causes-in-detail.ts';

interface Label {
  readonly id: string;
  readonly source: string;
  readonly cause: Cause;
  readonly trigger: Trigger;
  readonly causeQuote: string | null;
  readonly doubtful: boolean;
}

interface Report {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly categories?: readonly string[];
}

interface LabelledReport extends Report {
  readonly source: string;
  readonly causes: readonly Cause[];
  /** Null if the collection does not label triggers. */
  readonly trigger: Trigger | null;
  readonly causeQuote: string | null;
  readonly isCertain: boolean;
  readonly weight: number;
}

export interface MeasureEvidenceWeightsOptions {
  readonly data: string;
  /** Whether the result includes weights learned from all reports. */
  readonly weights?: boolean | undefined;
}

/** Reports of collections count less, because their labels follow other conventions than those of organisations. */
const weights = { certain: 1, doubtful: 0.5, collection: 0.3 } as const;
const collections = ['causes-issre22', 'causes-danluu'];

/**
 * Scores the causes and triggers of each organisation with weights of the evidence, and of the passages, that were learned
 * from all other reports.
 */
export async function measureEvidenceWeights(
  { data, weights: showsWeights }: MeasureEvidenceWeightsOptions,
  { note }: EvalCommandEnvironment,
) {
  const { organisations, others } = await readLabelledReports(data);
  const sources = [...new Set(organisations.map(({ source }) => source))];
  const predicted = sources.flatMap((source) => {
    note(source);
    const known = organisations.filter((report) => report.source !== source);
    const passageWeights = learnRootCauseWeights(known);
    const models = learnModels([...known, ...others], passageWeights);
    const own = organisations.filter((report) => report.source === source && report.isCertain);
    return own.map((report) => predict(report, models, passageWeights));
  });
  return {
    task: 'evidence-weights',
    reports: predicted.length,
    causes: scoreCausesInDetail(predicted, new Map(organisations.map(({ id, causes }) => [id, causes]))),
    triggers: scoreCauses(predicted.map(({ trigger, truth }) => ({ predicted: trigger, truth: [truth] }))),
    ...(showsWeights ? { weights: roundModels(learnModels([...organisations, ...others])) } : {}),
  };
}

async function readLabelledReports(data: string) {
  const labels = await readAllJsonLines<Label>(join(data, 'labels-incidents.jsonl'));
  const sources = [...new Set(labels.map(({ source }) => source))];
  const incidents = await Promise.all(
    sources.map((source) => readAllJsonLines<Report>(join(data, `incidents-${source}.jsonl`))),
  );
  const byId = new Map(incidents.flat().map((incident) => [incident.id, incident]));
  const organisations = labels.flatMap(({ id, source, cause, trigger, causeQuote, doubtful }): LabelledReport[] => {
    const report = byId.get(id);
    if (report === undefined) return [];
    const weight = doubtful ? weights.doubtful : weights.certain;
    return [{ ...report, source, causes: [cause], trigger, causeQuote, isCertain: !doubtful, weight }];
  });
  const others = (
    await Promise.all(collections.map((name) => readAllJsonLines<Report>(join(data, `${name}.jsonl`))))
  ).flatMap((reports, at) =>
    reports.flatMap((report): LabelledReport[] => {
      const causes = mapToCauses(report.categories ?? []);
      const source = collections[at] ?? '';
      const rest = { source, trigger: null, causeQuote: null, isCertain: true, weight: weights.collection };
      return causes.length === 0 ? [] : [{ ...report, causes, ...rest }];
    }),
  );
  return { organisations, others };
}

function learnRootCauseWeights(reports: readonly LabelledReport[]): PassageWeights {
  return learnPassageWeights(
    reports.map(({ source, title, text, causeQuote }) =>
      labelPassages({ source, title, text, quote: causeQuote }, passageKinds['root-cause'].listForLearning),
    ),
  );
}

interface Models {
  readonly causes: LearnedEvidenceWeights;
  readonly triggers: LearnedEvidenceWeights;
}

function learnModels(reports: readonly LabelledReport[], passageWeights?: PassageWeights): Models {
  const read = reports.map((report) => ({ ...report, evidence: collectCauseEvidence(report, passageWeights) }));
  return {
    causes: learnEvidenceWeights(
      read.map(({ evidence, causes, weight }) => ({
        ...toExample(Cause.options, evidence.causes, causes),
        weight,
      })),
    ),
    triggers: learnEvidenceWeights(
      read.flatMap(({ evidence, trigger, weight }) =>
        trigger === null ? [] : [{ ...toExample(Trigger.options, evidence.triggers, [trigger]), weight }],
      ),
    ),
  };
}

function toExample<Option extends string>(
  labels: readonly Option[],
  evidence: readonly (Parameters<typeof listEvidenceFeatures>[0] & { readonly label: Option })[],
  right: readonly Option[],
): Omit<EvidenceExample, 'weight'> {
  const byLabel = new Map(evidence.filter(isEvidenceSufficient).map((one) => [one.label, listEvidenceFeatures(one)]));
  const features = labels.map((label) => (label === 'unknown' ? [0, 0, 0] : (byLabel.get(label) ?? null)));
  const options = right.map((label) => labels.indexOf(label)).filter((label) => features[label] !== null);
  // If no right label has evidence, the right answer is that the cause is unknown.
  return { features, right: options.length > 0 ? options : [labels.indexOf('unknown' as Option)] };
}

function predict(report: LabelledReport, models: Models, passageWeights: PassageWeights) {
  const evidence: CauseAndTriggerEvidence = collectCauseEvidence(report, passageWeights);
  const choose = <Option extends string>(
    labels: readonly Option[],
    own: Parameters<typeof toExample<Option>>[1],
    model: LearnedEvidenceWeights,
  ) => {
    const probabilities = predictByEvidence(toExample(labels, own, []).features, model);
    const best = probabilities.indexOf(Math.max(...probabilities));
    return { label: labels[best] as Option, confidence: probabilities[best] as number };
  };
  const cause = choose(Cause.options, evidence.causes, models.causes);
  const trigger = choose(Trigger.options, evidence.triggers, models.triggers);
  return {
    id: report.id,
    cause: cause.label,
    confidence: cause.confidence,
    trigger: trigger.label,
    truth: report.trigger ?? 'unknown',
  };
}

function roundModels({ causes, triggers }: Models) {
  const show = (labels: readonly string[], { features, bias }: LearnedEvidenceWeights) => ({
    features: features.map((weight) => round(weight, 2)),
    bias: Object.fromEntries(labels.map((label, at) => [label, round(bias[at] ?? 0, 2)])),
  });
  return { causes: show(Cause.options, causes), triggers: show(Trigger.options, triggers) };
}
