import { z } from 'zod';
import { Instant } from './instant.ts';

/** What somebody may do; each may do what those before it may. */
export const Role = z.enum(['viewer', 'triager', 'admin']);
export type Role = z.infer<typeof Role>;

/** Whether a role is enough where another one is asked for. */
export function includesRole(role: Role, needed: Role): boolean {
  return Role.options.indexOf(role) >= Role.options.indexOf(needed);
}

/** By what somebody signs in: a link that an admin made, the organisation's OpenID Connect provider, or GitHub. */
export const SignInMethod = z.enum(['link', 'oidc', 'github']);
export type SignInMethod = z.infer<typeof SignInMethod>;

/** Somebody who may sign in. Nothing of them is in any analysis. */
export const User = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: Role,
  way: SignInMethod,
  createdAt: Instant,
  /** Within a minute of the last request; null before the first. */
  lastSeenAt: Instant.nullable(),
  /** One who may not sign in any more; what they did keeps their name. */
  isDisabled: z.boolean(),
});
export type User = z.infer<typeof User>;

/** Who asks, as far as what they may do goes. */
export type Caller = Pick<User, 'id' | 'name' | 'role'>;

/** Who is there from the beginning: whoever holds a link that the installation itself printed. */
export const localAdminId = 'local';

/** What a token may do: a role everywhere (`viewer`), or in one part of the API (`search:viewer`, `connections:admin`). */
export const Scope = z
  .string()
  .regex(
    /^(?:[a-z]+:)?(?:viewer|triager|admin)$/u,
    'is viewer, triager or admin, alone or after a part of the API: search:viewer',
  );
export type Scope = z.infer<typeof Scope>;

/**
 * Whether one of the scopes reaches as far as this one does.
 * @param wanted of one part of the API, as its document is divided, or of all of it
 */
export function scopesInclude(scopes: readonly Scope[], wanted: Scope): boolean {
  const [needed = '', part] = wanted.split(':').reverse();
  return scopes.some((scope) => {
    const [role = '', of = part] = scope.split(':').reverse();
    return of === part && includesRole(Role.parse(role), Role.parse(needed));
  });
}
