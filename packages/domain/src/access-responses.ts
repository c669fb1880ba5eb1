import { z } from 'zod';
import { Role, Scope, SignInMethod, User } from './access.ts';
import { createPageSchema } from './create-page-schema.ts';
import { VisibleName } from './create-visible-name-schema.ts';
import { Instant } from './instant.ts';

export const ApiToken = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  /** The user who created the token. */
  owner: User.pick({ id: true, name: true }),
  /** The id of the token that created this token; revoking it ends both. Null if a person created this token. */
  parentId: z.string().nullable(),
  createdAt: Instant,
  /** When the token expires; null if it does not expire. */
  expiresAt: Instant.nullable(),
  /** When the token was last used, exact to a minute; null if never. */
  lastUsedAt: Instant.nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

/** Tokens, oldest first, including expired ones. */
export const TokensResponse = createPageSchema(ApiToken);

export const NewToken = z.strictObject({
  name: VisibleName,
  expiresAt: Instant.nullable().default(null),
  /** The permissions of the token; by default, all permissions of its creator. */
  scopes: z.array(Scope).min(1).max(20).optional(),
});

/** The secret of the token is returned only once. */
export const NewTokenResponse = z.object({ id: z.string(), token: z.string() });

/** A link that signs a browser in once. */
export const SignInLinkResponse = z.object({
  url: z.string(),
  /** When the link stops working. */
  expiresAt: Instant,
});
export type SignInLinkResponse = z.infer<typeof SignInLinkResponse>;

/** A new user, with the link of the invitation, which is returned only once. */
export const InvitationResponse = User.extend({ link: SignInLinkResponse });
export type InvitationResponse = z.infer<typeof InvitationResponse>;

export const ListedUser = User.extend({
  /** When the newest unused sign-in link of the user expires; null if there is none. */
  linkExpiresAt: Instant.nullable(),
});
export type ListedUser = z.infer<typeof ListedUser>;

/** Users, oldest first. */
export const UsersResponse = createPageSchema(ListedUser);

/** A user who signs in by links that an admin creates. */
export const NewUser = z.strictObject({
  name: VisibleName,
  role: Role,
  /** Shows who was invited. Refrain sends no e-mail. */
  email: z.email().max(320).optional(),
});

/** The changes to make to a user. Absent fields stay unchanged. */
export const UserUpdate = z.strictObject({
  name: VisibleName.optional(),
  role: Role.optional(),
  isDisabled: z.boolean().optional(),
});
export type UserUpdate = z.infer<typeof UserUpdate>;

/** The identity providers by which people sign in, each with the page that starts its sign-in. */
export const SignInMethodsResponse = z.object({
  /** Whether people can also sign in by links that an admin creates. */
  allowsLinks: z.boolean(),
  items: z.array(z.object({ way: SignInMethod.exclude(['link']), name: z.string(), url: z.string() })),
});

/** How a session began: by a sign-in link or through an identity provider. */
export const SessionStartMethod = z.enum(['link', 'provider']);
export type SessionStartMethod = z.infer<typeof SessionStartMethod>;

/** The session of a signed-in browser. */
export const BrowserSession = z.object({
  id: z.string(),
  via: SessionStartMethod,
  /** The browser and operating system, such as `Firefox on Linux`; null if the browser does not send them. */
  client: z.string().nullable(),
  startedAt: Instant,
  /** When the session was last used, exact to a minute. */
  lastUsedAt: Instant,
  /** When the session ends at the latest. Without use, a session ends after a day. */
  expiresAt: Instant,
  /** Whether this request belongs to the session. */
  isCurrent: z.boolean(),
});
export type BrowserSession = z.infer<typeof BrowserSession>;

/** Sessions, most recently used first. */
export const SessionsResponse = createPageSchema(BrowserSession);

/** The user who is signed in. */
export const SessionResponse = z.object({
  signedIn: z.literal(true),
  user: User.pick({ id: true, name: true, role: true }),
});

/** The security settings of the installation, for its operator. */
export const SecurityResponse = z.object({
  /** The URL at which people and webhooks reach the installation. */
  publicUrl: z.string(),
  /** Whether a trusted proxy is configured, whose `X-Forwarded-For` states the addresses of clients. */
  trustsProxies: z.boolean(),
  /** The identity providers by which people sign in. */
  signInBy: z.array(z.string()),
  /** Whether people can also sign in by links, which bypass a provider's second factor. */
  allowsSignInLinks: z.boolean(),
  /** The number of users who may sign in. */
  people: z.number().int(),
  /** The number of admins who may sign in. */
  admins: z.number().int(),
  /** The names of tokens that do not expire. */
  lastingTokens: z.array(z.string()),
});
export type SecurityResponse = z.infer<typeof SecurityResponse>;
