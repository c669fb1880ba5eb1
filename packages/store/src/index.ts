export {
  type AccessQueries,
  type FoundSession,
  type Grant,
  type NewSession,
  ofLocalAdmin,
  type SessionOrigin,
  type TokenOf,
} from './access.ts';
export type { AppRegistration, AppRegistrationQueries } from './app-registrations.ts';
export type { Approval } from './apply-approval.ts';
export { applyApproval } from './apply-approval.ts';
export type { ArrivalQueries, GroupedFailure, ProvisionalMembership } from './arrivals.ts';
export type { AuditQueries, AuditResult, StreamAudit } from './audits.ts';
export type { CatalogueFilter, CatalogueHistory, CatalogueQueries } from './catalogue.ts';
export type { ChangeQueries } from './changes.ts';
export type { CompletenessQueries } from './completeness.ts';
export type { ConnectionQueries, WantedConnection } from './connections.ts';
export type { CorrectionQueries } from './corrections.ts';
export { createStore } from './create-store.ts';
export type {
  DeadJob,
  DeadLetterCount,
  DeadLetterFilter,
  DeadLetterListing,
  DeadLetterQueries,
  Replayed,
} from './dead-letters.ts';
export type { DecisionListing, DecisionOutcome, DecisionQueries, StoredDecision } from './decisions.ts';
export type { ClaimedDelivery } from './deliveries.ts';
export type { FailureQueries } from './failures.ts';
export type { GroupingPace, GroupingPaceQueries } from './grouping-pace.ts';
export { holdBackup } from './hold-backup.ts';
export type { ImprovementListing, ImprovementReads, OpenedCounts } from './improvement-reads.ts';
export type {
  ImprovementQueries,
  ImprovementTurn,
  Proposal,
} from './improvements.ts';
export type {
  Delivery,
  InboxQueries,
  InboxRow,
  UnreadableRecord,
} from './inbox.ts';
export type { LeftImprovement } from './issue-threads.ts';
export type { ReportedLag } from './lag.ts';
export type { LinkQueries } from './links.ts';
export type { FailureFilter, FailureListing, ListedFailure } from './list-failures.ts';
export { type ListPage, mostWords } from './list-page.ts';
export type { PatternListing } from './list-patterns.ts';
export { isOvertaken } from './lock-analysis.ts';
export type { MeasurementOutline, PatternOutline } from './measurement-outline.ts';
export type { PatternFilter } from './pattern-filter.ts';
export type { PatternQueries } from './patterns.ts';
export type { PeopleQueries } from './people.ts';
export type { DecidedPolicy, PolicyQueries } from './policies.ts';
export type { ProviderWriteQueries, WriteListing } from './provider-writes.ts';
export type { PullPlace, WrittenCheck } from './pull-checks.ts';
export type { Rename } from './rename.ts';
export type { RepeatableRequest, RepeatableRequestQueries, RepeatedAnswer } from './repeatable-requests.ts';
export type { ReportQueries } from './reports.ts';
export type { ScopeChange, ScopeMember, ScopeQueries } from './scope-members.ts';
export type { FailureBucket, FailureVersion, PatternOfFailure, ResolvingLink, SearchQueries } from './search.ts';
export type { SettledRecord, Settlement } from './settle.ts';
export type { SharedClock } from './shared-clock.ts';
export { followClock } from './shared-clock.ts';
export { stableId } from './stable-id.ts';
export type { Store, StoreOptions } from './store.ts';
export type { InboxPage, RecordReading, StoredPage } from './store-page.ts';
export { type MovingStream, overlapMs, type StreamPoint, type StreamQueries, type StreamRow } from './streams.ts';
export type { SignedInAs, UserChange, UserQueries } from './users.ts';
export type { WebhookQueries, WebhookReceiver } from './webhooks.ts';
export type { GroupingResult } from './write-grouping.ts';
