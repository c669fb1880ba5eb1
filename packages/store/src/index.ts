export type { Grant, NewSession } from './access/sessions.ts';
export { localAdminTokenOwner } from './access/tokens.ts';
export type { IdentityProfile } from './access/users.ts';
export type { ConnectionDraft } from './connections/connections.ts';
export type { CompletenessCheckResult, StreamCompletenessState } from './connections/reconciliations.ts';
export type { ScopeMember } from './connections/scope-members.ts';
export { formatStreamPosition, parseStreamPosition, type StreamPosition } from './connections/stream-position.ts';
export {
  type ActiveStream,
  type StreamPassPosition,
  type StreamRow,
  streamPassOverlapMs,
} from './connections/streams.ts';
export { createStore, type Store } from './create-store.ts';
export type { ClaimedDelivery } from './events/deliveries.ts';
export type { FailureText, FailureVectors, PassageVectors } from './failures/passage-vectors.ts';
export type {
  DatedFailure,
  FailureIdBucket,
  FailureVersion,
  PatternOfFailure,
  PossibleResolvingChange,
} from './failures/search.ts';
export { applyApproval } from './improvements/apply-approval.ts';
export type { ImprovementOfMergedOrSplitPattern } from './improvements/issue-threads.ts';
export type { StoredPullCheck } from './improvements/pull-checks.ts';
export type { ParsedRecord } from './inbox/apply-records.ts';
export type { DeadLetterFilter } from './inbox/dead-letters.ts';
export type { InboxDelivery, InboxRow } from './inbox/inbox.ts';
export type { InboxPage, ParsedContent, StoredRecordPage } from './inbox/store-page.ts';
export type { RepositoryRename } from './names/former-names.ts';
export type { ClusterRunTiming } from './patterns/cluster-runs.ts';
export type { StoredListedPattern } from './patterns/list-patterns.ts';
export { isRunOvertaken } from './patterns/lock-analysis-results.ts';
export type { ProvisionalMembership } from './patterns/new-failures.ts';
export type { FailureReportLag } from './reports/lag.ts';
export type { StoredLibraryEntry } from './reports/library.ts';
export type { ForecastPattern } from './reports/measurements.ts';
export type { ComparedPeriods, CountedLocation, FailingLocation } from './reports/service-summaries.ts';
export type { IssueRevision } from './schema/improvement-tables.ts';
export { makeDatabaseBackup } from './sql/backup-lock.ts';
export { maxSearchWords } from './sql/list-page.ts';
export { followDatabaseClock } from './sql/shared-clock.ts';
