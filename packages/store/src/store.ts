import type { AccessQueries } from './access/access.ts';
import type { DecisionQueries } from './access/decisions.ts';
import type { RepeatableRequestQueries } from './access/idempotent-requests.ts';
import type { UserQueries } from './access/users.ts';
import type { CatalogueQueries } from './catalogue/catalogue.ts';
import type { OwnerQueries } from './catalogue/owners.ts';
import type { AppRegistrationQueries } from './connections/app-registrations.ts';
import type { CompletenessQueries } from './connections/completeness.ts';
import type { ProblemQueries } from './connections/connection-problems.ts';
import type { StandingQueries } from './connections/connection-status.ts';
import type { ConnectionQueries } from './connections/connections.ts';
import type { AuditQueries } from './connections/reconciliations.ts';
import type { ScopeQueries } from './connections/scope-members.ts';
import type { EncryptionQueries } from './encryption/key-rotation.ts';
import type { DeliveryQueries } from './events/deliveries.ts';
import type { EventQueries } from './events/events.ts';
import type { SubscriptionQueries } from './events/subscriptions.ts';
import type { ChangeQueries } from './failures/changes.ts';
import type { DetectionQueries } from './failures/detections.ts';
import type { FailureQueries } from './failures/failures.ts';
import type { SearchQueries } from './failures/search.ts';
import type { ImprovementQueries } from './improvements/improvements.ts';
import type { IncidentNoteQueries } from './improvements/incident-notes.ts';
import type { PullLookQueries } from './improvements/pending-pull-checks.ts';
import type { PolicyQueries } from './improvements/policies.ts';
import type { ProviderWriteQueries } from './improvements/provider-writes.ts';
import type { PullCheckQueries } from './improvements/pull-checks.ts';
import type { DeadLetterQueries } from './inbox/dead-letters.ts';
import type { InboxQueries } from './inbox/inbox.ts';
import type { ChangeAnswerQueries } from './patterns/change-answers.ts';
import type { GroupingPaceQueries } from './patterns/cluster-runs.ts';
import type { CorrectionQueries } from './patterns/corrections.ts';
import type { LinkQueries } from './patterns/links.ts';
import type { ArrivalQueries } from './patterns/new-failures.ts';
import type { PatternQueries } from './patterns/patterns.ts';
import type { DigestQueries } from './reports/digests.ts';
import type { LagQueries } from './reports/lag.ts';
import type { MeasurementQueries } from './reports/measurements.ts';
import type { ObservationQueries } from './reports/observations.ts';
import type { OwedReportQueries } from './reports/pending-reports.ts';
import type { ReportQueries } from './reports/reports.ts';
import type { ForgettingQueries } from './retention/erasures.ts';
import type { PeopleQueries } from './retention/person-names.ts';

export interface StoreOptions {
  /** `postgres://user:password@host:port/database` */
  readonly databaseUrl: string;
  /** 32 bytes: seals credentials, webhook secrets and the payloads of the inbox. */
  readonly encryptionKey: Uint8Array;
  /** What else opens what is sealed, while a key is replaced by another. */
  readonly otherEncryptionKeys?: readonly Uint8Array[];
  /** Connections held at most; 10 unless told. */
  readonly poolSize?: number;
  /** Processes that one query may have beside its own, where many are answered at once none; as PostgreSQL has it unless given. */
  readonly parallelWorkers?: number;
  /** How old the total of a long list may be, in milliseconds, and longer the longer it takes; 0 counts each time. */
  readonly countsKeptMs?: number;
  /** How long a token that was revoked by another process may still be good, in milliseconds; looked up each time unless given. */
  readonly tokensKeptMs?: number;
  /** How long words are looked for at most in a list, in milliseconds; 15,000 unless given. */
  readonly wordsWithinMs?: number;
  /** How this process shows in `pg_stat_activity`. */
  readonly applicationName?: string;
}

/** Everything that is kept. Any query throws an `AppError`: `unavailable` while PostgreSQL is away. */
export interface Store {
  /**
   * Brings the tables to the newest form. Several processes may call it at once.
   * @returns migrations of a newer version, which only added to what this one works with: it may go on beside that one
   * @throws {AppError} `misconfigured` when a newer version took away what this one works with, or what the database holds was
   * sealed by a key that is not given
   */
  migrate(): Promise<readonly string[]>;
  ping(): Promise<void>;
  /** What time it is for PostgreSQL, in milliseconds since 1970. */
  readClock(): Promise<number>;
  close(): Promise<void>;
  readonly connections: ConnectionQueries;
  readonly inbox: InboxQueries;
  readonly completeness: CompletenessQueries;
  readonly lag: LagQueries;
  readonly standing: StandingQueries;
  readonly audits: AuditQueries;
  readonly problems: ProblemQueries;
  readonly scope: ScopeQueries;
  readonly appRegistrations: AppRegistrationQueries;
  readonly people: PeopleQueries;
  readonly failures: FailureQueries;
  readonly changes: ChangeQueries;
  readonly detections: DetectionQueries;
  readonly links: LinkQueries;
  readonly changeAnswers: ChangeAnswerQueries;
  readonly patterns: PatternQueries;
  readonly groupingPace: GroupingPaceQueries;
  readonly owedReports: OwedReportQueries;
  readonly arrivals: ArrivalQueries;
  readonly observations: ObservationQueries;
  readonly measurements: MeasurementQueries;
  readonly reports: ReportQueries;
  readonly digests: DigestQueries;
  readonly improvements: ImprovementQueries;
  readonly policies: PolicyQueries;
  readonly incidentNotes: IncidentNoteQueries;
  readonly pullChecks: PullCheckQueries;
  readonly pullLooks: PullLookQueries;
  readonly providerWrites: ProviderWriteQueries;
  readonly corrections: CorrectionQueries;
  readonly catalogue: CatalogueQueries;
  readonly owners: OwnerQueries;
  readonly search: SearchQueries;
  readonly events: EventQueries;
  readonly subscriptions: SubscriptionQueries;
  readonly deliveries: DeliveryQueries;
  readonly deadLetters: DeadLetterQueries;
  readonly decisions: DecisionQueries;
  readonly access: AccessQueries;
  readonly users: UserQueries;
  readonly forgetting: ForgettingQueries;
  readonly encryption: EncryptionQueries;
  readonly repeatableRequests: RepeatableRequestQueries;
}
