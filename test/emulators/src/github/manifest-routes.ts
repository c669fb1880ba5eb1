import { toAppError } from '@refrain/domain';
import { type Call, findQueryValue, type Reply, type Route } from '../http/reply.ts';
import { parseAppManifest } from './app-manifest.ts';
import { type Apps, formatAppConversion } from './apps.ts';
import type { GitHubContext } from './context.ts';
import { notFound } from './error-reply.ts';
import { escapeHtml, renderFormPage, renderPage } from './web-page.ts';
import type { GitHubWebhooks } from './webhooks.ts';

/**
 * Routes for creating an App from a manifest: the pages on which a person creates and installs the App, and the request that exchanges the
 * code from these pages for the App's secrets.
 * https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function manifestRoutes(
  context: GitHubContext,
  apps: Apps,
  webhooks: GitHubWebhooks,
): { readonly routes: Route[]; readonly pages: Route[] } {
  const { state } = context;
  const settingsPages = ['/settings/apps', '/organizations/:org/settings/apps'];
  const installPages = ['/apps/:slug/installations/new', '/github-apps/:slug/installations/new'];
  const isHere = ({ org }: Call['parameters']): boolean =>
    org === undefined || org.toLowerCase() === state.organisation.toLowerCase();

  async function create(call: Call): Promise<Reply> {
    const secrets = await apps.register(parseAppManifest(field(call, 'manifest')), call.parameters.org ?? state.viewer);
    if (secrets.app.hook.active) void webhooks.ping(secrets.app.hook, null);
    const { redirect_url: redirect } = parseAppManifest(field(call, 'manifest'));
    if (redirect === undefined) return renderPage(200, secrets.app.name, '<p>The App is made.</p>');
    return redirectTo(redirect, { code: apps.issueCode(secrets), state: field(call, 'state') });
  }
  const settings = settingsPages.flatMap((path): Route[] => [
    { method: 'get', path: `${path}/new`, handle: (call) => showCreation(call, isHere(call.parameters)) },
    {
      method: 'post',
      path: `${path}/new`,
      readsForm: true,
      handle: (call) => showCreation(call, isHere(call.parameters)),
    },
    {
      method: 'post',
      path,
      readsForm: true,
      handle: (call) => (isHere(call.parameters) ? create(call).catch(showProblem) : noPage()),
    },
  ]);
  const installation = installPages.flatMap((path): Route[] => [
    {
      method: 'get',
      path,
      handle(call) {
        const app = apps.find(call.parameters.slug ?? '');
        if (app === null) return noPage();
        const wanted = Object.entries(app.permissions).map(
          ([name, access]) => `<li>${escapeHtml(`${name}: ${access}`)}</li>`,
        );
        const content = `<p>On all repositories of ${escapeHtml(state.organisation)}:</p><ul>${wanted.join('')}</ul>`;
        const to = path.replace(':slug', app.slug);
        return renderFormPage(`Install ${app.name}`, to, { state: field(call, 'state') }, content, 'Install');
      },
    },
    {
      method: 'post',
      path,
      readsForm: true,
      handle(call) {
        const app = apps.find(call.parameters.slug ?? '');
        if (app === null) return noPage();
        const { id, isNew } = apps.install(app, null);
        if (app.setupUrl === null || !(isNew || app.setupOnUpdate))
          return renderPage(200, app.name, '<p>The App is installed.</p>');
        return redirectTo(app.setupUrl, {
          installation_id: String(id),
          setup_action: isNew ? 'install' : 'update',
          state: field(call, 'state'),
        });
      },
    },
  ]);
  return {
    pages: [
      ...settings,
      ...installation,
      {
        method: 'get',
        path: '/github-apps/:slug',
        handle(call) {
          const app = apps.find(call.parameters.slug ?? '');
          if (app === null) return noPage();
          return renderPage(
            200,
            app.name,
            `<h1>${escapeHtml(app.name)}</h1><p><a href="/github-apps/${app.slug}/installations/new">Install</a></p>`,
          );
        },
      },
    ],
    routes: [
      {
        method: 'post',
        path: '/app-manifests/:code/conversions',
        isPublic: true,
        handle(call) {
          const secrets = apps.takeCode(call.parameters.code ?? '');
          return secrets === null ? notFound() : { status: 201, body: formatAppConversion(context, secrets) };
        },
      },
    ],
  };
}

/** Reads a field of the submitted form. If no form was submitted, reads it from the URL's query. */
function field(call: Call, name: string): string {
  const posted = (call.body as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof posted === 'string' ? posted : (findQueryValue(call.query, name) ?? '');
}

function showCreation(call: Call, isHere: boolean): Reply {
  if (!isHere) return noPage();
  const manifest = field(call, 'manifest');
  try {
    const { name, default_permissions: permissions, default_events: events } = parseAppManifest(manifest);
    const wanted = [
      ...Object.entries(permissions).map(([permission, access]) => `${permission}: ${access}`),
      ...events,
    ];
    const content = `<p>${escapeHtml(name)}</p><ul>${wanted.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`;
    const action = new URL(call.url, 'http://localhost').pathname.replace(/\/new$/u, '');
    return renderFormPage(
      'Create GitHub App',
      action,
      { manifest, state: field(call, 'state') },
      content,
      'Create GitHub App',
    );
  } catch (thrown) {
    return showProblem(thrown);
  }
}

function showProblem(thrown: unknown): Reply {
  return renderPage(422, 'No App was made', `<p>${escapeHtml(toAppError(thrown).message)}</p>`);
}

function noPage(): Reply {
  return renderPage(404, 'Not found', '<p>There is no such page here.</p>');
}

function redirectTo(address: string, parameters: Readonly<Record<string, string>>): Reply {
  const target = new URL(address);
  for (const [name, value] of Object.entries(parameters)) if (value !== '') target.searchParams.set(name, value);
  return { status: 302, headers: { location: target.href } };
}
