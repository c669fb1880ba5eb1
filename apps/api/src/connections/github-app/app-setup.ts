import { publicGitHubApiUrl } from '@refrain/connectors';
import { hourInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { z } from 'zod';
import { BaseUrl, ScopeRequest } from '../new-connection.ts';

/** One hour, because GitHub's code for a manifest is valid for one hour. */
export const appSetupLifetimeMs = hourInMs;

/** A request to create a GitHub App: the account, and the settings of the connection that is created afterwards. */
export const GitHubAppRequest = z
  .object({
    account: z
      .string()
      .trim()
      .regex(/^[a-z\d](?:[a-z\d-]{0,38})$/iu, {
        error: 'is not a valid name of a GitHub organisation or user',
      }),
    /** Whether the account is a personal account instead of an organisation. */
    personal: z.boolean().default(false),
    baseUrl: BaseUrl.default(publicGitHubApiUrl),
    scope: ScopeRequest.nullable().default(null),
  })
  .strict();

/** A created GitHub App. It is stored encrypted until it is installed. */
export const StoredGitHubApp = z.object({
  appId: z.number().int(),
  slug: z.string(),
  privateKey: z.string(),
  clientId: z.string(),
  /** The secret of the webhook; null for a GitHub App without a webhook. */
  webhookSecret: z.string().nullable(),
  htmlUrl: z.url({ protocol: /^https?$/u }),
});
export type StoredGitHubApp = z.output<typeof StoredGitHubApp>;

export interface AppSetup {
  readonly state: string;
  readonly wanted: z.output<typeof GitHubAppRequest>;
  /** The created GitHub App; null before it is created, and after the account is connected. */
  readonly app: StoredGitHubApp | null;
  /** The id of the connection; null until the account is connected. */
  readonly connectionId: string | null;
}

/** Finds the setup of a GitHub App by its `state`; null if the setup is unknown or has expired. */
export async function findAppSetup(
  registrations: Pick<Store['connections'], 'findAppRegistration'>,
  state: string,
): Promise<AppSetup | null> {
  const found = await registrations.findAppRegistration(state);
  if (found === null) return null;
  const { wanted, app, connectionId } = found;
  return {
    state,
    wanted: GitHubAppRequest.parse(wanted),
    app: app === null ? null : StoredGitHubApp.parse(JSON.parse(app)),
    connectionId,
  };
}
