import type {
  Decider,
  Effect,
  Fix,
  ImprovementDecision,
  ImprovementPolicy,
  ImprovementState,
  Instant,
  IssueState,
  PastFix,
  PullCheckState,
  UndoRequest,
  WriteAction,
  WriteState,
} from '@refrain/domain';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Json } from './ingestion-tables.ts';

/** The state of an issue's text, to decide whether it must be written again. */
export interface IssueRevision {
  /** Identifies the facts that the readers of the issue care about. */
  readonly digest: string;
  readonly at: Instant;
}

export interface ImprovementTables {
  improvement: {
    id: string;
    patternId: string;
    state: Generated<ImprovementState>;
    stateSince: Generated<Instant>;
    reason: string | null;
    repository: string | null;
    title: string;
    note: string | null;
    guardrailId: string | null;
    peopleHours: number | null;
    issueNumber: number | null;
    issueUrl: string | null;
    issueState: IssueState | null;
    previousIssueUrl: string | null;
    approvedBy: string | null;
    approver: Json<Decider> | null;
    lastDecision: Json<ImprovementDecision> | null;
    openedAt: Instant | null;
    snoozedUntil: Instant | null;
    fix: Json<Fix> | null;
    effect: Json<Effect> | null;
    pastFixes: ColumnType<PastFix[], string | undefined, string>;
    problem: string | null;
    /** The time of the latest poll of the issue; null before the first. */
    syncedAt: Instant | null;
    lastCommentId: Generated<string>;
    /** Texts by which Refrain recognises the comments that it posted on the issue. */
    posted: ColumnType<string[], string | undefined, string>;
    /**
     * Whether an issue may exist at the provider that is not stored here, because the response to its creation was
     * lost.
     */
    opening: Generated<boolean>;
    /** A digest of the issue as Refrain last wrote it, and the time; null if Refrain has to write it the next time. */
    issueRevision: Json<IssueRevision> | null;
    createdAt: GeneratedAlways<Instant>;
    updatedAt: Generated<Instant>;
  };
  improvementPolicy: {
    onlyRow: GeneratedAlways<boolean>;
    policy: Json<ImprovementPolicy>;
    decidedBy: string;
    decidedAt: Generated<Instant>;
  };
  providerWrite: {
    id: string;
    connectionId: string;
    action: WriteAction;
    target: string;
    why: string;
    by: string;
    content: Json<Record<string, unknown>>;
    state: WriteState;
    url: string | null;
    problem: string | null;
    undo: Json<UndoRequest> | null;
    /** Who requested an undo; null if no undo is pending. */
    undoRequestedBy: string | null;
    at: Generated<Instant>;
    completedAt: Instant | null;
  };
  incidentNote: {
    id: string;
    connectionId: string;
    incidentId: string;
    content: string;
    sender: string;
    state: Generated<'pending' | 'begun' | 'written' | 'given_up'>;
    begunAt: Generated<Instant>;
  };
  pullCheck: {
    id: string;
    connectionId: string;
    repository: string;
    number: number;
    headSha: string;
    state: PullCheckState;
    patternId: string | null;
    failureIds: Json<string[]>;
    score: number;
    averageScore: number;
    /** The id of the check run at the provider; null before it is created. */
    checkRunId: string | null;
    /** Whether a person requested a new run of the check at the provider, to which Refrain has not responded yet. */
    isRerunRequested: Generated<boolean>;
    url: string | null;
    at: Generated<Instant>;
  };
  pendingPullCheck: {
    connectionId: string;
    repository: string;
    number: number;
    at: Generated<Instant>;
    /** How often the pull request's check was enqueued again since the time `at`. */
    tries: Generated<number>;
  };
}
