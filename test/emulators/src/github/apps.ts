import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { AppError, hourInMs } from '@refrain/domain';
import { createNumericId } from '../http/create-numeric-id.ts';
import { type AppManifest, createAppSlug, isEventPermitted } from './app-manifest.ts';
import { formatCurrentInstant, type GitHubContext } from './context.ts';
import { formatApp, formatInstallation } from './format-app.ts';
import type { GitHubWebhooks } from './webhooks.ts';
import type { StoredApp, StoredInstallation } from './written-github-data.ts';

/** Lifetime in milliseconds of a code of the manifest flow. A code can be used only once. */
const codeLifetimeMs = hourInMs;

const eventsOfAnyApp = ['installation', 'installation_repositories'];

/** Data that the owner receives only once, when an App is created. */
export interface AppSecrets {
  readonly app: StoredApp;
  /** PEM (PKCS#1), as GitHub returns it. */
  readonly privateKey: string;
  readonly clientSecret: string;
}

export interface Apps {
  /** @throws {AppError} `conflict` if the name is in use */
  register(manifest: AppManifest, owner: string): Promise<AppSecrets>;
  issueCode(secrets: AppSecrets): string;
  takeCode(code: string): AppSecrets | null;
  find(slug: string): StoredApp | null;
  /** @throws {AppError} `not_found` for an unknown App, `invalid_input` for an event whose permission the App lacks */
  setWebhook(wanted: {
    readonly appId: number;
    readonly active?: boolean | undefined;
    readonly events?: readonly string[] | undefined;
  }): void;
  install(app: StoredApp, repositories: readonly string[] | null): { readonly id: number; readonly isNew: boolean };
  uninstall(id: number): Promise<void>;
  suspend(id: number, isSuspended: boolean): Promise<void>;
}

export function createApps(context: GitHubContext, webhooks: GitHubWebhooks): Apps {
  const { state } = context;
  const { apps, installations } = state.accounts;
  const codes = new Map<string, AppSecrets & { readonly expiresAt: number }>();

  function publish(app: StoredApp, installation: StoredInstallation, action: string): Promise<void> {
    return webhooks.publishToApp('installation', app, installation, {
      action,
      installation: formatInstallation(context, app, installation),
      repositories: state.listRepositories().map((repository) => ({
        id: repository.id,
        name: repository.name,
        full_name: `${repository.owner}/${repository.name}`,
        private: true,
      })),
    });
  }
  function locationOf(id: number): number {
    const at = installations.findIndex((one) => one.id === id);
    if (at < 0) throw new AppError('not_found', `There is no installation ${id}`);
    return at;
  }
  function appOf(installation: StoredInstallation): StoredApp {
    const app = apps.find(({ id }) => id === installation.appId);
    if (app === undefined) throw new AppError('not_found', `There is no App ${installation.appId}`);
    return app;
  }
  return {
    async register(manifest, owner) {
      const slug = createAppSlug(manifest.name);
      if (apps.some((app) => app.slug === slug)) {
        throw new AppError('conflict', `The name ${manifest.name} is already taken: choose another`);
      }
      const { publicKey, privateKey } = await createKeys();
      const id = 300_001 + apps.length;
      const createdAt = formatCurrentInstant(context);
      const { hook_attributes: hook } = manifest;
      const app: StoredApp = {
        id,
        slug,
        name: manifest.name,
        owner,
        description: manifest.description ?? null,
        homepage: manifest.url,
        clientId: `Iv23${randomBytes(8).toString('hex')}`,
        publicKey,
        permissions: { ...manifest.default_permissions, metadata: 'read' },
        events: manifest.default_events,
        hook: {
          id: 3_000_000 + id,
          repository: null,
          appId: id,
          url: hook?.url ?? '',
          contentType: 'json',
          secret: hook === undefined ? null : randomBytes(20).toString('hex'),
          events: [...manifest.default_events, ...eventsOfAnyApp],
          active: hook?.active ?? false,
          createdAt,
        },
        setupUrl: manifest.setup_url ?? null,
        setupOnUpdate: manifest.setup_on_update,
        createdAt,
      };
      apps.push(app);
      state.save();
      return { app, privateKey, clientSecret: randomBytes(20).toString('hex') };
    },
    issueCode(secrets) {
      const code = randomBytes(20).toString('hex');
      codes.set(code, { ...secrets, expiresAt: context.now() + codeLifetimeMs });
      return code;
    },
    takeCode(code) {
      const secrets = codes.get(code);
      codes.delete(code);
      return secrets !== undefined && secrets.expiresAt > context.now() ? secrets : null;
    },
    find: (slug) => apps.find((app) => app.slug === slug) ?? null,
    setWebhook({ appId, active, events }) {
      const place = apps.findIndex(({ id }) => id === appId);
      const app = apps[place];
      if (app === undefined) throw new AppError('not_found', `There is no App ${appId}`);
      const subscribed = events ?? app.events;
      const unsupported = subscribed.find((event) => !isEventPermitted(event, app.permissions));
      if (unsupported !== undefined) {
        throw new AppError('invalid_input', `The App lacks the permission for the event ${unsupported}`);
      }
      const hook = { ...app.hook, active: active ?? app.hook.active, events: [...subscribed, ...eventsOfAnyApp] };
      apps[place] = { ...app, events: subscribed, hook };
      state.save();
    },
    install(app, repositories) {
      const known = installations.find(({ appId }) => appId === app.id);
      if (known !== undefined) return { id: known.id, isNew: false };
      const installation: StoredInstallation = {
        id: createNumericId('installation', randomUUID()),
        appId: app.id,
        permissions: app.permissions,
        repositories,
        createdAt: formatCurrentInstant(context),
        suspendedAt: null,
      };
      installations.push(installation);
      state.save();
      void publish(app, installation, 'created');
      return { id: installation.id, isNew: true };
    },
    async uninstall(id) {
      const [removed] = installations.splice(locationOf(id), 1) as [StoredInstallation];
      state.save();
      await publish(appOf(removed), removed, 'deleted');
    },
    async suspend(id, isSuspended) {
      const at = locationOf(id);
      const former = installations[at] as StoredInstallation;
      const installation = { ...former, suspendedAt: isSuspended ? formatCurrentInstant(context) : null };
      installations[at] = installation;
      state.save();
      await publish(appOf(installation), installation, isSuspended ? 'suspend' : 'unsuspend');
    },
  };
}

async function createKeys(): Promise<{ publicKey: string; privateKey: string }> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
}

export function formatAppConversion(context: GitHubContext, { app, privateKey, clientSecret }: AppSecrets) {
  return {
    ...formatApp(context, app),
    client_id: app.clientId,
    client_secret: clientSecret,
    webhook_secret: app.hook.secret,
    pem: privateKey,
  };
}
