import { AppError, type ConnectionScope } from '@refrain/domain';
import { z } from 'zod';
import { matchesAnyPattern } from '../../records/match-glob.ts';
import { nullIfNotFound } from '../../requests/provider-error.ts';
import type { GitHubClient } from '../client/client.ts';
import { listAllItems, listItemsOfField } from '../client/paginate.ts';
import { Repository } from '../records/schema.ts';

const ListedRepository = Repository.extend({ id: z.number().int(), private: z.boolean().default(false) });
export type ListedRepository = z.output<typeof ListedRepository>;

const User = z.looseObject({ login: z.string() });

export interface AccountRepositories {
  readonly account: string;
  readonly repositories: ListedRepository[];
}

/**
 * Lists an account's visible repositories, except erased ones. With a token, the account may be an organisation, the
 * token's user, or a user who shares repositories with that user. With an App, lists what its installation can see.
 */
export async function listRepositories(client: GitHubClient, account: string): Promise<AccountRepositories> {
  const found = await listVisible(client, account);
  const isErased = await Promise.all(
    found.repositories.map(({ full_name, id }) => client.isErased(full_name, String(id))),
  );
  return { ...found, repositories: found.repositories.filter((_, index) => isErased[index] !== true) };
}

async function listVisible(client: GitHubClient, account: string): Promise<AccountRepositories> {
  if (!/^[\w.-]{1,100}$/u.test(account)) {
    throw new AppError(
      'invalid_input',
      'The GitHub account is invalid: give the name of one organisation or user, such as "acme"',
    );
  }
  if (client.identity.kind === 'github_app') {
    const repositories = await listInstallationRepositories(client);
    return { account: ownerOf(repositories) ?? account, repositories };
  }
  const what = `the repositories of ${account}`;
  const list = (url: string, filter: Readonly<Record<string, string>>) =>
    listAllItems(client, { url, parameters: { ...filter, per_page: 100 }, what }, ListedRepository);
  const ofOrganisation = await list(`/orgs/${account}/repos`, { type: 'all' }).catch(nullIfNotFound);
  if (ofOrganisation) return { account: ownerOf(ofOrganisation) ?? account, repositories: ofOrganisation };
  const owned = (await list('/user/repos', {})).filter(
    (repository) => ownerOf([repository])?.toLowerCase() === account.toLowerCase(),
  );
  const owner = ownerOf(owned) ?? (await findOwnName(client, account));
  if (owner !== null) return { account: owner, repositories: owned };
  throw new AppError(
    'not_found',
    `This token cannot see an account ${account} on GitHub: check the spelling and the token's access`,
  );
}

export async function listInstallationRepositories(client: GitHubClient): Promise<ListedRepository[]> {
  const what = 'the repositories that the App was installed for';
  const request = { url: '/installation/repositories', parameters: { per_page: 100 }, what };
  return listItemsOfField(client, request, 'repositories', ListedRepository);
}

/** Tells whether a repository is in scope. Forks need a matching pattern, as they repeat the commits of others. */
export function isListedRepositoryInScope(
  { repositories }: Pick<ConnectionScope, 'repositories'>,
  { fork, full_name }: Pick<ListedRepository, 'fork' | 'full_name'>,
): boolean {
  return (!fork || repositories.length > 0) && matchesAnyPattern(repositories, full_name);
}

export async function listScopedRepositories(
  client: GitHubClient,
  account: string,
  scope: Pick<ConnectionScope, 'repositories'>,
): Promise<ListedRepository[]> {
  const { repositories } = await listRepositories(client, account);
  return repositories
    .filter((repository) => isListedRepositoryInScope(scope, repository))
    .sort((a, b) => (a.full_name < b.full_name ? -1 : 1));
}

/**
 * Returns the account's name in GitHub's spelling if the account is the token's user, and null otherwise. Needed if no
 * repository of the account shows the spelling.
 */
async function findOwnName(client: GitHubClient, account: string): Promise<string | null> {
  const self = await client.request({ url: '/user', what: "the token's own user" }, User);
  return self.data.login.toLowerCase() === account.toLowerCase() ? self.data.login : null;
}

function ownerOf(repositories: AccountRepositories['repositories']): string | null {
  return repositories[0]?.full_name.split('/')[0] ?? null;
}

const Visibility = z.looseObject({ private: z.boolean().default(false) });

export async function isPublicRepository(client: GitHubClient, repository: string): Promise<boolean> {
  const request = { url: `/repos/${repository}`, what: `the repository ${repository}` };
  const { data } = await client.request(request, Visibility);
  return !data.private;
}
