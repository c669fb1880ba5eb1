import type {
  DeciderVia,
  DecisionDetail,
  DecisionState,
  Instant,
  Role,
  Scope,
  SessionVia,
  SignInMethod,
} from '@refrain/domain';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Json } from './ingestion-tables.ts';

interface AppUserTable {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  /** Whether the provider told the role, at the last sign-in. */
  roleFromProvider: Generated<boolean>;
  way: SignInMethod;
  /** By what the way of signing in knows them. */
  subject: string;
  createdAt: GeneratedAlways<Instant>;
  lastSeenAt: Instant | null;
  disabledAt: Instant | null;
}

interface ApiTokenTable {
  id: string;
  name: string;
  hash: string;
  userId: string;
  scopes: Scope[];
  /** The token that made this one; it ends with it. */
  parentId: string | null;
  createdAt: GeneratedAlways<Instant>;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
}

interface SignInLinkTable {
  hash: string;
  userId: string;
  /** The token that made it; it ends with it. */
  tokenId: string | null;
  expiresAt: Instant;
}

interface SessionTable {
  id: string;
  hash: string;
  userId: string;
  /** The token that made the link by which it began; it ends with it. */
  tokenId: string | null;
  via: Generated<SessionVia>;
  /** The browser and system, as the browser names them. */
  client: string | null;
  createdAt: GeneratedAlways<Instant>;
  usedAt: Generated<Instant>;
  /** When its secret was made. */
  renewedAt: Generated<Instant>;
  /** Of the secret before that one, which is good until the next is made. */
  formerHash: string | null;
  expiresAt: Instant;
}

interface DecisionTable {
  /** In the order in which they were begun. */
  id: GeneratedAlways<string>;
  at: GeneratedAlways<Instant>;
  via: DeciderVia;
  userId: string | null;
  userName: string;
  viaId: string | null;
  tokenName: string | null;
  operation: string;
  subject: Json<Record<string, string>>;
  detail: ColumnType<DecisionDetail, string | undefined, string>;
  state: Generated<DecisionState>;
}

/** Who may ask, by what they are known, and what they decided. */
export interface AccessTables {
  appUser: AppUserTable;
  apiToken: ApiTokenTable;
  signInLink: SignInLinkTable;
  session: SessionTable;
  decision: DecisionTable;
}
