import type { ProviderRegistry } from '@refrain/connectors';
import { AppError, ConnectionScope, isLoopback, Provider, type ProviderDescriptor, visibleName } from '@refrain/domain';
import { z } from 'zod';
import type { AccountToConnect } from './connect-account.ts';

function isPlain({ username, password, search, hash }: URL): boolean {
  return username === '' && password === '' && search === '' && hash === '';
}

export const AccountName = visibleName(200);

export const BaseUrl = z
  .url({ protocol: /^https?$/u, error: 'has to be an http or https address', abort: true })
  .refine((url) => new URL(url).protocol === 'https:' || isLoopback(new URL(url).hostname), {
    error: 'has to be https, or http to this machine',
  })
  .refine((url) => isPlain(new URL(url)), { error: 'may contain no user, password, query or fragment' })
  .transform((url) => new URL(url).href.replace(/\/+$/u, ''));

const Pattern = z.string().trim().min(1).max(300);
const maxPatterns = 1_000;
const Patterns = z.array(Pattern).max(maxPatterns);
const Folder = Pattern.regex(/^[\w.-]+\/[\w.-]+(?::[^\n]*)?$/u, {
  error: 'has to be owner/name:path/of/folder',
});

/**
 * The scope that a person chooses. Missing fields default to those of `defaultScope`; a misspelt field is refused,
 * because its default would import everything.
 */
export const WantedScope = z
  .strictObject({
    repositories: Patterns,
    services: Patterns,
    environments: Patterns,
    workflows: Patterns,
    incidentLabels: Patterns,
    postmortemFolders: z.array(Folder).max(maxPatterns),
  })
  .partial()
  .transform((scope) => ConnectionScope.parse(scope));

/** Number of values in the largest valid JSON of a scope, with each of its six lists full. */
export const maxScopeValues = 6 * maxPatterns + 100;

export const NewConnection = z
  .object({
    provider: Provider,
    /** Name of the account, or of an archive. Some providers report the name themselves. */
    account: AccountName.optional(),
    /** API root of a self-hosted server. */
    baseUrl: BaseUrl.optional(),
    /** The region of the account, for a provider with regions. The credential of an app contains it. */
    region: z.string().min(1).max(40).optional(),
    credential: z.string().trim().min(1).max(10_000).optional(),
    /** Signs the provider's webhooks. Refrain creates it if none is given or stored and the provider creates none. */
    webhookSecret: z.string().trim().min(1).max(500).optional(),
    /** An existing connection keeps its scope unless one is given. */
    scope: WantedScope.optional(),
  })
  .strict();
export type NewConnection = z.output<typeof NewConnection>;

/**
 * Returns the account to verify; null for an archive, which has none.
 * @throws {AppError} `invalid_input` if something is missing or contradictory
 */
export function readAccount(providers: ProviderRegistry, wanted: NewConnection): AccountToConnect | null {
  const {
    provider,
    account = null,
    baseUrl = null,
    credential,
    region = null,
    webhookSecret = null,
    scope = null,
  } = wanted;
  const { account: support, descriptor } = providers.get(provider);
  if (region !== null && !hasRegions(descriptor)) {
    const names = providers.entries
      .filter((entry) => hasRegions(entry.descriptor))
      .map((entry) => entry.descriptor.name);
    throw new AppError('invalid_input', `Only ${names.join(' and ')} has a \`region\`: leave it out.`);
  }
  if (support === undefined) {
    if (account === null) throw new AppError('invalid_input', 'An archive needs an `account`: its name.');
    return null;
  }
  if (credential === undefined) {
    throw new AppError('invalid_input', `A ${provider} connection needs a \`credential\`.`);
  }
  return { provider, credential, scope, webhookSecret, ...support.resolve({ account, baseUrl, region, credential }) };
}

function hasRegions({ roots }: ProviderDescriptor): boolean {
  return roots.some(({ region }) => region !== null);
}
