import type {
  CatalogueEntry,
  CatalogueOrigin,
  Cause,
  ChangeKind,
  CorrectionDecision,
  Decider,
  Evidence,
  FailureKind,
  FailureTiming,
  Instant,
  LikelyCause,
  LikelyTrigger,
  LineageEvent,
  LinkStatus,
  LinkType,
  PatternJudgement,
  Scenario,
  TimePrecision,
  Trigger,
} from '@refrain/domain';
import type { Generated, GeneratedAlways } from 'kysely';
import type { AccessTables } from './access-tables.ts';
import type { AnalysisTables } from './analysis-tables.ts';
import type { NotificationTables } from './event-tables.ts';
import type { ImprovementTables } from './improvement-tables.ts';
import type { IntakeTables, Json } from './ingestion-tables.ts';
import type { DataProtectionTables } from './retention-tables.ts';

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
  precision: TimePrecision;
  timing: Json<FailureTiming> | null;
  severity: string | null;
  urgency: string | null;
  responders: number | null;
  references: Json<string[]>;
  url: string | null;
  version: Instant;
  isFailure: boolean;
  confidence: number;
  decidingWords: Json<string[]>;
  /**
   * A person's decision whether it counts, which overrides `isFailure`; null without one. Written with the clustering.
   */
  decidedFailure: Generated<boolean | null>;
  fingerprint: string;
  /** When it arrived; null if it was stored before this column existed. */
  storedAt: Generated<Instant | null>;
  /** Written with the clustering. */
  duplicateOf: Generated<string | null>;
  /** The newer version at the provider, and until when it is requested. */
  staleVersion: Generated<Instant | null>;
  staleUntil: Generated<Instant | null>;
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

interface ServiceDependencyTable {
  service: string;
  needs: string;
  /** The catalogue file that states it. */
  source: string;
  detail: string;
}

interface CodeOwnerTable {
  /** The catalogue file that states it. */
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
  /** Null if an earlier version wrote it. */
  scenario: Json<Scenario> | null;
  terms: Json<string[]>;
  cause: Cause;
  trigger: Trigger;
  /** Null if an earlier version wrote it. */
  causes: Json<LikelyCause[]> | null;
  triggers: Json<LikelyTrigger[]> | null;
  services: Json<string[]>;
  repositories: Json<string[]>;
  confidence: number;
  incidents: number;
  failedDeployments: number;
  revertedChanges: number;
  episodes: number;
  harm: number;
  firstAt: Instant;
  lastAt: Instant;
  /** Null if nobody judged it. */
  judgement: PatternJudgement | null;
  fingerprint: string;
  /** The name, lesson and terms in lower case. */
  searched: GeneratedAlways<string>;
  createdAt: GeneratedAlways<Instant>;
  retiredAt: Instant | null;
  /** When the content of its report changed; null if the latest report is current. */
  reportPendingSince: Generated<Instant | null>;
}

interface PatternMemberTable {
  failureId: string;
  patternId: string;
  confidence: number;
  evidence: Json<Evidence[]>;
  /** Whether it was assigned on arrival and not clustered yet. */
  provisional: Generated<boolean>;
}

interface PatternLineageTable {
  patternId: string;
  relatedPatternId: string;
  kind: LineageEvent['kind'];
  at: GeneratedAlways<Instant>;
}

interface ClusteringStateTable {
  onlyRow: GeneratedAlways<boolean>;
  inputVersion: string;
  clusteredAt: Generated<Instant>;
  begunAt: Instant | null;
  /** Failures stored after the first and up to the second time were new in the last clustering. */
  knownFrom: Instant | null;
  knownUntil: Instant | null;
  tookMs: number | null;
  /** Whether a clustering run has begun to write and not yet recorded the pending reports. */
  isWriting: Generated<boolean>;
}

interface CorrectionTable {
  id: string;
  sequence: Generated<string>;
  decision: Json<CorrectionDecision>;
  decidedAt: Generated<Instant>;
  decidedBy: Json<Decider> | null;
}

interface CatalogueEntryTable {
  id: string;
  service: string;
  repository: string;
  path: string | null;
  environment: string | null;
  origin: CatalogueOrigin;
  /** The source with which its suggestions are replaced; null without one. */
  source: string | null;
  status: CatalogueEntry['status'];
  score: number;
  evidence: Json<Evidence[]>;
  updatedAt: Generated<Instant>;
}

interface RepeatableRequestTable {
  id: string;
  fingerprint: string;
  /** The attempt that processes the request. */
  attempt: string;
  /** Encrypted; null until the response. */
  answer: Buffer | null;
  begunAt: Generated<Instant>;
}

/** The tables as the queries see them; in PostgreSQL the names are in snake case. */
export interface Database
  extends AccessTables,
    ImprovementTables,
    IntakeTables,
    DataProtectionTables,
    AnalysisTables,
    NotificationTables {
  failure: FailureTable;
  change: ChangeTable;
  link: LinkTable;
  serviceDependency: ServiceDependencyTable;
  codeOwner: CodeOwnerTable;
  episodeMember: EpisodeMemberTable;
  pattern: PatternTable;
  patternMember: PatternMemberTable;
  patternLineage: PatternLineageTable;
  clusteringState: ClusteringStateTable;
  correction: CorrectionTable;
  catalogueEntry: CatalogueEntryTable;
  repeatableRequest: RepeatableRequestTable;
}
