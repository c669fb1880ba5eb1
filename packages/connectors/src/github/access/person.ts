import { z } from 'zod';
import { type GitHubOptions, openGitHubClient } from '../client/client.ts';

const User = z.looseObject({
  id: z.number().int(),
  login: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
});
const Membership = z.looseObject({ state: z.enum(['active', 'pending']), role: z.string() });

/** Who signs in, and what they are to an organisation. */
export interface GitHubPerson {
  /** Stays when the login changes. */
  readonly id: number;
  readonly login: string;
  /** Null where they show none. */
  readonly name: string | null;
  readonly email: string | null;
  /** Null of who does not belong to it, or was invited and has not come yet. */
  readonly place: 'owner' | 'member' | null;
}

/**
 * Whom a user's token stands for, and their place in an organisation
 * (https://docs.github.com/rest/orgs/members#get-an-organization-membership-for-the-authenticated-user).
 * @param token of a person who gave the scope `read:org`
 * @throws {AppError} `credential_rejected`; `permission_missing` too where the organisation lets no App of others look
 */
export async function findGitHubPerson(
  baseUrl: string | null,
  token: string,
  organisation: string,
  signal: AbortSignal,
  options: GitHubOptions = {},
): Promise<GitHubPerson> {
  const client = openGitHubClient(baseUrl, { kind: 'token', token }, options).urgent;
  const { data: user } = await client.ask({ url: '/user', what: 'who signs in' }, User, signal);
  const url = `/user/memberships/orgs/${encodeURIComponent(organisation)}`;
  const membership = await client.askIfAny({ url, what: 'their membership' }, [404], Membership, signal);
  const { id, login, name = null, email = null } = user;
  return { id, login, name, email, place: locationOf(membership?.data) };
}

function locationOf(membership: z.output<typeof Membership> | undefined): GitHubPerson['place'] {
  if (membership?.state !== 'active') return null;
  return membership.role === 'admin' ? 'owner' : 'member';
}
