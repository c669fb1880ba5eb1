import type { Instant, Role, Scope, SignInWay } from '@refrain/domain';
import type { Generated, GeneratedAlways } from 'kysely';

interface AppUserTable {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  /** Whether the provider told the role, at the last sign-in. */
  roleTold: Generated<boolean>;
  way: SignInWay;
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
  createdAt: GeneratedAlways<Instant>;
  expiresAt: Instant | null;
  lastUsedAt: Instant | null;
}

interface SignInLinkTable {
  hash: string;
  userId: string;
  expiresAt: Instant;
}

interface SessionTable {
  id: string;
  hash: string;
  userId: string;
  createdAt: GeneratedAlways<Instant>;
  usedAt: Generated<Instant>;
  /** When its secret was made. */
  renewedAt: Generated<Instant>;
  /** Of the secret before that one, which is good until the next is made. */
  formerHash: string | null;
  expiresAt: Instant;
}

/** Who may ask, and by what they are known. */
export interface AccessTables {
  appUser: AppUserTable;
  apiToken: ApiTokenTable;
  signInLink: SignInLinkTable;
  session: SessionTable;
}
