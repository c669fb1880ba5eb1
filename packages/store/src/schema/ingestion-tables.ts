import type {
  ConnectionScope,
  ConnectionStatus,
  ErrorCode,
  Instant,
  Provider,
  StreamProgress,
  WebhookState,
} from '@refrain/domain';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Read as its value, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;

interface ConnectionTable {
  id: string;
  provider: Provider;
  account: string;
  baseUrl: string | null;
  scope: Json<ConnectionScope>;
  status: ConnectionStatus;
  statusReason: string | null;
  credential: Buffer | null;
  webhookSecret: Buffer | null;
  /** Still valid for a while after `webhookRotatedAt`. */
  formerWebhookSecret: Buffer | null;
  webhookRotatedAt: Instant | null;
  webhook: ColumnType<WebhookState, string | undefined, string>;
  /** Before this nothing is left that the provider could not deliver. */
  redeliveredUntil: Generated<Instant | null>;
  /** The provider's own id of the subscription. */
  webhookId: string | null;
  /** The part of the webhook's address that nobody can guess. */
  webhookKey: Generated<string>;
  createdAt: GeneratedAlways<Instant>;
}

/** Names that are taken out of texts, and of which nothing else is known. */
interface PersonNameTable {
  connectionId: string;
  name: string;
  /** Whether the texts that were stored before it have been gone over. */
  applied: Generated<boolean>;
  /** Whether it is found only as it is written, since ordinary words are the same. True until the stored texts have been gone over. */
  isPhrase: Generated<boolean>;
  /** In the order in which they were added. */
  sequence: GeneratedAlways<string>;
}

interface StreamTable {
  connectionId: string;
  stream: string;
  cursor: string | null;
  since: Instant | null;
  state: Generated<StreamProgress['state']>;
  records: Generated<number>;
  expected: number | null;
  problem: string | null;
  updatedAt: Generated<Instant>;
  /** When the pass began: asked for by a person, or started again by a sync. */
  startedAt: Generated<Instant>;
  /** When a webhook last said that there is something in it. */
  staleAt: Generated<Instant | null>;
  /** Records that came lately, by ticks of the clock, the newest first; and the number of its first tick. */
  recent: Generated<number[]>;
  recentTick: Generated<number>;
  /** The furthest that a person ever asked for; null is everything. `since` is of the pass only. */
  reachesBackTo: Generated<Instant | null>;
  checkedUntil: Generated<Instant | null>;
  checkDueAt: Generated<Instant | null>;
  refilledAt: Generated<Instant | null>;
  /** How often the same was asked for again in vain. */
  refills: Generated<number>;
  /** What was missing at the last refill, as a digest. */
  missing: Generated<string | null>;
}

/** The repositories or services that are taken in, by the provider's ids. */
interface ScopeMemberTable {
  connectionId: string;
  id: string;
  name: string;
  state: 'present' | 'gone' | 'former';
}

/** Names that repositories had before. */
interface FormerNameTable {
  connectionId: string;
  former: string;
  present: string;
  /** When another repository was seen to bear it; null where none does. */
  takenAt: Instant | null;
}

/** Rows whose ids do not follow from the names that their repositories have now: by the id that would follow. */
interface RowAliasTable {
  alias: string;
  id: string;
  connectionId: string;
}

interface ConnectionProblemTable {
  connectionId: string;
  subject: string;
  problem: string;
}

interface InboxTable {
  id: GeneratedAlways<string>;
  connectionId: string;
  source: string;
  type: string;
  deliveryKey: string;
  /** Sealed; null once it expired. */
  payload: Buffer | null;
  /** Size of the payload as JSON text. */
  payloadBytes: number;
  receivedAt: GeneratedAlways<Instant>;
  /** Why it could not be read; null for what was read, and for what waits. */
  problem: string | null;
}

/** The rows of the inbox that are not settled yet. */
interface InboxWaitingTable {
  id: string;
  connectionId: string;
  since: GeneratedAlways<Instant>;
}

/** A job that was given up. */
interface DeadJobTable {
  id: string;
  queue: string;
  name: string;
  payload: Json<object>;
  connectionId: string | null;
  code: ErrorCode;
  problem: string;
  attempts: number;
  at: Generated<Instant>;
  replayRequestedAt: Generated<Instant | null>;
}

interface CompletenessTable {
  connectionId: string;
  stream: string;
  day: string;
  existing: number;
  stored: number;
  checkedAt: Generated<Instant>;
}

interface AppRegistrationTable {
  state: string;
  wanted: Json<unknown>;
  app: Buffer | null;
  createdAt: GeneratedAlways<Instant>;
  expiresAt: Instant;
  connectionId: Generated<string | null>;
  userId: Generated<string | null>;
  tokenId: Generated<string | null>;
}

/** The tables of what comes in, and of where it comes from. */
export interface IntakeTables {
  connection: ConnectionTable;
  personName: PersonNameTable;
  stream: StreamTable;
  connectionProblem: ConnectionProblemTable;
  scopeMember: ScopeMemberTable;
  formerName: FormerNameTable;
  rowAlias: RowAliasTable;
  inbox: InboxTable;
  inboxWaiting: InboxWaitingTable;
  deadJob: DeadJobTable;
  completeness: CompletenessTable;
  appRegistration: AppRegistrationTable;
}
