import { z } from 'zod';
import { Instant } from './instant.ts';

/** The roles of users, lowest first. Each role has all permissions of the lower roles. */
export const Role = z.enum(['viewer', 'triager', 'admin']);
export type Role = z.infer<typeof Role>;

export function includesRole(role: Role, needed: Role): boolean {
  return Role.options.indexOf(role) >= Role.options.indexOf(needed);
}

/** How a user signs in: by a link from an admin, through the organisation's OpenID Connect provider, or with GitHub. */
export const SignInMethod = z.enum(['link', 'oidc', 'github']);
export type SignInMethod = z.infer<typeof SignInMethod>;

/** A user who may sign in. Users never appear in the analysis. */
export const User = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: Role,
  signInMethod: SignInMethod,
  createdAt: Instant,
  /** When the user last sent a request, exact to a minute; null before the first request. */
  lastSeenAt: Instant.nullable(),
  /** Whether the user can no longer sign in. Past decisions keep the user's name. */
  isDisabled: z.boolean(),
});
export type User = z.infer<typeof User>;

/** The user who sends a request. */
export type Caller = Pick<User, 'id' | 'name' | 'role'>;

/** The id of the initial user, who signs in by a link that the installation printed. */
export const initialAdminId = 'local';

/** A token's role for the whole API (`viewer`) or the routes with one tag (`search:viewer`, `connections:admin`). */
export const Scope = z
  .string()
  .regex(
    /^(?:[a-z]+:)?(?:viewer|triager|admin)$/u,
    'must be viewer, triager or admin, optionally after a part of the API, such as search:viewer',
  );
export type Scope = z.infer<typeof Scope>;

export function tokenScopesInclude(scopes: readonly Scope[], wanted: Scope): boolean {
  const [needed = '', part] = wanted.split(':').reverse();
  return scopes.some((scope) => {
    const [role = '', of = part] = scope.split(':').reverse();
    return of === part && includesRole(Role.parse(role), Role.parse(needed));
  });
}
