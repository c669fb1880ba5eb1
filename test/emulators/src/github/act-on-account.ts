import { AppError, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { parseAppManifest } from './app-manifest.ts';
import type { Apps } from './apps.ts';
import type { GitHubContext } from './context.ts';
import { findNamedRepository } from './find-named-repository.ts';
import { formatRepository } from './format-repository.ts';
import type { GitHubWebhooks } from './webhooks.ts';

const Repository = z.object({ repository: z.string() });
const Rename = Repository.extend({ name: z.string().regex(/^[\w.-]{1,100}$/u) });
const RegisterApp = z.object({
  name: z.string().default('Refrain'),
  permissions: z.record(z.string(), z.enum(['read', 'write'])),
  events: z.array(z.string()).default([]),
  webhookUrl: z.url().optional(),
  /** Names of the repositories on which the App is installed; all repositories by default. */
  repositories: z.array(z.string()).optional(),
});
const AppSettings = z.object({
  appId: z.int(),
  active: z.boolean().optional(),
  events: z.array(z.string()).optional(),
});
const Token = z.object({ token: z.string().min(1) });
const Installation = z.object({ installationId: z.int() });

/** A GitHub App with the secrets that only the App's owner has. */
export interface InstalledApp {
  readonly appId: number;
  readonly slug: string;
  readonly clientId: string;
  readonly installationId: number;
  readonly privateKey: string;
  readonly webhookSecret: string | null;
}

export interface AccountActions {
  /** Renames a repository. The former name redirects to the new name by 301. */
  rename(input: z.input<typeof Rename>): Promise<void>;
  delete(input: z.input<typeof Repository>): Promise<void>;
  /** Revokes the personal access token: requests with the token fail with 401. */
  revokeToken(): void;
  renewToken(input: z.input<typeof Token>): void;
  /** Removes a permission from every credential, or reduces it to read access. `name` is GitHub's name, such as `issues`. */
  removePermission(name: string, remaining?: 'read' | null): void;
  restorePermission(name: string): void;
  installApp(input: z.input<typeof RegisterApp>): Promise<InstalledApp>;
  /** Sets whether an App's webhook is active, and which events the webhook receives. On GitHub only the owner can do this, in a browser. */
  setAppWebhook(input: z.input<typeof AppSettings>): void;
  uninstall(input: z.input<typeof Installation>): Promise<void>;
  suspend(input: z.input<typeof Installation>): Promise<void>;
  unsuspend(input: z.input<typeof Installation>): Promise<void>;
}

export function createAccountActions(context: GitHubContext, webhooks: GitHubWebhooks, apps: Apps): AccountActions {
  const { addresses, state, credentials } = context;
  const installationOf = (raw: unknown): number => parseInput(Installation, raw, 'An installation').installationId;
  return {
    async rename(raw) {
      const input = parseInput(Rename, raw, 'A new name');
      const repository = findNamedRepository(state, input.repository);
      if (state.findRepository(state.organisation, input.name) !== null) {
        throw new AppError('conflict', `The repository ${input.name} already exists: choose another name`);
      }
      const from = repository.name;
      state.rename(repository, input.name);
      await webhooks.publish('repository', repository, {
        action: 'renamed',
        changes: { repository: { name: { from } } },
        repository: formatRepository(addresses, repository),
      });
    },
    async delete(raw) {
      const repository = findNamedRepository(state, parseInput(Repository, raw, 'A deletion').repository);
      state.remove(repository);
      await webhooks.publish('repository', repository, { action: 'deleted' });
    },
    revokeToken: credentials.revokeToken,
    renewToken: (raw) => credentials.renewToken(parseInput(Token, raw, 'A token').token),
    removePermission: (name, remaining = null) => credentials.limitPermission(name, remaining),
    restorePermission: (name) => credentials.limitPermission(name, 'write'),
    async installApp(raw) {
      const input = parseInput(RegisterApp, raw, 'An App');
      const manifest = parseAppManifest(
        JSON.stringify({
          name: input.name,
          url: 'https://refrain.example.com',
          default_permissions: input.permissions,
          default_events: input.events,
          ...(input.webhookUrl === undefined ? {} : { hook_attributes: { url: input.webhookUrl } }),
        }),
      );
      const { app, privateKey } = await apps.register(manifest, state.organisation);
      const keys = input.repositories?.map((name) => findNamedRepository(state, name).key) ?? null;
      const { id, slug, clientId, hook } = app;
      const installationId = apps.install(app, keys).id;
      return { appId: id, slug, clientId, installationId, privateKey, webhookSecret: hook.secret };
    },
    setAppWebhook: (raw) => apps.setWebhook(parseInput(AppSettings, raw, 'A setting of an App')),
    uninstall: (raw) => apps.uninstall(installationOf(raw)),
    suspend: (raw) => apps.suspend(installationOf(raw), true),
    unsuspend: (raw) => apps.suspend(installationOf(raw), false),
  };
}
