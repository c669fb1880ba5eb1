import type {
  CandidateChange,
  Cause,
  ChangeVerdict,
  Digest,
  DigestPeriod,
  DigestScope,
  Evidence,
  FailureKind,
  FailureLibraryEntry,
  Instant,
  Measurement,
  PatternMeasurement,
  PatternReport,
  Recurrence,
  ResolutionAssessment,
  TimePrecision,
  TrendDirection,
  Trigger,
} from '@refrain/domain';
import type { Generated, GeneratedAlways } from 'kysely';
import type { Json } from './ingestion-tables.ts';

export interface AnalysisTables {
  changeAssessment: {
    failureId: string;
    verdict: ChangeVerdict;
    confidence: number;
    evidence: Json<Evidence[]>;
    isDecided: boolean;
    candidates: Json<CandidateChange[]>;
    resolvedBy: Json<ResolutionAssessment>;
  };
  report: {
    id: string;
    patternId: string;
    digest: string;
    report: Json<PatternReport>;
    /** An excerpt of `report` for lists of reports. The database generates it. */
    entry: GeneratedAlways<FailureLibraryEntry>;
    createdAt: GeneratedAlways<Instant>;
    ensuredAt: Generated<Instant>;
  };
  measurement: {
    onlyRow: GeneratedAlways<boolean>;
    asOf: Instant;
    content: Json<Measurement>;
    measuredAt: Generated<Instant>;
  };
  patternMeasurement: {
    patternId: string;
    content: Json<PatternMeasurement>;
    headline: string;
    recurrence: GeneratedAlways<Recurrence | null>;
    direction: GeneratedAlways<TrendDirection | null>;
    /** The probability of at least one more episode within 30 days. */
    probability30: GeneratedAlways<number | null>;
  };
  observedEpisode: {
    id: string;
    patternId: string | null;
    cause: Cause;
    trigger: Trigger;
    kinds: Json<FailureKind[]>;
    startedAt: Instant;
    precision: TimePrecision;
    endedAt: Instant | null;
    hours: number | null;
    services: Json<string[]>;
    repositories: Json<string[]>;
    environments: Json<string[]>;
    paths: Json<string[]>;
    failureIds: Json<string[]>;
  };
  observedChange: {
    id: string;
    at: Instant;
    repository: string;
    environment: string | null;
    services: Json<string[]>;
    paths: Json<string[]>;
  };
  digest: {
    id: string;
    scope: DigestScope['kind'];
    /** The name of the service or team; empty if the scope is the organisation. */
    name: string;
    period: DigestPeriod['kind'];
    startsAt: Instant;
    endsAt: Instant;
    content: Json<Digest>;
    createdAt: GeneratedAlways<Instant>;
  };
}
