import type { DecisionQueries } from './access/decisions.ts';
import type { IdempotentRequestQueries } from './access/idempotent-requests.ts';
import type { SessionQueries } from './access/sessions.ts';
import type { SignInLinkQueries } from './access/sign-in-links.ts';
import type { TokenQueries } from './access/tokens.ts';
import type { UserQueries } from './access/users.ts';
import type { CatalogueQueries } from './catalogue/catalogue.ts';
import type { OwnerQueries } from './catalogue/owners.ts';
import type { AppRegistrationQueries } from './connections/app-registrations.ts';
import type { CompletenessQueries } from './connections/completeness.ts';
import type { ConnectionProblemQueries } from './connections/connection-problems.ts';
import type { ConnectionSummaryQueries } from './connections/connection-status.ts';
import type { ConnectionQueries } from './connections/connections.ts';
import type { CompletenessCheckQueries } from './connections/reconciliations.ts';
import type { ScopeMemberQueries } from './connections/scope-members.ts';
import type { EncryptionQueries } from './encryption/key-rotation.ts';
import type { DeliveryQueries } from './events/deliveries.ts';
import type { EventQueries } from './events/events.ts';
import type { SubscriptionQueries } from './events/subscriptions.ts';
import type { ChangeQueries } from './failures/changes.ts';
import type { RevertDetectionQueries } from './failures/detections.ts';
import type { FailureQueries } from './failures/failures.ts';
import type { SearchIndexQueries } from './failures/search.ts';
import type { ImprovementQueries } from './improvements/improvements.ts';
import type { IncidentNoteQueries } from './improvements/incident-notes.ts';
import type { PendingPullCheckQueries } from './improvements/pending-pull-checks.ts';
import type { PolicyQueries } from './improvements/policies.ts';
import type { ProviderWriteQueries } from './improvements/provider-writes.ts';
import type { PullCheckQueries } from './improvements/pull-checks.ts';
import type { DeadLetterQueries } from './inbox/dead-letters.ts';
import type { InboxQueries } from './inbox/inbox.ts';
import type { ChangeAssessmentQueries } from './patterns/change-assessments.ts';
import type { ClusterRunQueries } from './patterns/cluster-runs.ts';
import type { CorrectionQueries } from './patterns/corrections.ts';
import type { LinkQueries } from './patterns/links.ts';
import type { NewFailureQueries } from './patterns/new-failures.ts';
import type { PatternQueries } from './patterns/patterns.ts';
import type { DigestQueries } from './reports/digests.ts';
import type { LagQueries } from './reports/lag.ts';
import type { MeasurementQueries } from './reports/measurements.ts';
import type { ObservationQueries } from './reports/observations.ts';
import type { PendingReportQueries } from './reports/pending-reports.ts';
import type { ReportQueries } from './reports/reports.ts';
import type { ErasureQueries } from './retention/erasures.ts';
import type { PersonNameQueries } from './retention/person-names.ts';

export interface StoreOptions {
  /** `postgres://user:password@host:port/database` */
  readonly databaseUrl: string;
  /** 32 bytes, with which credentials, webhook secrets and the payloads of the inbox are encrypted. */
  readonly encryptionKey: Uint8Array;
  /** Further encryption keys that only decrypt. They are needed during a key rotation. */
  readonly otherEncryptionKeys?: readonly Uint8Array[];
  /** Maximum number of connections to PostgreSQL; 10 by default. */
  readonly poolSize?: number;
  /** Parallel workers per query; PostgreSQL's default if absent. Use 0 if many queries run concurrently. */
  readonly parallelWorkers?: number;
  /** Minimum milliseconds for which a list's total is cached if counting was slow; 0 (default) disables the cache. */
  readonly countCacheMs?: number;
  /** Milliseconds for which a token is cached, so that a revoked token may still work for this long; 0 by default. */
  readonly tokenCacheMs?: number;
  /** Statement timeout of a text search in a list, in milliseconds; 15,000 by default. */
  readonly textSearchTimeoutMs?: number;
  /** The `application_name` in `pg_stat_activity`. */
  readonly applicationName?: string;
}

/**
 * All stored data, by subject. Every query throws an `AppError` with the code `unavailable` while PostgreSQL is down.
 */
export interface Store {
  /**
   * Runs the missing migrations. Several processes may call this at the same time.
   * @returns the migrations of a newer version that are applied already, if this version still works with them
   * @throws {AppError} `misconfigured` if a newer version has removed something that this version needs, or if an
   * encryption key of the database is missing
   */
  migrate(): Promise<readonly string[]>;
  ping(): Promise<void>;
  /** Returns the time of PostgreSQL's clock, in milliseconds since 1970. */
  readClock(): Promise<number>;
  close(): Promise<void>;
  /** Connected accounts: their scope, streams, webhooks and problems, and GitHub Apps that a person is creating. */
  readonly connections: ConnectionQueries & ScopeMemberQueries & ConnectionProblemQueries & AppRegistrationQueries;
  /** Comparisons of the records that the providers list with those that are stored. */
  readonly completeness: CompletenessQueries & CompletenessCheckQueries;
  readonly inbox: InboxQueries;
  readonly failures: FailureQueries & SearchIndexQueries;
  /** Changes, their links to failures, and the detection of reverts and rollbacks in them. */
  readonly changes: ChangeQueries & RevertDetectionQueries & LinkQueries & ChangeAssessmentQueries;
  readonly patterns: PatternQueries & NewFailureQueries & ClusterRunQueries;
  readonly corrections: CorrectionQueries;
  readonly reports: ReportQueries & PendingReportQueries & DigestQueries & MeasurementQueries & ObservationQueries;
  readonly improvements: ImprovementQueries & PolicyQueries;
  /** Writes at providers: incident notes, pull request checks, and the log of all writes. */
  readonly outbox: ProviderWriteQueries & IncidentNoteQueries & PullCheckQueries & PendingPullCheckQueries;
  readonly catalogue: CatalogueQueries & OwnerQueries;
  readonly events: EventQueries & SubscriptionQueries & DeliveryQueries;
  /** Users, tokens, sessions, the log of decisions, and idempotent requests. */
  readonly access: TokenQueries &
    SignInLinkQueries &
    SessionQueries &
    UserQueries &
    DecisionQueries &
    IdempotentRequestQueries;
  /** Erasures for data protection, and the names of people that are redacted from texts. */
  readonly retention: ErasureQueries & PersonNameQueries;
  /** Dead letters, statuses, lags and the rotation of encryption keys. */
  readonly operations: DeadLetterQueries & ConnectionSummaryQueries & LagQueries & EncryptionQueries;
}
