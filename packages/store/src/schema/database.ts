import type {
  CatalogueEntry,
  CatalogueOrigin,
  Cause,
  ChangeKind,
  CorrectionAction,
  CorrectionDecision,
  Decider,
  Evidence,
  FailureKind,
  FailureTiming,
  Instant,
  LessonParts,
  LikelyCause,
  LikelyTrigger,
  LineageEvent,
  LinkStatus,
  LinkType,
  PatternJudgement,
  TimePrecision,
  Trigger,
} from '@refrain/domain';
import type { Generated, GeneratedAlways } from 'kysely';
import type { AccessTables } from './access-tables.ts';
import type { AnalysisTables } from './analysis-tables.ts';
import type { EventTables } from './event-tables.ts';
import type { ImprovementTables } from './improvement-tables.ts';
import type { IngestionTables, Json } from './ingestion-tables.ts';
import type { RetentionTables } from './retention-tables.ts';

/** The tables as queries see them: Kysely converts the names to snake case. */
export interface Database
  extends AccessTables,
    ImprovementTables,
    IngestionTables,
    RetentionTables,
    AnalysisTables,
    EventTables {
  failure: {
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
     * Whether this counts as a failure according to a person's decision about it or about similar records. Overrides
     * `isFailure`; null without a decision.
     */
    decidedFailure: boolean | null;
    /** The confidence of `decidedFailure` if it follows from decisions about similar records; null if a person decided. */
    decidedConfidence: number | null;
    /** Null while the failure is unresolved, and if its times have no time of day. */
    durationSeconds: GeneratedAlways<number | null>;
    fingerprint: string;
    storedAt: Generated<Instant>;
    /** The id of the failure that this one duplicates, as the last clustering found; null if it duplicates none. */
    duplicateOf: string | null;
    /**
     * The version at the provider if the stored one is older. Refrain tries to read the newer version until
     * `staleUntil`.
     */
    staleVersion: Instant | null;
    staleUntil: Instant | null;
  };
  failureVectors: {
    failureId: string;
    /** Digest of the sentence model */
    model: string;
    textDigest: string;
    /** The vectors of the title and of the passages, one after another; each component is a signed byte. */
    vectors: Buffer;
    count: number;
    computedAt: Generated<Instant>;
  };
  change: {
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
  };
  link: {
    type: LinkType;
    failureId: string;
    targetId: string;
    score: number;
    evidence: Json<Evidence[]>;
    status: LinkStatus;
  };
  serviceDependency: {
    service: string;
    dependsOn: string;
    source: string;
    detail: string;
  };
  codeOwner: {
    source: string;
    repository: string;
    path: string | null;
    teams: Json<string[]>;
  };
  episodeMember: {
    failureId: string;
    episodeId: string;
  };
  pattern: {
    id: string;
    name: string;
    lesson: string;
    scenario: Json<LessonParts> | null;
    terms: Json<string[]>;
    cause: Cause;
    trigger: Trigger;
    causes: Json<LikelyCause[]> | null;
    triggers: Json<LikelyTrigger[]> | null;
    mechanism: string | null;
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
    judgement: PatternJudgement | null;
    fingerprint: string;
    /** The name, lesson and terms in lower case, for text searches. */
    searched: GeneratedAlways<string>;
    createdAt: GeneratedAlways<Instant>;
    retiredAt: Instant | null;
    /** Since when the pattern's report is outdated; null if it is current. */
    reportPendingSince: Instant | null;
  };
  patternMember: {
    failureId: string;
    patternId: string;
    confidence: number;
    evidence: Json<Evidence[]>;
    /** Whether the failure was assigned when it arrived and has not been clustered yet. */
    provisional: Generated<boolean>;
  };
  patternLineage: {
    patternId: string;
    relatedPatternId: string;
    kind: LineageEvent['kind'];
    at: GeneratedAlways<Instant>;
  };
  clusteringState: {
    onlyRow: GeneratedAlways<boolean>;
    inputVersion: string;
    clusteredAt: Generated<Instant>;
    begunAt: Instant | null;
    /** Failures that were stored after `knownFrom` and up to `knownUntil` were new to the last clustering. */
    knownFrom: Instant | null;
    knownUntil: Instant | null;
    tookMs: number | null;
    /** Whether a clustering run has begun to write and has not recorded yet which reports are pending. */
    isWriting: Generated<boolean>;
    /** When the patterns and proposals of the first import or backfill were published; null until then. */
    firstAnalysisAt: Instant | null;
  };
  correction: {
    id: string;
    sequence: Generated<string>;
    decision: Json<CorrectionDecision>;
    decidedAt: Generated<Instant>;
    decidedBy: Json<Decider> | null;
    /** The step in which the correction was made with others; null if it was made alone. */
    setId: string | null;
  };
  correctionSet: {
    id: string;
    action: CorrectionAction | null;
    patternId: string | null;
    otherPatternId: string | null;
    episodes: number | null;
    reason: string | null;
  };
  catalogueEntry: {
    id: string;
    service: string;
    repository: string;
    path: string | null;
    environment: string | null;
    origin: CatalogueOrigin;
    /** The source of the suggestion, null for a person's entry. All suggestions of a source are replaced together. */
    source: string | null;
    status: CatalogueEntry['status'];
    score: number;
    evidence: Json<Evidence[]>;
    updatedAt: Generated<Instant>;
  };
  repeatableRequest: {
    id: string;
    fingerprint: string;
    attempt: string;
    /** The encrypted response; null until the request has been processed. */
    answer: Buffer | null;
    begunAt: Generated<Instant>;
  };
}
