export type { DecisionListOptions, DecisionOutcome, DecisionQueries, StoredDecision } from './access/decisions.ts';
export type {
  IdempotentRequest,
  IdempotentRequestQueries,
  StoredResponse,
} from './access/idempotent-requests.ts';
export type { Grant, NewSession, SessionOrigin, ValidSession } from './access/sessions.ts';
export { localAdminTokenOwner, type TokenOwner, type TokenQueries } from './access/tokens.ts';
export type { IdentityProfile, UserChange, UserQueries } from './access/users.ts';
export type { CatalogueFilter, CatalogueQueries } from './catalogue/catalogue.ts';
export type { CatalogueSuggestionInput } from './catalogue/catalogue-suggestion-input.ts';
export type { AppRegistration, AppRegistrationQueries } from './connections/app-registrations.ts';
export type { CompletenessQueries } from './connections/completeness.ts';
export type { ConnectionDraft, ConnectionQueries } from './connections/connections.ts';
export type {
  CompletenessCheckQueries,
  CompletenessCheckResult,
  StreamCompletenessState,
} from './connections/reconciliations.ts';
export type { PolledScope, ScopeMember, ScopeMemberQueries } from './connections/scope-members.ts';
export {
  type ActiveStream,
  type StreamPassPosition,
  type StreamQueries,
  type StreamRow,
  streamPassOverlapMs,
} from './connections/streams.ts';
export type { WebhookQueries, WebhookReceiver } from './connections/webhooks.ts';
export { createStore } from './create-store.ts';
export type { ClaimedDelivery } from './events/deliveries.ts';
export type { ChangeQueries } from './failures/changes.ts';
export type { FailureQueries } from './failures/failures.ts';
export type { FailureFilter, FailureListOptions, ListedFailure } from './failures/list-failures.ts';
export type {
  FailureIdBucket,
  FailureVersion,
  PatternOfFailure,
  PossibleResolvingChange,
  SearchIndexQueries,
} from './failures/search.ts';
export type { ApprovalChanges } from './improvements/apply-approval.ts';
export { applyApproval } from './improvements/apply-approval.ts';
export type {
  ImprovementListOptions,
  ImprovementReadQueries,
  OpenIssueCounts,
} from './improvements/improvement-read-queries.ts';
export type {
  ImprovementProposal,
  ImprovementQueries,
  ImprovementTransition,
} from './improvements/improvements.ts';
export type { ImprovementOfMergedOrSplitPattern } from './improvements/issue-threads.ts';
export type { PolicyQueries, PolicyWithDecision } from './improvements/policies.ts';
export type { ProviderWriteListOptions, ProviderWriteQueries } from './improvements/provider-writes.ts';
export type { PullRequestLocation, StoredPullCheck } from './improvements/pull-checks.ts';
export type { ApplyRecordsResult, ParsedRecord } from './inbox/apply-records.ts';
export type {
  DeadJob,
  DeadLetterCount,
  DeadLetterFilter,
  DeadLetterListOptions,
  DeadLetterQueries,
  DeadLettersToReplay,
} from './inbox/dead-letters.ts';
export type {
  InboxDelivery,
  InboxQueries,
  InboxRow,
  UnreadableRecord,
} from './inbox/inbox.ts';
export type { InboxPage, ParsedContent, StoredRecordPage } from './inbox/store-page.ts';
export type { RepositoryRename } from './names/repository-rename.ts';
export type { ClusterRunQueries, ClusterRunTiming } from './patterns/cluster-runs.ts';
export type { CorrectionQueries } from './patterns/corrections.ts';
export type { LinkQueries } from './patterns/links.ts';
export type { PatternListOptions } from './patterns/list-patterns.ts';
export { isOvertaken } from './patterns/lock-analysis.ts';
export type { ClusteredFailure, NewFailureQueries, ProvisionalMembership } from './patterns/new-failures.ts';
export type { PatternFilter } from './patterns/pattern-filter.ts';
export type { PatternQueries } from './patterns/patterns.ts';
export type { ClusteringResult } from './patterns/write-clustering.ts';
export type { ReportedLag } from './reports/lag.ts';
export type { MeasurementOutline, PatternOutline } from './reports/measurement-outline.ts';
export type { ReportQueries } from './reports/reports.ts';
export type { PersonNameQueries } from './retention/person-names.ts';
export { makeDatabaseBackup } from './sql/backup-lock.ts';
export { type ListPage, maxSearchWords } from './sql/list-page.ts';
export type { SharedClock } from './sql/shared-clock.ts';
export { followDatabaseClock } from './sql/shared-clock.ts';
export { stableId } from './sql/stable-id.ts';
export type { Store, StoreOptions } from './store.ts';
