import { randomBytes } from 'node:crypto';
import { exchangeManifestCode, type GitHubAppInstallation } from '@refrain/connectors';
import { AppError, parseInput } from '@refrain/domain';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../../api-deps.ts';
import type { RateLimits } from '../../http/limits/create-rate-limits.ts';
import { createErrorPageHandler, keepPagesPrivate, restrictPageContent } from '../../http/pages/html-pages.ts';
import { requireFound } from '../../http/responses/problem.ts';
import { providerTimeoutMs } from '../connect-account.ts';
import { type AppSetup, findAppSetup, StoredGitHubApp } from './app-setup.ts';
import { connectInstalledApp, findInstallationById, findInstallationInAccount } from './connect-installed-app.ts';
import { createManifestForm } from './manifest-form.ts';
import { renderConnectedPage, renderManifestPage } from './pages.ts';

const CreatedQuery = z.object({ code: z.string().min(1).max(200) });
const InstalledQuery = z.object({
  state: z
    .string({ error: 'is missing. Open the URL that was printed when you connected, and continue from there' })
    .max(200),
  installation_id: z.coerce.number().int().positive().optional(),
  setup_action: z.string().max(50).optional(),
});

/**
 * Serves `/connect/github`: the redirects to GitHub and back that create and install a GitHub App. The secret state in the
 * URL, which expires after an hour, authorises the requests. Each step can be repeated.
 */
export function createGitHubAppPages(deps: ApiDeps, limits: RateLimits): Router {
  const { store, publicUrl, onError, outbound } = deps;
  const router = Router();
  router.use(keepPagesPrivate, limits.perAddress('connect', 1 / 2));

  /** GitHub redirects here after the installation. */
  router.get('/installed', async (request, response) => {
    const { state, installation_id, setup_action } = parseInput(
      InstalledQuery,
      request.query,
      'the redirect from GitHub',
    );
    const registration = await find(state);
    const { app, connectionId, wanted } = registration;
    if (connectionId !== null) return showConnected(response, connectionId);
    if (app === null) throw new AppError('conflict', `The GitHub App has not been created yet. ${openAgain}.`);
    if (setup_action === 'request' || installation_id === undefined) {
      throw new AppError(
        'conflict',
        `An owner of ${wanted.account} has to approve the GitHub App. After that: ${openAgain}.`,
      );
    }
    await connect(response, registration, app, await findInstallationById(deps, registration, app, installation_id));
  });

  /** The start page of the setup. An interrupted setup also resumes here. */
  router.get('/:state', async (request, response) => {
    const registration = await find(request.params.state);
    const { app, connectionId } = registration;
    if (connectionId !== null) return showConnected(response, connectionId);
    if (app === null) return showManifest(response, registration);
    const installation = await findInstallationInAccount(deps, registration, app);
    if (installation === null) goToInstallation(response, app, registration);
    else await connect(response, registration, app, installation);
  });

  /** GitHub redirects here after the GitHub App was created. */
  router.get('/:state/created', async (request, response) => {
    const registration = await find(request.params.state);
    if (registration.connectionId !== null) return showConnected(response, registration.connectionId);
    goToInstallation(response, registration.app ?? (await storeCreatedApp(registration, request)), registration);
  });

  router.use(createErrorPageHandler('GitHub is not connected', onError));

  async function find(state: string): Promise<AppSetup> {
    const registration = await findAppSetup(store.connections, state);
    return requireFound(registration, 'This URL is unknown, or older than an hour. Start the setup again.');
  }

  async function storeCreatedApp({ state, wanted }: AppSetup, request: Request): Promise<StoredGitHubApp> {
    const { code } = parseInput(CreatedQuery, request.query, 'the redirect from GitHub');
    try {
      const app = StoredGitHubApp.parse(
        await exchangeManifestCode(wanted.baseUrl, code, AbortSignal.timeout(providerTimeoutMs), outbound),
      );
      await store.connections.storeRegisteredApp(state, JSON.stringify(app));
      return app;
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'not_found') throw thrown;
      // If the page was loaded twice, the first request may have used GitHub's code already.
      const { app } = await find(state);
      if (app !== null) return app;
      throw new AppError('conflict', `GitHub rejected the code, which may have been used before. ${openAgain}.`);
    }
  }

  function showManifest(response: Response, registration: AppSetup): void {
    const form = createManifestForm(registration, publicUrl());
    const nonce = randomBytes(16).toString('base64');
    restrictPageContent(response, `script-src 'nonce-${nonce}'; form-action ${form.web}`);
    response.type('html').send(renderManifestPage(form, nonce));
  }

  async function connect(
    response: Response,
    registration: AppSetup,
    app: StoredGitHubApp,
    installation: GitHubAppInstallation,
  ) {
    const { connection, health } = await connectInstalledApp(deps, registration, app, installation);
    response.type('html').send(renderConnectedPage(connection, health.missing));
  }

  async function showConnected(response: Response, connectionId: string): Promise<void> {
    const connection = requireFound(
      await store.connections.find(connectionId),
      'This connection has been removed in the meantime. Start the setup again.',
    );
    response.type('html').send(renderConnectedPage(connection, []));
  }

  return router;
}

const openAgain = 'Reopen the URL that was printed when you connected';

function goToInstallation(response: Response, app: StoredGitHubApp, { state }: AppSetup): void {
  response.redirect(303, `${app.htmlUrl}/installations/new?state=${state}`);
}
