export { checkWording } from './blameless/check-wording.ts';
export { isQuotable } from './blameless/is-quotable.ts';
export { rewordBlame } from './blameless/reword-blame.ts';
export { createTeamLookup, type TeamLookup } from './catalogue/create-team-lookup.ts';
export { isEntryAssumedCorrect } from './catalogue/is-entry-assumed-correct.ts';
export {
  type KnownService,
  type KnownServicesAndRepositories,
  type MatchedCatalogueFile,
  matchCatalogueFile,
} from './catalogue/match-facts.ts';
export { suggestCatalogue } from './catalogue/suggest-catalogue.ts';
export { addDuplicateContent, moveToPrimaries } from './detection/duplicates/merge-duplicate-failures.ts';
export { findRevertedChanges } from './detection/reverts/find-reverted-changes.ts';
export { judgeDescribedRevert } from './detection/reverts/judge-reported-revert.ts';
export { rollbackIdSuffix } from './detection/rollbacks/describe-rollback.ts';
export { findRollbacks } from './detection/rollbacks/find-rollbacks.ts';
export { judgePlannedWork } from './detection/verdicts/judge-planned-work.ts';
export { findStatedDuration } from './extraction/duration/find-stated-duration.ts';
export { findResolution } from './extraction/resolution/find-resolution.ts';
export { isStatedBy, statePassage, toStatedPassage } from './extraction/state-passage.ts';
export { indexStatementDecisions } from './extraction/statement-decisions.ts';
export { guardrailLibrary } from './guardrails/library/all.ts';
export { describeSignificantRateIncrease } from './guardrails/policy/describe-significant-rate-increase.ts';
export { findIssueObstacle, type PolicyIssueCounts } from './guardrails/policy/find-issue-obstacle.ts';
export { judgePatternByPolicy } from './guardrails/policy/judge-pattern-by-policy.ts';
export { deriveImprovementUpdates } from './guardrails/triage/derive-improvement-updates.ts';
export { parseTriageCommand, type TriageCommand } from './guardrails/triage/parse-triage-command.ts';
export { formatTriageCommandReply, type TriageCommandOutcome } from './guardrails/triage/replies.ts';
export {
  findStrongestEvidenceDetail,
  judgeResolutionCertainty,
} from './linking/judge-resolution-certainty.ts';
export { findMechanism, listSearchedMechanisms } from './mechanisms/find-mechanisms.ts';
export { mechanisms } from './mechanisms/library/all.ts';
export { listAskedMechanisms } from './mechanisms/list-clear-mechanisms.ts';
export { computeMeasurements } from './metrics/compute-measurements.ts';
export { estimateCost } from './metrics/cost/estimate-cost.ts';
export { traceShippingHistory } from './metrics/delivery/trace-shipping-history.ts';
export { buildFailureMap } from './metrics/map/build-failure-map.ts';
export { findDigestPeriodAt, findLastCompleteDigestPeriod } from './metrics/observation/digest-period.ts';
export { observeChanges } from './metrics/observation/observe-changes.ts';
export { observeEpisodes } from './metrics/observation/observe-episodes.ts';
export { comparePeriods, type PeriodCounts } from './metrics/trend/compare-periods.ts';
export { comparedWeeks, compareWithPeriodBefore } from './metrics/trend/compare-with-period-before.ts';
export { assignToPattern, type PatternAssignment, type PatternVote } from './patterns/clustering/assign-to-pattern.ts';
export type { PreviousPattern } from './patterns/clustering/clustering-result.ts';
export { describeUnspecific } from './patterns/clustering/describe-unspecific.ts';
export { findPatterns } from './patterns/clustering/find-patterns.ts';
export { derivePatternId } from './patterns/clustering/identity.ts';
export {
  chooseMatchedPattern,
  chooseRepeats,
  fetchedNeighbourCount,
  isPatternReported,
  judgeSeenBefore,
  minReportedConfidence,
} from './patterns/clustering/seen-before.ts';
export type { CorrectedQuestion } from './patterns/search/correct-spelling.ts';
export {
  createFailureIndex,
  type FailureIndexMatch,
  type FailureIndexQuery,
  type FailureIndexResult,
  type IndexedFailure,
} from './patterns/search/failure-index.ts';
export { embedPassages, type PassageVectorList } from './patterns/similarity/meanings.ts';
export { type PipelineInput, type PipelineOutput, runPipeline } from './pipeline/run-pipeline.ts';
export { areWarningsUnwelcome } from './precheck/are-warnings-unwelcome.ts';
export { createPrecheckIndex, precheckChange } from './precheck/create-precheck-index.ts';
export { listPrecheckHistory } from './precheck/list-history.ts';
export type { CheckedChange, PrecheckFinding } from './precheck/precheck.ts';
export { renderCheckRun, renderDismissedCheckRun } from './precheck/render-check-run.ts';
export { applyCurrentNames } from './reporting/digests/apply-current-names.ts';
export { buildDigest, haveEqualDigestCounts } from './reporting/digests/build-digest.ts';
export { markDecidedProposals } from './reporting/digests/mark-decided-proposals.ts';
export {
  type DigestRecords,
  listDigestScopes,
  selectDigestRecordsOfScope,
} from './reporting/digests/select-digest-records-of-scope.ts';
export {
  escapeIssueTitle,
  escapeMarkdown,
  formatAutolink,
  formatInlineCode,
  formatMarkdownLink,
} from './reporting/document/escape-markdown.ts';
export { formatPrintableLine } from './reporting/document/format-printable-line.ts';
export { renderDocumentHtml } from './reporting/document/render-document-html.ts';
export { renderDocumentMarkdown } from './reporting/document/render-document-markdown.ts';
export { renderDocumentText } from './reporting/document/render-document-text.ts';
export { shortenDocument } from './reporting/document/shorten-document.ts';
export { chooseIssueRepository, listOwningTeams } from './reporting/issues/choose-issue-repository.ts';
export { digestIssue } from './reporting/issues/digest-issue.ts';
export { followPatternName } from './reporting/issues/follow-pattern-name.ts';
export { formatIssueTitle } from './reporting/issues/format-issue-title.ts';
export { describeEffectVerdict, describeNewEpisodes } from './reporting/issues/issue-evidence.ts';
export { renderIssue } from './reporting/issues/render-issue.ts';
export { describeLibraryFixes } from './reporting/library/describe-library-fixes.ts';
export { renderLibrary } from './reporting/library/render-library.ts';
export { estimateNoteConfidence } from './reporting/notes/estimate-note-confidence.ts';
export { type IncidentNoteInput, renderIncidentNote } from './reporting/notes/render-incident-note.ts';
export { buildReportWithGuardrails } from './reporting/reports/build-report-with-guardrails.ts';
export { compareReports } from './reporting/reports/compare-reports.ts';
export { getReportDocument } from './reporting/reports/describe-report.ts';
export { formatRateChange } from './reporting/sections/describe-rate-ratio.ts';
export { findTellingResolution } from './reporting/sections/list-resolution-statements.ts';
export { renderSlackDigest } from './reporting/slack/render-slack-digest.ts';
export { renderSlackPattern } from './reporting/slack/render-slack-pattern.ts';
export { renderSlackTestMessage, type SlackMessage } from './reporting/slack/slack-message.ts';
export { listQuotableSentences, stateFailure } from './statements/state-failure.ts';
export { roundToThousandths } from './stats/round-to-thousandths.ts';
export { chooseMatchingLine } from './text/choose-matching-line.ts';
export type { FailureDocument } from './text/failure-document.ts';
export { findWorstCountedSeverity } from './text/find-worst-counted-severity.ts';
export { formatDay } from './text/format.ts';
