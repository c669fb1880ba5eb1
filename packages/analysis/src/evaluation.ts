export type { CatalogueInput } from './catalogue/catalogue-input.ts';
export type { DecidedCatalogueEntry } from './catalogue/repository-affinity.ts';
export { assessCause } from './causes/assess-cause.ts';
export type { CauseTrainingExample } from './causes/cause-model.ts';
export { trainCauseModel } from './causes/cause-model.ts';
export { listEvidenceFeatures } from './causes/cause-or-trigger-model.ts';
export {
  type CauseAndTriggerEvidence,
  collectCauseEvidence,
  isEvidenceSufficient,
} from './causes/collect-cause-evidence.ts';
export { mergeDuplicateFailures } from './detection/duplicates/merge-duplicate-failures.ts';
export { detectReverts } from './detection/reverts/detect-reverts.ts';
export type { LandedChange } from './detection/reverts/list-landed-changes.ts';
export { listLandedChanges } from './detection/reverts/list-landed-changes.ts';
export { parseCommitMessageBody } from './detection/reverts/parse-commit-message-body.ts';
export {
  parseMergeMessage,
  parseRevertBranchName,
} from './detection/reverts/parse-merge-message.ts';
export { splitOffPullRequestNumber } from './detection/reverts/parse-revert-title.ts';
export type { CommitRecord, Revert, RevertVerdict } from './detection/reverts/revert.ts';
export { applyVerdicts, decideVerdicts } from './detection/verdicts/decide-verdicts.ts';
export { listRevertTemplates } from './detection/verdicts/list-revert-templates.ts';
export {
  type ChosenPassage,
  choosePassage,
  type Passage,
  type PassageWeights,
  quoteSentences,
} from './extraction/report-passages.ts';
export { listResolutionPassages } from './extraction/resolution/list-resolution-passages.ts';
export { resolutionWeights } from './extraction/resolution/resolution-weights.ts';
export { isRootCauseStated } from './extraction/root-cause/find-root-cause.ts';
export { listRootCausePassages } from './extraction/root-cause/list-root-cause-passages.ts';
export { listStatedCauses } from './extraction/root-cause/list-stated-causes.ts';
export { rootCauseWeights } from './extraction/root-cause/root-cause-weights.ts';
export { collectPatternMembers } from './guardrails/collect-pattern-members.ts';
export type { GuardrailRecommendationInput } from './guardrails/guardrail-recommendation-input.ts';
export { recommendGuardrails } from './guardrails/recommend-guardrails.ts';
export { addFilesOfCauses } from './linking/files-of-causes.ts';
export { linkFailures } from './linking/link-failures.ts';
export { fitEffectPrior } from './metrics/effect/fit-effect-prior.ts';
export { measureEffect } from './metrics/effect/measure-effect.ts';
export type { CalibrationBins } from './metrics/forecast/calibration-bins.ts';
export {
  addForecastToBins,
  computeCalibrationError,
  createCalibrationBins,
  listCalibrationBins,
} from './metrics/forecast/calibration-bins.ts';
export {
  computeCountInterval,
  computeCoveredShare,
  computeCumulativeProbabilityRange,
} from './metrics/forecast/compute-count-interval.ts';
export { computeExpectedCount, probabilityOfAnyEvent } from './metrics/forecast/count-distribution.ts';
export type { RecurrenceSeries, SeriesEventTimes } from './metrics/forecast/recurrence-series.ts';
export { countEventsBefore, toSeriesEventTimes } from './metrics/forecast/recurrence-series.ts';
export { forecastHorizonDays, walkForward } from './metrics/forecast/walk-forward.ts';
export { buildControlChart } from './metrics/trend/build-control-chart.ts';
export { measureTrends } from './metrics/trend/measure-trends.ts';
export type { TrendSeries } from './metrics/trend/observe-series.ts';
export type { ClusteredDocument } from './patterns/clustering/cluster-documents.ts';
export { clusterDocuments } from './patterns/clustering/cluster-documents.ts';
export type { ClusteredPattern } from './patterns/clustering/clustering-result.ts';
export { findBestWordMatchScore } from './patterns/clustering/seen-before.ts';
export { describePattern } from './patterns/names/describe-pattern.ts';
export { createCorpusStatistics } from './patterns/similarity/corpus-statistics.ts';
export { haveCommonWord } from './patterns/similarity/have-common-word.ts';
export { createSimilarityIndex } from './patterns/similarity/similarity-index.ts';
export { replayPrecheck } from './precheck/create-precheck-index.ts';
export type { PrecheckHistory } from './precheck/precheck.ts';
export { rankRiskScore } from './precheck/rank-risk-score.ts';
export { createTermSimilarityIndex } from './precheck/similarity.ts';
export { listNoteConfidenceFeatures } from './reporting/notes/estimate-note-confidence.ts';
export { trainLogisticRegression } from './stats/logistic-regression.ts';
export { minimiseFunction } from './stats/minimise-function.ts';
export type { NormalisedDocument } from './text/failure-document.ts';
export { normaliseDocument } from './text/normalise-document.ts';
