import { findInstallations, type Installation, type Outbound } from '@refrain/connectors';
import { AppError, deciderBy } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { type ConnectAccountDeps, type ConnectedAccount, connectAccount, timeoutMs } from '../connect-account.ts';
import type { Registration, StoredApp } from './registration.ts';

export type ConnectInstalledDeps = ConnectAccountDeps & {
  readonly store: Pick<Store, 'access' | 'connections'>;
  readonly outbound: Outbound;
};

/** The installation of the App in the account that is to be connected; null where there is none yet. */
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
 * The installation that the browser came back with.
 * @throws {AppError} `conflict` where it is one of another App, or in another account
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
      `This is no installation of ${app.slug}, the GitHub App that was made here: install that one.`,
    );
  }
  const { account } = registration.wanted;
  if (installation.account.toLowerCase() === account.toLowerCase()) return installation;
  throw new AppError(
    'conflict',
    `The App is installed in ${installation.account}, and ${account} was to be connected: begin again with that account, signed in to GitHub as one of its owners.`,
  );
}

/** Connects the account by the App, which is forgotten here: its key is the connection's from then on. */
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
  // The registration ends with the access of whoever began it.
  const connected = await connectAccount(deps, account, async () => {});
  await deps.store.connections.finishAppRegistration(state, connected.connection.id);
  const by = deciderBy('link', 'whoever opened the address of the GitHub App');
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
