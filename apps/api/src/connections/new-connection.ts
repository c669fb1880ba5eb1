import { parsePagerDutyCredential, publicGitHub } from '@refrain/connectors';
import { AppError, ConnectionScope, isLoopback, Provider, visibleName } from '@refrain/domain';
import { z } from 'zod';
import type { AccountToConnect } from './connect-account.ts';

function isPlain({ username, password, search, hash }: URL): boolean {
  return username === '' && password === '' && search === '' && hash === '';
}

export const AccountName = visibleName(200);

export const BaseUrl = z
  .url({ protocol: /^https?$/u, error: 'has to be an http or https address', abort: true })
  .refine((url) => new URL(url).protocol === 'https:' || isLoopback(new URL(url).hostname), {
    error: 'has to be https, or http on this machine itself',
  })
  .refine((url) => isPlain(new URL(url)), { error: 'may hold no user, password, query or fragment' })
  .transform((url) => new URL(url).href.replace(/\/+$/u, ''));

const Pattern = z.string().trim().min(1).max(300);
const mostPatterns = 1_000;
const Patterns = z.array(Pattern).max(mostPatterns);
const Folder = Pattern.regex(/^[\w.-]+\/[\w.-]+(?::[^\n]*)?$/u, {
  error: 'has to be owner/name:path/of/folder',
});

/** What a person chooses; what is left out is as `defaultScope` has it. A misspelt field would mean everything. */
export const WantedScope = z
  .strictObject({
    repositories: Patterns,
    services: Patterns,
    environments: Patterns,
    workflows: Patterns,
    incidentLabels: Patterns,
    postmortemFolders: z.array(Folder).max(mostPatterns),
  })
  .partial()
  .transform((scope) => ConnectionScope.parse(scope));

/** Values of the largest JSON that holds a scope: each of its six lists is full. */
export const mostScopeValues = 6 * mostPatterns + 100;

const Region = z.enum(['us', 'eu']);
type Region = z.output<typeof Region>;

export const NewConnection = z
  .object({
    provider: Provider,
    /** GitHub organisation or user; name of an archive. PagerDuty tells it by itself. */
    account: AccountName.optional(),
    /** API root of GitHub Enterprise Server or an emulator. */
    baseUrl: BaseUrl.optional(),
    /** Where a PagerDuty account lives; `us` unless given. An app's credential tells it. */
    region: Region.optional(),
    credential: z.string().trim().min(1).max(10_000).optional(),
    /** Signs the provider's webhooks. PagerDuty makes it itself; for GitHub one is made unless one is given or stored. */
    webhookSecret: z.string().trim().min(1).max(500).optional(),
    /** A connection that is there already keeps its scope unless one is given. */
    scope: WantedScope.optional(),
  })
  .strict();
export type NewConnection = z.output<typeof NewConnection>;

const pagerDutyRoots: Readonly<Record<Region, string>> = {
  us: 'https://api.pagerduty.com',
  eu: 'https://api.eu.pagerduty.com',
};

/** The account to ask; null for an archive, which has none. @throws {AppError} `invalid_input` for what is missing */
export function readAccount(wanted: NewConnection): AccountToConnect | null {
  const { provider, account = null, credential, region } = wanted;
  if (provider !== 'pagerduty' && region !== undefined) {
    throw new AppError('invalid_input', 'Only PagerDuty has a `region`: leave it out.');
  }
  if (provider === 'archive') {
    if (account === null) throw new AppError('invalid_input', 'An archive needs an `account`: its name.');
    return null;
  }
  if (credential === undefined) {
    throw new AppError('invalid_input', `A ${provider} connection needs a \`credential\`.`);
  }
  const { baseUrl, webhookSecret = null, scope = null } = wanted;
  const given = { credential, scope, webhookSecret };
  if (provider === 'pagerduty') return { ...given, provider, ...placeOfPagerDuty(wanted, credential) };
  if (account === null) {
    throw new AppError('invalid_input', 'A GitHub connection needs an `account`: the organisation or user.');
  }
  return { ...given, provider, account, baseUrl: baseUrl ?? publicGitHub };
}

/** An app names its account and its region itself. */
function placeOfPagerDuty(wanted: NewConnection, credential: string): Pick<AccountToConnect, 'account' | 'baseUrl'> {
  const { account = null, baseUrl, region } = wanted;
  const app = parsePagerDutyCredential(credential);
  if (app.kind === 'token') return { account, baseUrl: baseUrl ?? pagerDutyRoots[region ?? 'us'] };
  if (region !== undefined && region !== app.region) {
    throw new AppError('invalid_input', `The PagerDuty app is of the region ${app.region}: leave \`region\` out.`);
  }
  return { account: account ?? app.subdomain, baseUrl: baseUrl ?? pagerDutyRoots[app.region] };
}
