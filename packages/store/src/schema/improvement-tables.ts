import type {
  Decider,
  Effect,
  Fix,
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

interface ImprovementTable {
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
  openedAt: Instant | null;
  snoozedUntil: Instant | null;
  fix: Json<Fix> | null;
  effect: Json<Effect> | null;
  pastFixes: ColumnType<PastFix[], string | undefined, string>;
  problem: string | null;
  /** When its issue was last looked at; null where it never was. */
  syncedAt: Instant | null;
  /** Of the comments that were read, as PostgreSQL's `bigint`. */
  lastCommentId: Generated<string>;
  /** Markers of what was said below its issue. */
  posted: ColumnType<string[], string | undefined, string>;
  /** Its issue may exist without being recorded: the tracker was asked to create it and its answer is not known. */
  opening: Generated<boolean>;
  createdAt: GeneratedAlways<Instant>;
  updatedAt: Generated<Instant>;
}

interface ImprovementPolicyTable {
  onlyRow: GeneratedAlways<boolean>;
  policy: Json<ImprovementPolicy>;
  decidedBy: string;
  decidedAt: Generated<Instant>;
}

interface ProviderWriteTable {
  id: string;
  connectionId: string;
  action: WriteAction;
  place: string;
  why: string;
  by: string;
  content: Json<Record<string, unknown>>;
  state: WriteState;
  url: string | null;
  problem: string | null;
  undo: Json<UndoRequest> | null;
  /** Who wants it taken back; null where nobody does, and once that was done or failed. */
  undoRequestedBy: string | null;
  at: Generated<Instant>;
  completedAt: Instant | null;
}

interface IncidentNoteTable {
  id: string;
  connectionId: string;
  incidentId: string;
  content: string;
  sender: string;
  state: Generated<'pending' | 'begun' | 'written' | 'given_up'>;
  begunAt: Generated<Instant>;
}

interface PullCheckTable {
  id: string;
  connectionId: string;
  repository: string;
  number: number;
  headSha: string;
  state: PullCheckState;
  patternId: string | null;
  failureIds: Json<string[]>;
  score: number;
  usual: number;
  /** The provider's, as PostgreSQL's `bigint`; null before it is written. */
  checkRunId: string | null;
  /** Someone asked the provider to run it again, which leaves it pending until it is answered. */
  isRerunRequested: Generated<boolean>;
  url: string | null;
  at: Generated<Instant>;
}

interface PendingPullCheckTable {
  connectionId: string;
  repository: string;
  number: number;
  /** Since when it is to be looked at. */
  at: Generated<Instant>;
  /** How often it was asked for again since. */
  tries: Generated<number>;
}

/** What is done about patterns. */
export interface ImprovementTables {
  improvement: ImprovementTable;
  improvementPolicy: ImprovementPolicyTable;
  providerWrite: ProviderWriteTable;
  incidentNote: IncidentNoteTable;
  pullCheck: PullCheckTable;
  pendingPullCheck: PendingPullCheckTable;
}
