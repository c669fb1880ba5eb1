import { z } from 'zod';
import { Role, Scope, SignInMethod, User } from './access.ts';
import { Instant } from './instant.ts';
import { pageOf } from './page-of.ts';
import { VisibleName } from './visible-name.ts';

export const ApiToken = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  /** Who made it. */
  owner: User.pick({ id: true, name: true }),
  /** The id of the token that made it, with which it ends; null for one that a person made. */
  parentId: z.string().nullable(),
  createdAt: Instant,
  /** Null for one that does not expire. */
  expiresAt: Instant.nullable(),
  /** Within a minute; null for one that was never used. */
  lastUsedAt: Instant.nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

/** Oldest first, expired ones too. */
export const TokensResponse = pageOf(ApiToken);

export const NewToken = z.strictObject({
  name: VisibleName,
  expiresAt: Instant.nullable().default(null),
  /** All that who makes it may do, unless given. */
  scopes: z.array(Scope).min(1).max(20).optional(),
});

/** The token itself is told once. */
export const NewTokenResponse = z.object({ id: z.string(), token: z.string() });

/** A link that signs a browser in, once. */
export const SignInLinkResponse = z.object({ url: z.string() });

/** Oldest first. */
export const UsersResponse = pageOf(User);

/** Somebody who signs in by links that an admin makes. */
export const NewUser = z.strictObject({ name: VisibleName, role: Role });

/** What is not given stays as it is. */
export const UserChange = z.strictObject({
  name: VisibleName.optional(),
  role: Role.optional(),
  isDisabled: z.boolean().optional(),
});

/** The providers of identities by which people sign in, each with the page that leads to it and back. */
export const SignInMethodsResponse = z.object({
  /** Whether sign-in links work too. */
  allowsLinks: z.boolean(),
  items: z.array(z.object({ way: SignInMethod.exclude(['link']), name: z.string(), url: z.string() })),
});

/** How a session began: by a sign-in link, or by a provider of identities. */
export const SessionVia = z.enum(['link', 'provider']);
export type SessionVia = z.infer<typeof SessionVia>;

/** A browser that is signed in. */
export const OpenSession = z.object({
  id: z.string(),
  via: SessionVia,
  /** The browser and system, such as `Firefox on Linux`; null where the browser does not say. */
  client: z.string().nullable(),
  startedAt: Instant,
  /** Within a minute. */
  lastUsedAt: Instant,
  /** When it ends at the latest; it also ends a day after its last use. */
  expiresAt: Instant,
  /** Whether this request was made by it. */
  isCurrent: z.boolean(),
});
export type OpenSession = z.infer<typeof OpenSession>;

/** Last used first. */
export const SessionsResponse = pageOf(OpenSession);

/** Who is signed in. */
export const SessionResponse = z.object({
  signedIn: z.literal(true),
  user: User.pick({ id: true, name: true, role: true }),
});

/** By what the installation is guarded, for who answers for it. */
export const SecurityResponse = z.object({
  /** Where people and webhooks reach it. */
  publicUrl: z.string(),
  /** Whether proxies are named whose word on addresses is taken. */
  trustsProxies: z.boolean(),
  /** Providers of identities by which people sign in. */
  signInBy: z.array(z.string()),
  /** Whether people can also sign in by links, which bypass a provider's second factor. */
  allowsSignInLinks: z.boolean(),
  /** Who may sign in, and how many of them as admins. */
  people: z.number().int(),
  admins: z.number().int(),
  /** Tokens that do not expire, by name. */
  lastingTokens: z.array(z.string()),
});
export type SecurityResponse = z.infer<typeof SecurityResponse>;
