import { publicGitHub } from '@refrain/connectors';
import { hourInMs } from '@refrain/domain';
import type { AppRegistrationQueries } from '@refrain/store';
import { z } from 'zod';
import { BaseUrl, WantedScope } from '../new-connection.ts';

/** GitHub keeps the code of a manifest for an hour. */
export const registrationLifetimeMs = hourInMs;

/** What a person asks for before the App exists, and as it is kept until the App is installed. */
export const WantedGitHubApp = z
  .object({
    account: z
      .string()
      .trim()
      .regex(/^[a-z\d](?:[a-z\d-]{0,38})$/iu, {
        error: 'is no name of a GitHub organisation or user',
      }),
    /** Whether the account is a person's own and no organisation. */
    personal: z.boolean().default(false),
    baseUrl: BaseUrl.default(publicGitHub),
    scope: WantedScope.nullable().default(null),
  })
  .strict();

/** The App as it is kept, encrypted, between its making and its installation. */
export const StoredApp = z.object({
  appId: z.number().int(),
  slug: z.string(),
  privateKey: z.string(),
  clientId: z.string(),
  /** Null for an App that was made without a webhook. */
  webhookSecret: z.string().nullable(),
  /** Page of the App. */
  htmlUrl: z.url({ protocol: /^https?$/u }),
});
export type StoredApp = z.output<typeof StoredApp>;

export interface Registration {
  readonly state: string;
  readonly wanted: z.output<typeof WantedGitHubApp>;
  /** Null until it is made, and once it is connected. */
  readonly app: StoredApp | null;
  /** Null until it is connected. */
  readonly connectionId: string | null;
}

/** Null when there is none of this state, or it is over. */
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
