import type { ProviderRegistry } from '@refrain/connectors';
import {
  AppError,
  ConnectionScope,
  createVisibleNameSchema,
  isLoopbackHost,
  Provider,
  type ProviderDescriptor,
} from '@refrain/domain';
import { z } from 'zod';
import type { AccountToConnect } from './connect-account.ts';

function isPlain({ username, password, search, hash }: URL): boolean {
  return username === '' && password === '' && search === '' && hash === '';
}

export const AccountName = createVisibleNameSchema(200);

export const BaseUrl = z
  .url({ protocol: /^https?$/u, error: 'has to be an http or https URL', abort: true })
  .refine((url) => new URL(url).protocol === 'https:' || isLoopbackHost(new URL(url).hostname), {
    error: 'has to be https, or http to this machine',
  })
  .refine((url) => isPlain(new URL(url)), { error: 'must not contain a user, password, query or fragment' })
  .transform((url) => new URL(url).href.replace(/\/+$/u, ''));

const Glob = z.string().trim().min(1).max(300);
const maxGlobs = 1_000;
const Globs = z.array(Glob).max(maxGlobs);
const Folder = Glob.regex(/^[\w.-]+\/[\w.-]+(?::[^\n]*)?$/u, {
  error: 'has to be owner/name:path/of/folder',
});

/**
 * The scope that a person chooses. Missing fields get the defaults of `defaultScope`. Misspelt fields are rejected: otherwise,
 * the intended field would get its default, which could import everything.
 */
export const ScopeRequest = z
  .strictObject({
    repositories: Globs,
    services: Globs,
    environments: Globs,
    workflows: Globs,
    incidentLabels: Globs,
    postmortemFolders: z.array(Folder).max(maxGlobs),
  })
  .partial()
  .transform((scope) => ConnectionScope.parse(scope));

/** The maximum number of JSON values in a body with a scope: six lists of maximum length and some other fields. */
export const maxJsonValuesInScopeBody = 6 * maxGlobs + 100;

export const NewConnection = z
  .object({
    provider: Provider,
    /** The name of the account or archive. Optional if the provider reports the name. */
    account: AccountName.optional(),
    /** The root URL of the API of a self-hosted server. */
    baseUrl: BaseUrl.optional(),
    /** The region of the account, for a provider with regions. Omitted for an app: its credential contains the region. */
    region: z.string().min(1).max(40).optional(),
    /** The token, or the credential of an app as JSON. Required except for an archive. */
    credential: z.string().trim().min(1).max(10_000).optional(),
    /** The secret that signs webhooks. By default, the stored secret, or one that Refrain or the provider creates. */
    webhookSecret: z.string().trim().min(1).max(500).optional(),
    /** The repositories or services to import from. By default, an existing connection keeps its scope. */
    scope: ScopeRequest.optional(),
  })
  .strict();
export type NewConnection = z.output<typeof NewConnection>;

/**
 * Returns the account to verify; null for an archive.
 * @throws {AppError} `invalid_input` if fields are missing or contradict each other
 */
export function findAccountToVerify(providers: ProviderRegistry, wanted: NewConnection): AccountToConnect | null {
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
    throw new AppError('invalid_input', `Only ${names.join(' and ')} has a \`region\`. Omit it.`);
  }
  if (support === undefined) {
    if (account === null) throw new AppError('invalid_input', 'An archive needs an `account`, which is its name.');
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
