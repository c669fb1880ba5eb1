import { type GitHubAppInstallation, listAppInstallations } from '@refrain/connectors';
import { AppError, createDecider } from '@refrain/domain';
import type { ApiDeps } from '../../api-deps.ts';
import { type ConnectedAccount, connectAccount, providerTimeoutMs } from '../connect-account.ts';
import type { AppSetup, StoredGitHubApp } from './app-setup.ts';

/** Finds the installation of the GitHub App in the account to connect; null if there is none yet. */
export async function findInstallationInAccount(
  deps: ApiDeps,
  registration: AppSetup,
  app: StoredGitHubApp,
): Promise<GitHubAppInstallation | null> {
  const wanted = registration.wanted.account.toLowerCase();
  const installations = await listInstallations(deps, registration, app);
  return installations.find(({ account }) => account.toLowerCase() === wanted) ?? null;
}

/**
 * Finds the installation that GitHub's redirect names.
 * @throws {AppError} `conflict` if the installation belongs to another GitHub App or another account
 */
export async function findInstallationById(
  deps: ApiDeps,
  registration: AppSetup,
  app: StoredGitHubApp,
  installationId: number,
): Promise<GitHubAppInstallation> {
  const installation = (await listInstallations(deps, registration, app)).find(({ id }) => id === installationId);
  if (installation === undefined) {
    throw new AppError('conflict', `This is not an installation of the GitHub App ${app.slug}. Install ${app.slug}.`);
  }
  const { account } = registration.wanted;
  if (installation.account.toLowerCase() === account.toLowerCase()) return installation;
  throw new AppError(
    'conflict',
    `The GitHub App is installed on ${installation.account} instead of ${account}. Sign in to GitHub as an owner of ${account}, start again, and choose ${account}.`,
  );
}

/** Connects the account through the GitHub App, and moves the App's private key from the registration to the connection. */
export async function connectInstalledApp(
  deps: ApiDeps,
  { state, wanted }: AppSetup,
  { appId, clientId, privateKey, slug, webhookSecret }: StoredGitHubApp,
  installation: GitHubAppInstallation,
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
  // Does not check the creator's access again, because the setup ends when its creator loses access.
  const connected = await connectAccount(deps, account, async () => {});
  await deps.store.connections.finishAppRegistration(state, connected.connection.id);
  const by = createDecider('link', 'the person who opened the link for the GitHub App');
  const subject = { created: connected.connection.id };
  await deps.store.access.recordDecision({ by, operation: 'connectGitHubApp', subject }, { account: wanted.account });
  return connected;
}

function listInstallations(
  { outbound }: ApiDeps,
  { wanted }: AppSetup,
  app: StoredGitHubApp,
): Promise<GitHubAppInstallation[]> {
  return listAppInstallations(wanted.baseUrl, app, AbortSignal.timeout(providerTimeoutMs), outbound);
}
