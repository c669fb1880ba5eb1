import { publicGitHub } from '@refrain/connectors';
import { hourInMs } from '@refrain/domain';
import type { AppRegistrationQueries } from '@refrain/store';
import { z } from 'zod';
import { BaseUrl, WantedScope } from '../new-connection.ts';

/** Equals the lifetime of a manifest's code at GitHub. */
export const registrationLifetimeMs = hourInMs;

/** The account for which an App is to be created, with the settings of its later connection. */
export const WantedGitHubApp = z
  .object({
    account: z
      .string()
      .trim()
      .regex(/^[a-z\d](?:[a-z\d-]{0,38})$/iu, {
        error: 'is not a valid name of a GitHub organisation or user',
      }),
    /** Whether the account is a person's own instead of an organisation. */
    personal: z.boolean().default(false),
    baseUrl: BaseUrl.default(publicGitHub),
    scope: WantedScope.nullable().default(null),
  })
  .strict();

/** The App as it is stored, encrypted, from its creation to its installation. */
export const StoredApp = z.object({
  appId: z.number().int(),
  slug: z.string(),
  privateKey: z.string(),
  clientId: z.string(),
  /** Null for an App that was created without a webhook. */
  webhookSecret: z.string().nullable(),
  /** Page of the App at GitHub. */
  htmlUrl: z.url({ protocol: /^https?$/u }),
});
export type StoredApp = z.output<typeof StoredApp>;

export interface Registration {
  readonly state: string;
  readonly wanted: z.output<typeof WantedGitHubApp>;
  /** Null before the App is created, and after the account is connected. */
  readonly app: StoredApp | null;
  /** Null until the account is connected. */
  readonly connectionId: string | null;
}

/** Finds the registration of a state; null if there is none or it has expired. */
export async function findRegistration(
  registrations: Pick<AppRegistrationQueries, 'findAppRegistration'>,
  state: string,
): Promise<Registration | null> {
  const found = await registrations.findAppRegistration(state);
  if (found === null) return null;
  const { wanted, app, connectionId } = found;
  return {
    state,
    wanted: WantedGitHubApp.parse(wanted),
    app: app === null ? null : StoredApp.parse(JSON.parse(app)),
    connectionId,
  };
}
