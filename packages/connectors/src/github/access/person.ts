import { z } from 'zod';
import { createGitHubClientForIdentity } from '../client/client.ts';

const User = z.looseObject({
  id: z.number().int(),
  login: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
});
const Membership = z.looseObject({ state: z.enum(['active', 'pending']), role: z.string() });

export interface GitHubPerson {
  /** User id, which does not change when the login changes. */
  readonly id: number;
  readonly login: string;
  readonly name: string | null;
  readonly email: string | null;
  /** Role in the organisation; null for non-members and pending invitations. */
  readonly role: 'owner' | 'member' | null;
}

/**
 * Returns the user of a token with the scope `read:org`, and their membership in an organisation. Throws
 * `permission_missing` also if the organisation restricts third-party Apps.
 */
export async function findGitHubPerson(
  baseUrl: string | null,
  token: string,
  organisation: string,
  signal: AbortSignal,
): Promise<GitHubPerson> {
  const client = createGitHubClientForIdentity(baseUrl, { kind: 'token', token }, {})(signal).urgent;
  const { data: user } = await client.request({ url: '/user', what: 'who signs in' }, User);
  const url = `/user/memberships/orgs/${encodeURIComponent(organisation)}`;
  const membership = await client.requestIfAny({ url, what: 'their membership' }, [404], Membership);
  const { id, login, name = null, email = null } = user;
  return { id, login, name, email, role: organisationRole(membership?.data) };
}

function organisationRole(membership: z.output<typeof Membership> | undefined): GitHubPerson['role'] {
  if (membership?.state !== 'active') return null;
  return membership.role === 'admin' ? 'owner' : 'member';
}
