import { AppError, type ConnectionHealth } from '@refrain/domain';
import { z } from 'zod';
import { readResponseTime } from '../../requests/read-response-time.ts';
import type { GitHubClient, GitHubResponse } from '../client/client.ts';
import { listInstallationRepositories } from '../repositories/repositories.ts';
import { fetchAppInstallations } from './app.ts';
import { checksPermission, formatPermission, isPermissionGranted, neededPermissions } from './permissions.ts';
import { verifyToken } from './verify-token.ts';

export async function verifyGitHubAccount(client: GitHubClient, account: string): Promise<ConnectionHealth> {
  const { urgent } = client;
  const found =
    urgent.identity.kind === 'github_app'
      ? await verifyApp(urgent, urgent.identity.installationId)
      : await verifyToken(urgent, account);
  const rate = await urgent.requestIfAny({ url: '/rate_limit', what: 'the rate limit' }, [403, 404], z.unknown());
  return { ...found, budget: rate && budgetOf(rate), respondedAt: rate && readResponseTime(rate.headers) };
}

const RateLimit = z.object({
  resources: z.object({ core: z.object({ limit: z.number(), remaining: z.number(), reset: z.number() }) }),
});

/** Returns the request budget; null if the server has no rate limits. */
function budgetOf(answer: GitHubResponse<unknown>): ConnectionHealth['budget'] {
  const parsed = RateLimit.safeParse(answer.data);
  if (!parsed.success) return null;
  const { limit, remaining, reset } = parsed.data.resources.core;
  return { limit, remaining, resetsAt: new Date(reset * 1_000).toISOString() };
}

/** Verifies an App by its installation. A permission added later is missing until the account's owner accepts it. */
async function verifyApp(
  client: GitHubClient,
  installationId: number,
): Promise<Omit<ConnectionHealth, 'budget' | 'respondedAt'>> {
  const installation = (await fetchAppInstallations(client)).find(({ id }) => id === installationId);
  if (installation === undefined) {
    throw new AppError(
      'credential_rejected',
      'The GitHub App is no longer installed on this account: install it again, and reconnect',
    );
  }
  if (installation.isSuspended) {
    throw new AppError(
      'credential_rejected',
      `The GitHub App is suspended in ${installation.account}: unsuspend it under Settings → GitHub Apps there`,
    );
  }
  const missing: ConnectionHealth['missing'] = neededPermissions
    .filter(({ key, level }) => !isPermissionGranted(installation.permissions[key], level))
    .map(({ key, level, costs }) => ({ permission: formatPermission(key, level), costs }));
  const { key, level, costs } = checksPermission;
  if (installation.permissions[key] === 'read') {
    missing.push({ permission: formatPermission(key, level), costs, isOptional: true });
  }
  const names = (await listInstallationRepositories(client)).map(({ full_name }) => full_name).sort();
  const none = { permission: 'access to at least one repository', costs: 'everything: no repository is visible' };
  return { account: installation.account, visible: names, missing: names.length === 0 ? [none, ...missing] : missing };
}
