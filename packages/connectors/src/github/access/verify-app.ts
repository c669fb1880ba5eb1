import { AppError, type ConnectionHealth } from '@refrain/domain';
import type { GitHubClient } from '../client/client.ts';
import { listInstalledRepositories } from '../repositories/repositories.ts';
import { listInstallations } from './installations.ts';
import { checksPermission, formatPermission, isPermissionGranted, neededPermissions } from './permissions.ts';

/** Verifies an App by its installation. A permission added later is missing until the account's owner accepts it. */
export async function verifyApp(
  client: GitHubClient,
  installationId: number,
  signal: AbortSignal,
): Promise<Omit<ConnectionHealth, 'budget' | 'respondedAt'>> {
  const installation = (await listInstallations(client, signal)).find(({ id }) => id === installationId);
  if (installation === undefined) {
    throw new AppError(
      'credential_rejected',
      'The GitHub App is no longer installed in this account: install it again, and reconnect',
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
  const names = (await listInstalledRepositories(client, signal)).map(({ full_name }) => full_name).sort();
  const none = { permission: 'access to at least one repository', costs: 'everything: no repository is visible' };
  return { account: installation.account, visible: names, missing: names.length === 0 ? [none, ...missing] : missing };
}
