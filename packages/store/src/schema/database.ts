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
  /** Whether people decided that it counts, whatever `isFailure` says; null where nobody did. Written with the grouping. */
  decidedFailure: Generated<boolean | null>;
  fingerprint: string;
  /** When it came in; null of what was there before that was put down. */
  storedAt: Generated<Instant | null>;
  /** Written with the grouping. */
  duplicateOf: Generated<string | null>;
  /** The version in which its provider has more to tell of it, and until when that is asked for. */
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
  /** The file that says so. */
  source: string;
  detail: string;
}

interface CodeOwnerTable {
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
  harm: number;
  firstAt: Instant;
  lastAt: Instant;
  /** Null where nobody has said. */
  judgement: PatternJudgement | null;
  fingerprint: string;
  /** Name, lesson and terms in small letters. */
  searched: GeneratedAlways<string>;
  createdAt: GeneratedAlways<Instant>;
  retiredAt: Instant | null;
  /** Since when what its report tells has changed; null where nothing has since the latest one. */
  reportPendingSince: Generated<Instant | null>;
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

interface ClusteringStateTable {
  onlyRow: GeneratedAlways<boolean>;
  inputVersion: string;
  clusteredAt: Generated<Instant>;
  begunAt: Instant | null;
  /** Failures that were stored after the one and by the other are those that the last grouping was the first to know. */
  knownFrom: Instant | null;
  knownUntil: Instant | null;
  tookMs: number | null;
  /** A regrouping is between its first write and the moment at which it is known which reports are owed. */
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
  /** What its suggestions are replaced together with; null for what is not. */
  source: string | null;
  status: CatalogueEntry['status'];
  score: number;
  evidence: Json<Evidence[]>;
  updatedAt: Generated<Instant>;
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
