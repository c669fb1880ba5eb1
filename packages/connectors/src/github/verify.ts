import type { ConnectionHealth } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubAnswer, GitHubClient } from './client.ts';
import { listRepositories } from './repositories.ts';

/** What a connection reads from a repository, and what it loses without. */
const needed = [
  { list: 'commits', permission: 'Contents: read', costs: 'reverted changes' },
  { list: 'pulls', permission: 'Pull requests: read', costs: 'merged changes and what reverted them' },
  { list: 'deployments', permission: 'Deployments: read', costs: 'failed deployments' },
  { list: 'issues', permission: 'Issues: read and write', costs: 'improvement issues' },
] as const;

/**
 * Who the token is, which repositories it sees, and which permissions it lacks: asked of GitHub by reading one item of each
 * list in the first repository, since only classic tokens tell their scopes.
 * @throws {AppError} `credential_rejected`, `not_found`, `provider_unreachable` …
 */
export async function verifyGitHub(
  client: GitHubClient,
  account: string,
  signal: AbortSignal,
): Promise<ConnectionHealth> {
  const who = await client.askIfAny({ url: '/user', what: 'the token’s own user' }, [403, 404], z.unknown(), signal);
  const found = await listRepositories(client, account, signal);
  const names = found.repositories.map((repository) => repository.full_name).sort();
  const missing = [...missingScopes(who), ...(await missingPermissions(client, names[0], signal))];
  const rate = await client.askIfAny({ url: '/rate_limit', what: 'the rate limit' }, [403, 404], z.unknown(), signal);
  const spelled = names.length > 0 ? found.account : await findSpelling(client, found.account, signal);
  return { account: spelled, visible: names, missing, budget: rate ? budgetOf(rate) : null };
}

const Owner = z.looseObject({ login: z.string() });

/** An account's name as GitHub spells it, where no repository shows it; as it was given where GitHub does not say. */
async function findSpelling(client: GitHubClient, account: string, signal: AbortSignal): Promise<string> {
  const request = { url: `/users/${account}`, what: `the account ${account}` };
  const found = await client.askIfAny(request, [403, 404], Owner, signal);
  return found?.data.login ?? account;
}

async function missingPermissions(
  client: GitHubClient,
  repository: string | undefined,
  signal: AbortSignal,
): Promise<ConnectionHealth['missing']> {
  if (repository === undefined) {
    return [{ permission: 'access to at least one repository', costs: 'everything: no repository is visible' }];
  }
  const missing: ConnectionHealth['missing'] = [];
  for (const { list, permission, costs } of needed) {
    const url = `/repos/${repository}/${list}`;
    const request = { url, parameters: { per_page: 1 }, what: `the ${list} of ${repository}` };
    // 403 is a refusal, 404 hides one; 409 is an empty repository, 410 one without issues.
    const refused = await client
      .askIfAny(request, [409, 410], z.unknown(), signal)
      .then(() => false)
      .catch((thrown: unknown) => {
        if (isRefusal(thrown)) return true;
        throw thrown;
      });
    if (refused) missing.push({ permission, costs });
  }
  return missing;
}

function isRefusal(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  return code === 'permission_missing' || code === 'not_found';
}

/** Classic tokens name their scopes in a header; others do not have it. */
function missingScopes(who: GitHubAnswer<unknown> | null): ConnectionHealth['missing'] {
  const header = who?.headers['x-oauth-scopes'];
  if (typeof header !== 'string') return [];
  const scopes = header.split(',').map((scope) => scope.trim());
  if (scopes.includes('repo')) return [];
  return scopes.includes('public_repo')
    ? [{ permission: 'scope repo', costs: 'private repositories' }]
    : [{ permission: 'scope repo', costs: 'private repositories and improvement issues' }];
}

const RateLimit = z.object({
  resources: z.object({ core: z.object({ limit: z.number(), remaining: z.number(), reset: z.number() }) }),
});

/** Null where the server has limits turned off: then nothing is known, which is not 0. */
function budgetOf(answer: GitHubAnswer<unknown>): ConnectionHealth['budget'] {
  const parsed = RateLimit.safeParse(answer.data);
  if (!parsed.success) return null;
  const { limit, remaining, reset } = parsed.data.resources.core;
  return { limit, remaining, resetsAt: new Date(reset * 1_000).toISOString() };
}
