export { type Caller, includesRole, localAdminId, Role, Scope, SignInWay, scopesInclude, User } from './access.ts';
export {
  ApiToken,
  NewToken,
  NewUser,
  OpenSession,
  SafetyAnswer,
  SessionAnswer,
  SessionsAnswer,
  SessionVia,
  SignInLinkAnswer,
  SignInWaysAnswer,
  TokenAnswer,
  TokensAnswer,
  UserChange,
  UsersAnswer,
} from './access-answers.ts';
export {
  CatalogueAnswer,
  CatalogueAskedAnswer,
  CatalogueImportedAnswer,
  CorrectionsAnswer,
  DecisionsAnswer,
  DigestsAnswer,
  FailureAnswer,
  FailuresAnswer,
  GuardrailsAnswer,
  ImprovementsAnswer,
  LibraryAnswer,
  LibraryFilesAnswer,
  ListedFailure,
  ListedPattern,
  PatternAnswer,
  PatternFacets,
  PatternsAnswer,
  PlacesAnswer,
  PolicyAnswer,
  ProviderWritesAnswer,
  PullChecksAnswer,
  ReportChangesAnswer,
  ReportsAnswer,
} from './api-answers.ts';
export type { AppErrorOptions } from './app-error.ts';
export { AppError, ErrorCode, toAppError } from './app-error.ts';
export type { BackfillTotal } from './backfill-total.ts';
export { addUpBackfills, describeTotal } from './backfill-total.ts';
export type { CatalogueFact, CatalogueFile, ServiceDependency } from './catalogue.ts';
export {
  CatalogueDraft,
  CatalogueEntry,
  CatalogueOrigin,
  CataloguePair,
  Ownership,
} from './catalogue.ts';
export { Cause, CauseAssessment, LikelyCause, LikelyTrigger, Trigger } from './cause.ts';
export { Change, ChangeDraft, ChangeKind } from './change.ts';
export {
  CandidateChange,
  ChangeAnswer,
  ChangeVerdict,
  EndedBy,
  IncidentEnding,
  mostCandidates,
} from './change-answer.ts';
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
  CheckedAnswer,
  ComparingAnswer,
  CompletenessAnswer,
  ConnectedAnswer,
  ConnectionsAnswer,
  GitHubAppAnswer,
  GitHubAppBegunAnswer,
  ImportedAnswer,
  ProblemsAnswer,
  ReceivedAnswer,
  ReplayAnswer,
  UnreadableAnswer,
  WebhookAnswer,
} from './connection-answers.ts';
export { ControlChart, ControlPoint, ControlRule, ControlSignal } from './control-chart.ts';
export { Correction, CorrectionDecision, CorrectionKind, ListedCorrection, mostJoined } from './correction.ts';
export { Cost, CostAssumption, CostAssumptionName, CostPart, CostSettings, WorkingTime } from './cost.ts';
export { DeadLetter, DeadLetterKind, judgeLetter, ReplayChance } from './dead-letter.ts';
export { DeadLettersAnswer, DiscardDeadLetter, ReplayDeadLetters, ReplayedAnswer } from './dead-letter-answers.ts';
export {
  Decider,
  DeciderVia,
  Decision,
  DecisionDetail,
  DecisionState,
  deciderBy,
  type IntendedDecision,
  nameDecider,
  thePolicy,
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
export { EncryptionStatus, KeyRotation, KeyUse } from './encryption.ts';
export type { FailureNews } from './failure.ts';
export { Failure, FailureDraft, FailureKind, FailureTiming, isUndecided } from './failure.ts';
export {
  CauseCell,
  FailureMap,
  FailureMapFilter,
  ImpactHours,
  type MapCell,
  MapGround,
  MapRate,
  MapService,
  PathHotspot,
  PatternMap,
  SharedFolder,
  TriggerCell,
} from './failure-map.ts';
export { fillIn } from './fill-in.ts';
export {
  Backtest,
  BacktestHorizon,
  CalibrationBin,
  Forecast,
  ForecastBasis,
  ForecastGap,
  ForecastHorizon,
} from './forecast.ts';
export { Forgetting, ForgettingPreview, ForgettingSubject, ForgettingsAnswer } from './forgetting.ts';
export {
  EffortSize,
  EndingKind,
  Estimate,
  Guardrail,
  GuardrailArithmetic,
  GuardrailChoice,
  GuardrailEvidence,
  GuardrailOutcome,
  GuardrailSign,
  GuardrailSource,
  ListedGuardrail,
  Recommendation,
  Season,
  Span,
} from './guardrail.ts';
export type { EnsuredIssue, ImprovementIssue, ImprovementLabel, IssuePlace } from './improvement.ts';
export {
  Fix,
  Improvement,
  ImprovementState,
  IssuePreview,
  IssueState,
  isByPolicy,
  isSnoozed,
  mayBecome,
  PastFix,
} from './improvement.ts';
export { ImprovementPolicy, mostNotedServices, PolicyMode } from './improvement-policy.ts';
export type { TriggeredIncident } from './incident-note.ts';
export { dayInMs, elapsedMs, hourInMs, Instant, longestResetMs, minuteInMs, secondInMs } from './instant.ts';
export { LibraryEntry, LibraryFile } from './library.ts';
export { Episode, Evidence, Link, LinkStatus, LinkType } from './link.ts';
export { isLoopback } from './loopback.ts';
export { Measurement, PatternMeasurement } from './measurement.ts';
export type { ObservedChange, ObservedEpisode, ObservedPeriod, TouchingChange } from './observed.ts';
export { FixOutcome, Overview, OverviewForecast, OverviewMap, OverviewTrend } from './overview.ts';
export { mostCounted } from './page-of.ts';
export { parseInput } from './parse-input.ts';
export { LineageEvent, Membership, Pattern, PatternJudgement, PatternSort, Scenario } from './pattern.ts';
export { Problem } from './problem.ts';
export type { ConnectField, ConnectMethod } from './provider.ts';
export { Provider, ProviderDescriptor, ProvidersResponse, ScopeSelection } from './provider.ts';
export type { WriteOutcome } from './provider-write.ts';
export { IntendedWrite, ProviderWrite, UndoRequest, WriteAction, WriteReason, WriteState } from './provider-write.ts';
export { CheckedOutcome, ListedCheck, OpenPull, PullCheck, PullCheckState, WantedCheck } from './pull-check.ts';
export { InboxOutcome, RawRecord } from './raw-record.ts';
export { Recurrence } from './recurrence.ts';
export { createNameRedactor, redactPeople, redactTexts } from './redact-people.ts';
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
export type { RequestCost, RequestRule, RequestRules } from './request-rules.ts';
export { LatestResolution, Resolution, ResolutionCertainty, ResolvingChange, StatedResolution } from './resolution.ts';
export { RestartEntry } from './restart.ts';
export { onOneLine, type ResolutionStyle, sayResolution } from './say-resolution.ts';
export {
  LikelyPattern,
  longestSearchText,
  SearchAnswer,
  SearchMatch,
  SearchQuestion,
} from './search.ts';
export { BacklogAnswer, ReadyAnswer, StatusAnswer } from './status-answers.ts';
export {
  NewSubscription,
  SubscribedAnswer,
  Subscription,
  SubscriptionsAnswer,
  SubscriptionTestAnswer,
} from './subscription.ts';
export { coarserPrecision, hasTimeOfDay, latestTimeOf, TimePrecision } from './time-precision.ts';
export {
  anyWord,
  ListedRevertTemplate,
  RevertTemplate,
  RevertTemplatesAnswer,
  TitleTemplate,
} from './title-template.ts';
export type { IssueComment, NamingPull, TrackedIssue } from './tracked-issue.ts';
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
export { toVisibleName, VisibleName, visibleName } from './visible-name.ts';
export {
  longestCheckedText,
  mostWordingFindings,
  WordingAnswer,
  WordingEdit,
  WordingFinding,
  WordingKind,
  WordingQuestion,
} from './wording.ts';
