export { type Caller, includesRole, localAdminId, Role, Scope, SignInMethod, scopesInclude, User } from './access.ts';
export {
  ApiToken,
  NewToken,
  NewTokenResponse,
  NewUser,
  OpenSession,
  SecurityResponse,
  SessionResponse,
  SessionsResponse,
  SessionVia,
  SignInLinkResponse,
  SignInMethodsResponse,
  TokensResponse,
  UserChange,
  UsersResponse,
} from './access-responses.ts';
export {
  CatalogueImportResponse,
  CatalogueResponse,
  CatalogueSuggestionResponse,
  CorrectionsResponse,
  DecisionsResponse,
  DigestsResponse,
  FailureResponse,
  FailuresResponse,
  GuardrailsResponse,
  ImprovementsResponse,
  LibraryFilesResponse,
  LibraryResponse,
  ListedFailure,
  ListedPattern,
  PatternFacets,
  PatternResponse,
  PatternsResponse,
  PolicyResponse,
  ProviderWritesResponse,
  PullChecksResponse,
  ReportChangesResponse,
  ReportsResponse,
  ScopeNamesResponse,
} from './api-responses.ts';
export type { AppErrorOptions } from './app-error.ts';
export { AppError, ErrorCode, toAppError } from './app-error.ts';
export type { BackfillTotal } from './backfill-total.ts';
export { formatBackfillTotal, sumBackfills } from './backfill-total.ts';
export type { CatalogueStatement, ParsedCatalogueFile, ServiceDependency } from './catalogue.ts';
export {
  CatalogueDraft,
  CatalogueEntry,
  CatalogueOrigin,
  NewCatalogueEntry,
  Ownership,
} from './catalogue.ts';
export { Cause, CauseAssessment, LikelyCause, LikelyTrigger, Trigger } from './cause.ts';
export { Change, ChangeDraft, ChangeKind } from './change.ts';
export {
  CandidateChange,
  ChangeAssessment,
  ChangeVerdict,
  IncidentResolution,
  maxCandidateChanges,
  ResolvedBy,
} from './change-assessment.ts';
export {
  BackfillProgress,
  CompletenessDay,
  Connection,
  ConnectionHealth,
  ConnectionScope,
  ConnectionStatus,
  defaultScope,
  StreamProgress,
  WebhookState,
} from './connection.ts';
export {
  ArchiveImportResponse,
  CompletenessCheckResponse,
  CompletenessResponse,
  ConnectionCheckResponse,
  ConnectionsResponse,
  ConnectResponse,
  GitHubAppResponse,
  GitHubAppStartResponse,
  ImportResponse,
  ProblemsResponse,
  ReplayResponse,
  UnreadableRecordsResponse,
  WebhookResponse,
} from './connection-responses.ts';
export { ControlChart, ControlPoint, ControlRule, ControlSignal } from './control-chart.ts';
export {
  Correction,
  CorrectionDecision,
  CorrectionKind,
  ListedCorrection,
  maxJoinedFailures,
} from './correction.ts';
export { Cost, CostAssumption, CostAssumptionName, CostPart, CostSettings, WorkingTime } from './cost.ts';
export { cleanVisibleName, createVisibleNameSchema, VisibleName } from './create-visible-name-schema.ts';
export { adviseOnDeadLetter, DeadLetter, DeadLetterKind, ReplayLikelihood } from './dead-letter.ts';
export {
  DeadLetterReplayResponse,
  DeadLettersResponse,
  DiscardDeadLetter,
  ReplayDeadLetters,
} from './dead-letter-responses.ts';
export {
  createDecider,
  Decider,
  DeciderVia,
  Decision,
  DecisionDetail,
  DecisionState,
  formatDecider,
  type IntendedDecision,
  policyDecider,
} from './decision.ts';
export {
  ChangeFailRate,
  DeliveryFigures,
  DeliveryMetrics,
  DeploymentFrequency,
  DeploymentReworkRate,
} from './delivery-metrics.ts';
export {
  Completeness,
  Digest,
  DigestedPattern,
  DigestPeriod,
  DigestScope,
  ListedDigest,
  StoredDigest,
} from './digest.ts';
export { DurationQuantile, DurationSummary } from './duration-summary.ts';
export { Effect, EffectMeasure, EffectVerdict } from './effect.ts';
export { EncryptionKeyStatus, EncryptionStatus, KeyRotation } from './encryption.ts';
export { Erasure, ErasurePreview, ErasureSubject, ErasuresResponse } from './erasure.ts';
export type { StaleFailure } from './failure.ts';
export { Failure, FailureDraft, FailureKind, FailureTiming, isUndecidedRevert } from './failure.ts';
export {
  CauseCell,
  FailureMap,
  FailureMapFilter,
  FailureMapRow,
  ImpactHours,
  MapBaseline,
  type MapCell,
  MapRate,
  PathHotspot,
  PatternMap,
  SharedFolder,
  TriggerCell,
} from './failure-map.ts';
export {
  Backtest,
  BacktestHorizon,
  CalibrationBin,
  Forecast,
  ForecastBasis,
  ForecastGap,
  ForecastHorizon,
} from './forecast.ts';
export { type ExternalTextFormatters, formatResolution, joinQuotationLines } from './format-resolution.ts';
export {
  EffortSize,
  Estimate,
  Guardrail,
  GuardrailEvidence,
  GuardrailOutcome,
  GuardrailSignal,
  GuardrailSource,
  ListedGuardrail,
  PatternGuardrails,
  Recommendation,
  RecommendationScoreFactors,
  ResolutionKind,
  Season,
  Span,
} from './guardrail.ts';
export type { ImprovementIssue, ImprovementLabel, IssueLocation, WrittenIssue } from './improvement.ts';
export {
  Fix,
  Improvement,
  ImprovementState,
  IssuePreview,
  IssueState,
  isAllowedTransition,
  isApprovedByPolicy,
  isSnoozed,
  PastFix,
} from './improvement.ts';
export { ImprovementPolicy, maxIncidentNoteServices, PolicyMode } from './improvement-policy.ts';
export type { NewIncident } from './incident-note.ts';
export { dayInMs, elapsedMs, hourInMs, Instant, maxRateLimitResetMs, minuteInMs, secondInMs } from './instant.ts';
export { LibraryEntry, LibraryFile } from './library.ts';
export { Episode, Evidence, Link, LinkStatus, LinkType } from './link.ts';
export { isLoopbackHost } from './loopback.ts';
export { Measurement, PatternMeasurement } from './measurement.ts';
export type { ChangeWithPaths, ObservedChange, ObservedEpisode, ObservedPeriod } from './observed.ts';
export { FixOutcome, Overview, OverviewForecast, OverviewMap, OverviewTrend } from './overview.ts';
export { maxPageTotal } from './page-of.ts';
export { parseInput } from './parse-input.ts';
export { LineageEvent, Membership, Pattern, PatternJudgement, PatternSort, Scenario } from './pattern.ts';
export { Problem } from './problem.ts';
export type { ConnectField, ConnectMethod } from './provider.ts';
export { Provider, ProviderDescriptor, ProvidersResponse, ScopeSelection } from './provider.ts';
export type { ProviderRateLimits, RateLimitRule, RequestClass } from './provider-rate-limits.ts';
export type { WriteOutcome } from './provider-write.ts';
export { IntendedWrite, ProviderWrite, UndoRequest, WriteAction, WriteReason, WriteState } from './provider-write.ts';
export {
  CheckedOutcome,
  ListedCheck,
  OpenPullRequest,
  PullCheck,
  PullCheckContent,
  PullCheckState,
} from './pull-check.ts';
export { InboxOutcome, RawRecord } from './raw-record.ts';
export { Recurrence } from './recurrence.ts';
export { createNameRedactor, redactPeople, redactPeopleInTexts } from './redact-people.ts';
export { EventType, RefrainEvent } from './refrain-event.ts';
export { ListedReport, PatternReport, ReportChange, ReportLink, ReportMember, StoredReport } from './report.ts';
export {
  ReportChart,
  ReportDocument,
  ReportSection,
  ReportSource,
  ReportTable,
  Statement,
} from './report-document.ts';
export { FullRepositoryName, isRepositoryName } from './repository-name.ts';
export { LatestResolution, Resolution, ResolutionCertainty, ResolvingChange, StatedResolution } from './resolution.ts';
export { RestartEntry } from './restart.ts';
export {
  LikelyPattern,
  maxSearchTextLength,
  SearchMatch,
  SearchQuery,
  SearchResponse,
} from './search.ts';
export { BacklogResponse, ReadinessResponse, StatusResponse } from './status-responses.ts';
export {
  NewSubscription,
  NewSubscriptionResponse,
  Subscription,
  SubscriptionsResponse,
  SubscriptionTestResponse,
} from './subscription.ts';
export { hasTimeOfDay, latestTimeOf, pickCoarserPrecision, TimePrecision } from './time-precision.ts';
export {
  anyWordWildcard,
  ListedRevertTemplate,
  RevertTemplate,
  RevertTemplatesResponse,
  TitleTemplate,
} from './title-template.ts';
export type { IssueComment, MentioningPullRequest, TrackedIssue } from './tracked-issue.ts';
export {
  ChangePoint,
  RateComparison,
  Trend,
  TrendDirection,
  TrendMeasure,
  TrendRate,
  TrendScope,
  Trends,
  TrendTest,
  TrendWeek,
} from './trend.ts';
export {
  maxCheckedTextLength,
  maxWordingFindings,
  WordingEdit,
  WordingFinding,
  WordingKind,
  WordingRequest,
  WordingResponse,
} from './wording.ts';
