import type { AccessQueries } from './access.ts';
import type { AppRegistrationQueries } from './app-registrations.ts';
import type { ArrivalQueries } from './arrivals.ts';
import type { AuditQueries } from './audits.ts';
import type { CatalogueQueries } from './catalogue.ts';
import type { ChangeAnswerQueries } from './change-answers.ts';
import type { ChangeQueries } from './changes.ts';
import type { CompletenessQueries } from './completeness.ts';
import type { ConnectionQueries } from './connections.ts';
import type { CorrectionQueries } from './corrections.ts';
import type { DeadLetterQueries } from './dead-letters.ts';
import type { DecisionQueries } from './decisions.ts';
import type { DeliveryQueries } from './deliveries.ts';
import type { DetectionQueries } from './detections.ts';
import type { DigestQueries } from './digests.ts';
import type { EventQueries } from './events.ts';
import type { FailureQueries } from './failures.ts';
import type { ForgettingQueries } from './forgetting/queries.ts';
import type { GroupingPaceQueries } from './grouping-pace.ts';
import type { ImprovementQueries } from './improvements.ts';
import type { InboxQueries } from './inbox.ts';
import type { IncidentNoteQueries } from './incident-notes.ts';
import type { EncryptionQueries } from './key-rotation.ts';
import type { LagQueries } from './lag.ts';
import type { LinkQueries } from './links.ts';
import type { MeasurementQueries } from './measurements.ts';
import type { ObservationQueries } from './observations.ts';
import type { OwedReportQueries } from './owed-reports.ts';
import type { OwnerQueries } from './owners.ts';
import type { PatternQueries } from './patterns.ts';
import type { PeopleQueries } from './people.ts';
import type { PolicyQueries } from './policies.ts';
import type { ProblemQueries } from './problems.ts';
import type { ProviderWriteQueries } from './provider-writes.ts';
import type { PullCheckQueries } from './pull-checks.ts';
import type { PullLookQueries } from './pull-looks.ts';
import type { RepeatableRequestQueries } from './repeatable-requests.ts';
import type { ReportQueries } from './reports.ts';
import type { ScopeQueries } from './scope-members.ts';
import type { SearchQueries } from './search.ts';
import type { StandingQueries } from './standing.ts';
import type { SubscriptionQueries } from './subscriptions.ts';
import type { UserQueries } from './users.ts';

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
