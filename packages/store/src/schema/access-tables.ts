import type {
  DecisionChannel,
  DecisionDetail,
  DecisionState,
  Instant,
  Role,
  Scope,
  SessionStartMethod,
  SignInMethod,
} from '@refrain/domain';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Json } from './ingestion-tables.ts';

export interface AccessTables {
  appUser: {
    id: string;
    name: string;
    email: string | null;
    role: Role;
    /** Whether the identity provider assigned the role at the last sign-in. */
    roleFromProvider: Generated<boolean>;
    signInMethod: SignInMethod;
    /** The user's id at the identity provider, or the user's own id if they sign in by links. */
    subject: string;
    createdAt: GeneratedAlways<Instant>;
    lastSeenAt: Instant | null;
    disabledAt: Instant | null;
  };
  apiToken: {
    id: string;
    name: string;
    hash: string;
    userId: string;
    scopes: Scope[];
    /** The token that created this one. When the parent token ends, this token ends too. */
    parentId: string | null;
    createdAt: GeneratedAlways<Instant>;
    expiresAt: Instant | null;
    lastUsedAt: Instant | null;
  };
  signInLink: {
    hash: string;
    userId: string;
    tokenId: string | null;
    expiresAt: Instant;
  };
  session: {
    id: string;
    hash: string;
    userId: string;
    tokenId: string | null;
    via: SessionStartMethod;
    client: string | null;
    createdAt: GeneratedAlways<Instant>;
    usedAt: Generated<Instant>;
    renewedAt: Generated<Instant>;
    /** The hash of the previous session secret, which is valid until the next renewal. */
    formerHash: string | null;
    expiresAt: Instant;
  };
  decision: {
    /** A number that increases with every new decision. */
    id: GeneratedAlways<string>;
    at: GeneratedAlways<Instant>;
    via: DecisionChannel;
    userId: string | null;
    userName: string;
    viaId: string | null;
    tokenName: string | null;
    operation: string;
    subject: Json<Record<string, string>>;
    detail: ColumnType<DecisionDetail, string | undefined, string>;
    state: Generated<DecisionState>;
  };
}
