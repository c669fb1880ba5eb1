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
 * another user.
 * @throws {AppError} `not_found` when GitHub knows no such account
 */
export async function listRepositories(
  client: GitHubClient,
  account: string,
  signal: AbortSignal,
): Promise<AccountRepositories> {
  const { spelling, url, parameters } = await findAccount(client, account, signal);
  const what = `the repositories of ${account}`;
  const request = { url, parameters: { ...parameters, per_page: 100 }, what };
  return { account: spelling, repositories: await listAllPages(client, request, Repository, signal) };
}

interface FoundAccount {
  readonly spelling: string;
  readonly url: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

async function findAccount(client: GitHubClient, account: string, signal: AbortSignal): Promise<FoundAccount> {
  if (!/^[\w.-]{1,100}$/u.test(account)) {
    throw new AppError('invalid_input', 'A GitHub account is the name of one organisation or user, such as "acme"');
  }
  const ask = (url: string) => client.askIfAny({ url, what: `the account ${account}` }, [403, 404], User, signal);
  const organisation = await ask(`/orgs/${account}`);
  if (organisation) {
    return { spelling: organisation.data.login, url: `/orgs/${account}/repos`, parameters: { type: 'all' } };
  }
  const self = await ask('/user');
  if (self && self.data.login.toLowerCase() === account.toLowerCase()) {
    return { spelling: self.data.login, url: '/user/repos', parameters: { affiliation: 'owner' } };
  }
  const user = await ask(`/users/${account}`);
  if (user) return { spelling: user.data.login, url: `/users/${account}/repos`, parameters: { type: 'owner' } };
  throw new AppError(
    'not_found',
    `GitHub knows no account ${account}, or hides it from this token: check its spelling and the token's access`,
  );
}
