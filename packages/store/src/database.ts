import type {
  CandidateChange,
  CatalogueEntry,
  CatalogueOrigin,
  Cause,
  ChangeKind,
  ChangeVerdict,
  CorrectionDecision,
  Digest,
  DigestPeriod,
  DigestScope,
  EndedBy,
  EventType,
  Evidence,
  FailureKind,
  FailureTiming,
  ImprovementState,
  Instant,
  LikelyCause,
  LikelyTrigger,
  LineageEvent,
  LinkStatus,
  LinkType,
  Measurement,
  PatternMeasurement,
  PatternReport,
  Scenario,
  Subscription,
  Trigger,
} from '@refrain/domain';
import type { Generated, GeneratedAlways } from 'kysely';
import type { IntakeTables, Json } from './intake-tables.ts';

interface FailureTable {
  id: string;
  connectionId: string;
  kind: FailureKind;
  externalId: string;
  title: string;
  text: string;
  services: Json<string[]>;
  repository: string | null;
  environment: string | null;
  paths: Json<string[]>;
  sha: string | null;
  occurredAt: Instant;
  resolvedAt: Instant | null;
  timing: Json<FailureTiming> | null;
  severity: string | null;
  urgency: string | null;
  responders: number | null;
  references: Json<string[]>;
  url: string | null;
  version: Instant;
  isFailure: boolean;
  confidence: number;
  fingerprint: string;
  /** Written with the grouping. */
  duplicateOf: Generated<string | null>;
  /** The version in which its provider has more to tell of it, and until when that is asked for. */
  newsVersion: Generated<Instant | null>;
  newsUntil: Generated<Instant | null>;
}

interface ChangeTable {
  id: string;
  connectionId: string;
  kind: ChangeKind;
  externalId: string;
  repository: string;
  environment: string | null;
  title: string;
  text: string;
  sha: string | null;
  parents: Json<string[]>;
  number: number | null;
  branch: string | null;
  base: string | null;
  paths: Json<string[]>;
  occurredAt: Instant;
  succeeded: boolean | null;
  url: string | null;
  version: Instant;
  fingerprint: string;
}

interface LinkTable {
  type: LinkType;
  failureId: string;
  targetId: string;
  score: number;
  evidence: Json<Evidence[]>;
  status: LinkStatus;
}

interface ChangeAnswerTable {
  failureId: string;
  verdict: ChangeVerdict;
  confidence: number;
  evidence: Json<Evidence[]>;
  isDecided: boolean;
  candidates: Json<CandidateChange[]>;
  endedBy: Json<EndedBy>;
}

interface ServiceDependencyTable {
  service: string;
  needs: string;
  /** The file that says so. */
  source: string;
  detail: string;
}

interface PlaceOwnerTable {
  /** The file that says so. */
  source: string;
  repository: string;
  path: string | null;
  teams: Json<string[]>;
}

interface EpisodeMemberTable {
  failureId: string;
  episodeId: string;
}

interface PatternTable {
  id: string;
  name: string;
  lesson: string;
  /** Null where an earlier version wrote it. */
  scenario: Json<Scenario> | null;
  terms: Json<string[]>;
  cause: Cause;
  trigger: Trigger;
  /** Null where an earlier version wrote it. */
  causes: Json<LikelyCause[]> | null;
  triggers: Json<LikelyTrigger[]> | null;
  services: Json<string[]>;
  repositories: Json<string[]>;
  confidence: number;
  incidents: number;
  failedDeployments: number;
  revertedChanges: number;
  episodes: number;
  firstAt: Instant;
  lastAt: Instant;
  fingerprint: string;
  /** Name, lesson and terms in small letters. */
  searched: GeneratedAlways<string>;
  createdAt: GeneratedAlways<Instant>;
  retiredAt: Instant | null;
}

interface PatternMemberTable {
  failureId: string;
  patternId: string;
  confidence: number;
  evidence: Json<Evidence[]>;
  /** Assigned on arrival: no regrouping has looked at the failure yet. */
  provisional: Generated<boolean>;
}

interface PatternLineageTable {
  patternId: string;
  relatedPatternId: string;
  kind: LineageEvent['kind'];
  at: GeneratedAlways<Instant>;
}

interface GroupingStateTable {
  onlyRow: GeneratedAlways<boolean>;
  inputVersion: string;
  groupedAt: Generated<Instant>;
  begunAt: Instant | null;
  tookMs: number | null;
}

interface ReportTable {
  id: string;
  patternId: string;
  digest: string;
  report: Json<PatternReport>;
  createdAt: GeneratedAlways<Instant>;
  ensuredAt: Generated<Instant>;
}

interface MeasurementTable {
  onlyRow: GeneratedAlways<boolean>;
  asOf: Instant;
  content: Json<Measurement>;
  measuredAt: Generated<Instant>;
}

interface PatternMeasurementTable {
  patternId: string;
  content: Json<PatternMeasurement>;
  headline: string;
}

