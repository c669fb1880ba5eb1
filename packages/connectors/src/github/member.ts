import { z } from 'zod';
import { type GitHubOptions, openGitHubClient } from './client.ts';

const User = z.looseObject({
  id: z.number().int(),
  login: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
});
const Membership = z.looseObject({ state: z.enum(['active', 'pending']), role: z.string() });

/** Somebody who belongs to an organisation. */
export interface GitHubMember {
  /** Stays when the login changes. */
  readonly id: number;
  readonly login: string;
  /** Null where they show none. */
  readonly name: string | null;
  readonly email: string | null;
  readonly isOwner: boolean;
}

/**
 * Whom a user's token stands for, if they belong to the organisation; null where they do not, or were invited and have not
 * come yet (https://docs.github.com/rest/orgs/members#get-an-organization-membership-for-the-authenticated-user).
 * @param token of a person who gave the scope `read:org`
 * @throws {AppError} `credential_rejected`; `permission_missing` too where the organisation lets no App of others look
 */
export async function findGitHubMember(
  baseUrl: string | null,
  token: string,
  organisation: string,
  signal: AbortSignal,
  options: GitHubOptions = {},
): Promise<GitHubMember | null> {
  const client = openGitHubClient(baseUrl, { kind: 'token', token }, options).urgent;
  const url = `/user/memberships/orgs/${encodeURIComponent(organisation)}`;
  const membership = await client.askIfAny({ url, what: 'their membership' }, [404], Membership, signal);
  if (membership === null || membership.data.state !== 'active') return null;
  const { data: user } = await client.ask({ url: '/user', what: 'who signs in' }, User, signal);
  const { id, login, name = null, email = null } = user;
  return { id, login, name, email, isOwner: membership.data.role === 'admin' };
}
