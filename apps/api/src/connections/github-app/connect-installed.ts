import { findInstallations, type Installation, type Outbound } from '@refrain/connectors';
import { AppError, deciderBy } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { type ConnectAccountDeps, type ConnectedAccount, connectAccount, timeoutMs } from '../connect-account.ts';
import type { Registration, StoredApp } from './registration.ts';

export type ConnectInstalledDeps = ConnectAccountDeps & {
  readonly store: Pick<Store, 'access' | 'connections'>;
  readonly outbound: Outbound;
};

/** Finds the installation of the App in the account to connect; null if the App is not installed there yet. */
export async function findOwnInstallation(
  deps: ConnectInstalledDeps,
  registration: Registration,
  app: StoredApp,
): Promise<Installation | null> {
  const wanted = registration.wanted.account.toLowerCase();
  const installations = await listInstallations(deps, registration, app);
  return installations.find(({ account }) => account.toLowerCase() === wanted) ?? null;
}

/**
 * Finds the installation that GitHub named when it redirected the browser.
 * @throws {AppError} `conflict` if it belongs to another App or another account
 */
export async function findNamedInstallation(
  deps: ConnectInstalledDeps,
  registration: Registration,
  app: StoredApp,
  installationId: number,
): Promise<Installation> {
  const installation = (await listInstallations(deps, registration, app)).find(({ id }) => id === installationId);
  if (installation === undefined) {
    throw new AppError(
      'conflict',
      `This is no installation of ${app.slug}, the GitHub App that was made here. Install that App.`,
    );
  }
  const { account } = registration.wanted;
  if (installation.account.toLowerCase() === account.toLowerCase()) return installation;
  throw new AppError(
    'conflict',
    `The App is installed in ${installation.account}, and ${account} was to be connected. Begin again and choose that account, signed in to GitHub as one of its owners.`,
  );
}

/** Connects the account through the App. The registration drops the App's key; only the connection keeps it. */
export async function connectInstalled(
  deps: ConnectInstalledDeps,
  { state, wanted }: Registration,
  { appId, clientId, privateKey, slug, webhookSecret }: StoredApp,
  installation: Installation,
): Promise<ConnectedAccount> {
  const credential = { kind: 'github_app', appId, clientId, privateKey, slug, installationId: installation.id };
  const account = {
    provider: 'github',
    account: wanted.account,
    baseUrl: wanted.baseUrl,
    credential: JSON.stringify(credential),
    scope: wanted.scope,
    webhookSecret,
  } as const;
  // The registration itself ends when the access of its creator ends, so nothing has to be confirmed here.
  const connected = await connectAccount(deps, account, async () => {});
  await deps.store.connections.finishAppRegistration(state, connected.connection.id);
  const by = deciderBy('link', 'the person who opened the link for the GitHub App');
  const subject = { created: connected.connection.id };
  await deps.store.access.recordDecision({ by, operation: 'connectGitHubApp', subject }, { account: wanted.account });
  return connected;
}

function listInstallations(
  { outbound }: ConnectInstalledDeps,
  { wanted }: Registration,
  app: StoredApp,
): Promise<Installation[]> {
  return findInstallations(wanted.baseUrl, app, AbortSignal.timeout(timeoutMs), outbound);
}
