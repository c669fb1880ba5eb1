import { AppError, type ConnectionHealth } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient, GitHubResponse } from '../client/client.ts';
import { type ListedRepository, listRepositories } from '../repositories/repositories.ts';
import { formatPermission, type NeededPermission, neededPermissions } from './permissions.ts';

type Missing = ConnectionHealth['missing'];

/** Number of repositories in which a refused request is repeated, since the user may lack access to some of them. */
const triedRepositories = 3;

/**
 * Only classic tokens report their scopes. Others are tested with one request per permission, preferably in private
 * repositories, since everyone may read public ones.
 */
export async function verifyToken(
  client: GitHubClient,
  account: string,
): Promise<Omit<ConnectionHealth, 'budget' | 'respondedAt'>> {
  const viewer = await client.requestIfAny({ url: '/user', what: 'the token’s own user' }, [403, 404], z.unknown());
  const found = await listRepositories(client, account);
  const names = found.repositories.map((repository) => repository.full_name).sort();
  const tried = chooseTried(found.repositories);
  const missing = [
    ...missingScopes(viewer),
    ...(await missingPermissions(client, tried)),
    ...missingChecks(client, tried),
    ...(tried[0] ? await missingWebhooks(client, found.account, tried[0].full_name) : []),
  ];
  const spelled = names.length > 0 ? found.account : await findSpelling(client, found.account);
  return { account: spelled, visible: names, missing };
}

function chooseTried(repositories: readonly ListedRepository[]): ListedRepository[] {
  const rank = ({ archived, private: isPrivate, has_issues }: ListedRepository): number =>
    (archived ? 4 : 0) + (isPrivate ? 0 : 2) + (has_issues ? 0 : 1);
  const byName = (a: ListedRepository, b: ListedRepository): number => (a.full_name < b.full_name ? -1 : 1);
  return [...repositories].sort((a, b) => rank(a) - rank(b) || byName(a, b)).slice(0, triedRepositories);
}

const Owner = z.looseObject({ login: z.string() });

async function findSpelling(client: GitHubClient, account: string): Promise<string> {
  const request = { url: `/users/${account}`, what: `the account ${account}` };
  const found = await client.requestIfAny(request, [403, 404], Owner);
  return found?.data.login ?? account;
}

async function missingPermissions(client: GitHubClient, tried: readonly ListedRepository[]): Promise<Missing> {
  if (tried.length === 0) {
    return [{ permission: 'access to at least one repository', costs: 'everything: no repository is visible' }];
  }
  const missing: Missing = [];
  for (const needed of neededPermissions) {
    const refused: { readonly repository: string; readonly permission: string }[] = [];
    for (const repository of tried) {
      const permission = await findRefused(client, needed, repository);
      if (permission === null) break;
      refused.push({ repository: repository.full_name, permission });
    }
    const [first] = refused;
    if (first === undefined) continue;
    const where =
      refused.length === tried.length ? '' : ` of ${refused.map(({ repository }) => repository).join(', ')}`;
    missing.push({ permission: first.permission, costs: needed.costs + where });
  }
  return missing;
}

async function findRefused(
  client: GitHubClient,
  { key, level, testEndpoint: list }: NeededPermission,
  { full_name, archived }: ListedRepository,
): Promise<string | null> {
  if (list === null) return null;
  const url = `/repos/${full_name}/${list}`;
  const what = `the ${list} of ${full_name}`;
  const read = await findLacking(() =>
    client.requestIfAny({ url, parameters: { per_page: 1 }, what }, none, z.unknown()),
  );
  // GitHub creates no issue without a title. It responds with 422 to a token that may create issues, else with 403.
  const written =
    read === null && level === 'write' && !archived
      ? await findLacking(() => client.requestIfAny({ method: 'POST', url, parameters: {}, what }, none, z.unknown()))
      : null;
  const lacking = read ?? written;
  if (lacking === null) return null;
  return lacking.key === null || lacking.key === key
    ? formatPermission(key, level)
    : formatPermission(lacking.key, lacking.level);
}

/** Statuses that do not mean a missing permission: 409 empty repository, 410 issues turned off, 422 invalid fields. */
const none = [409, 410, 422];

/**
 * Returns the missing permission if GitHub refuses a request (403) or hides the resource (404). `key` is null if GitHub
 * does not name the permission.
 */
async function findLacking(work: () => Promise<unknown>) {
  try {
    await work();
    return null;
  } catch (thrown) {
    const isRefusal =
      thrown instanceof AppError && (thrown.code === 'permission_missing' || thrown.code === 'not_found');
    if (!isRefusal) throw thrown;
    const [, key = null, level = 'read'] =
      /^(\w{1,60})=(read|write|admin)$/u.exec(String(thrown.context.needed ?? '')) ?? [];
    return { key, level };
  }
}

/**
 * Returns the missing scopes of a classic token; none for other tokens, because GitHub sends the header with scopes
 * only for classic ones.
 */
function missingScopes(viewerResponse: GitHubResponse<unknown> | null): Missing {
  const header = viewerResponse?.headers['x-oauth-scopes'];
  if (typeof header !== 'string') return [];
  const scopes = header.split(',').map((scope) => scope.trim());
  if (scopes.includes('repo')) return [];
  return scopes.includes('public_repo')
    ? [{ permission: 'scope repo', costs: 'private repositories' }]
    : [{ permission: 'scope repo', costs: 'private repositories and improvement issues' }];
}

/** Reports that a fine-grained token gives no access to checks (github.com/orgs/community/discussions/129512). */
function missingChecks({ identity: as }: GitHubClient, tried: readonly ListedRepository[]): Missing {
  const isFineGrained = as.kind === 'token' && as.isFineGrained;
  if (!isFineGrained || !tried.some((repository) => repository.private)) return [];
  const costs = neededPermissions.find(({ key }) => key === 'checks')?.costs ?? '';
  const permission = `${formatPermission('checks', 'read')} (only a GitHub App can have it)`;
  return [{ permission, costs, isOptional: true }];
}

async function missingWebhooks(client: GitHubClient, account: string, repository: string): Promise<Missing> {
  for (const owner of [`/orgs/${account}`, `/repos/${repository}`]) {
    const request = { url: `${owner}/hooks`, parameters: { per_page: 1 }, what: `the webhooks of ${owner.slice(1)}` };
    if ((await findLacking(() => client.request(request, z.unknown()))) === null) return [];
  }
  const costs = 'events as they happen: Refrain polls for changes instead';
  return [{ permission: formatPermission('webhooks', 'write'), costs, isOptional: true }];
}
