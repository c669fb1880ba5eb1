import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import { listAllPages } from './paginate.ts';
import { Repository } from './schema.ts';

const User = z.looseObject({ login: z.string() });

export interface AccountRepositories {
  /** The account's name as GitHub spells it. */
  readonly account: string;
  readonly repositories: z.output<typeof Repository>[];
}

/**
 * The repositories of an account that the token can see. The account may be an organisation, the token's own user, or
 * another user whose repositories the token's user works on.
 * @throws {AppError} `not_found` when there is no such account, or none of its repositories can be seen
 */
export async function listRepositories(
  client: GitHubClient,
  account: string,
  signal: AbortSignal,
): Promise<AccountRepositories> {
  if (!/^[\w.-]{1,100}$/u.test(account)) {
    throw new AppError('invalid_input', 'A GitHub account is the name of one organisation or user, such as "acme"');
  }
  const what = `the repositories of ${account}`;
  const list = (url: string, filter: Readonly<Record<string, string>>) =>
    listAllPages(client, { url, parameters: { ...filter, per_page: 100 }, what }, Repository, signal);
  const ofOrganisation = await list(`/orgs/${account}/repos`, { type: 'all' }).catch(nullIfNotFound);
  if (ofOrganisation) return { account: ownerOf(ofOrganisation) ?? account, repositories: ofOrganisation };
  const owned = (await list('/user/repos', {})).filter(
    (repository) => ownerOf([repository])?.toLowerCase() === account.toLowerCase(),
  );
  const owner = ownerOf(owned) ?? (await findOwnName(client, account, signal));
  if (owner !== null) return { account: owner, repositories: owned };
  throw new AppError(
    'not_found',
    `GitHub shows this token no account ${account}: check its spelling and the token's access`,
  );
}

/** The token's own user may have no repository yet. */
async function findOwnName(client: GitHubClient, account: string, signal: AbortSignal): Promise<string | null> {
  const self = await client.ask({ url: '/user', what: "the token's own user" }, User, signal);
  return self.data.login.toLowerCase() === account.toLowerCase() ? self.data.login : null;
}

function ownerOf(repositories: AccountRepositories['repositories']): string | null {
  return repositories[0]?.full_name.split('/')[0] ?? null;
}

function nullIfNotFound(thrown: unknown): null {
  if (thrown instanceof AppError && thrown.code === 'not_found') return null;
  throw thrown;
}