interface ObservedEpisodeTable {
  id: string;
  patternId: string | null;
  cause: Cause;
  trigger: Trigger;
  kinds: Json<FailureKind[]>;
  startedAt: Instant;
  endedAt: Instant | null;
  hours: number | null;
  services: Json<string[]>;
  repositories: Json<string[]>;
  environments: Json<string[]>;
  paths: Json<string[]>;
  failureIds: Json<string[]>;
}

interface ObservedChangeTable {
  id: string;
  at: Instant;
  repository: string;
  environment: string | null;
  services: Json<string[]>;
  paths: Json<string[]>;
}

interface DigestTable {
  id: string;
  scope: DigestScope['kind'];
  /** Empty for the organisation. */
  name: string;
  period: DigestPeriod['kind'];
  startsAt: Instant;
  endsAt: Instant;
  content: Json<Digest>;
  createdAt: GeneratedAlways<Instant>;
}

interface ImprovementTable {
  id: string;
  patternId: string;
  state: Generated<ImprovementState>;
  repository: string | null;
  title: string;
  issueNumber: number | null;
  issueUrl: string | null;
  problem: string | null;
  /** Its issue may exist without being recorded: the tracker was asked to create it and its answer is not known. */
  opening: Generated<boolean>;
  createdAt: GeneratedAlways<Instant>;
  updatedAt: Generated<Instant>;
}

interface CorrectionTable {
  id: string;
  sequence: Generated<string>;
  decision: Json<CorrectionDecision>;
  decidedAt: Generated<Instant>;
}

interface CatalogueEntryTable {
  id: string;
  service: string;
  repository: string;
  path: string | null;
  environment: string | null;
  origin: CatalogueOrigin;
  /** What its suggestions are replaced together with; null for what is not. */
  source: string | null;
  status: CatalogueEntry['status'];
  score: number;
  evidence: Json<Evidence[]>;
  updatedAt: Generated<Instant>;
}

interface ApiTokenTable {
  id: string;
  name: string;
  hash: string;
  createdAt: GeneratedAlways<Instant>;
  expiresAt: Instant | null;
}

interface SignInLinkTable {
  hash: string;
  expiresAt: Instant;
}

interface SessionTable {
  id: string;
  hash: string;
  expiresAt: Instant;
}

interface RepeatableRequestTable {
  id: string;
  fingerprint: string;
  /** Who answers it. */
  attempt: string;
  /** Encrypted; null until it is answered. */
  answer: Buffer | null;
  begunAt: Generated<Instant>;
}

interface EventTable {
  place: GeneratedAlways<string>;
  id: string;
  type: EventType;
  patternId: string | null;
  reportId: string | null;
  digestId: string | null;
  at: GeneratedAlways<Instant>;
}

interface SubscriptionTable {
  id: string;
  kind: Subscription['kind'];
  /** Encrypted; `shown` is as much of it as gives nothing away. */
  address: Buffer;
  shown: string;
  /** Encrypted; null for Slack. */
  secret: Buffer | null;
  events: Json<EventType[]>;
  scope: DigestScope['kind'];
  /** Empty for the organisation. */
  name: string;
  period: DigestPeriod['kind'] | null;
  state: Generated<Subscription['state']>;
  reason: string | null;
  lastDeliveredAt: Instant | null;
  lastProblem: string | null;
  lastProblemAt: Instant | null;
  /** Since when nothing was delivered; null while all goes well. */
  failingSince: Instant | null;
  createdAt: GeneratedAlways<Instant>;
}

interface DeliveryTable {
  id: string;
  place: string;
  subscriptionId: string;
  state: Generated<'owed' | 'delivered' | 'given_up'>;
  attempts: Generated<number>;
  dueAt: Generated<Instant>;
}

/** The tables as the queries see them; in PostgreSQL the names are in snake case. */
export interface Database extends IntakeTables {
  failure: FailureTable;
  change: ChangeTable;
  link: LinkTable;
  changeAnswer: ChangeAnswerTable;
  serviceDependency: ServiceDependencyTable;
  placeOwner: PlaceOwnerTable;
  episodeMember: EpisodeMemberTable;
  pattern: PatternTable;
  patternMember: PatternMemberTable;
  patternLineage: PatternLineageTable;
  groupingState: GroupingStateTable;
  report: ReportTable;
  measurement: MeasurementTable;
  patternMeasurement: PatternMeasurementTable;
  observedEpisode: ObservedEpisodeTable;
  observedChange: ObservedChangeTable;
  digest: DigestTable;
  improvement: ImprovementTable;
  correction: CorrectionTable;
  catalogueEntry: CatalogueEntryTable;
  apiToken: ApiTokenTable;
  signInLink: SignInLinkTable;
  session: SessionTable;
  repeatableRequest: RepeatableRequestTable;
  event: EventTable;
  subscription: SubscriptionTable;
  delivery: DeliveryTable;
}
