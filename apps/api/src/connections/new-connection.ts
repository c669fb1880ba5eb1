import { AppError, ConnectionScope, Provider } from '@refrain/domain';
import { z } from 'zod';

/** Hosts on which plain http is accepted: nothing leaves the machine. */
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function isPlain({ username, password, search, hash }: URL): boolean {
  return username === '' && password === '' && search === '' && hash === '';
}

export const AccountName = z.string().trim().min(1).max(200);

export const NewConnection = z
  .object({
    provider: Provider,
    /** GitHub organisation or user; name of an archive. PagerDuty tells it by itself. */
    account: AccountName.optional(),
    /** API root of GitHub Enterprise Server, PagerDuty's EU region or an emulator. */
    baseUrl: z
      .url({ protocol: /^https?$/u, error: 'has to be an http or https address' })
      .refine((url) => new URL(url).protocol === 'https:' || loopback.has(new URL(url).hostname), {
        error: 'has to be https, or http on this machine itself',
      })
      .refine((url) => isPlain(new URL(url)), { error: 'may hold no user, password, query or fragment' })
      .transform((url) => new URL(url).href.replace(/\/+$/u, ''))
      .optional(),
    credential: z.string().trim().min(1).max(10_000).optional(),
    /** Signs the provider's webhooks. PagerDuty makes it itself; for GitHub one is made unless one is given or stored. */
    webhookSecret: z.string().trim().min(1).max(500).optional(),
    /** A connection that is there already keeps its scope unless one is given. */
    scope: ConnectionScope.optional(),
  })
  .strict();
export type NewConnection = z.output<typeof NewConnection>;

const defaultBaseUrls = { github: 'https://api.github.com', pagerduty: 'https://api.pagerduty.com' } as const;

/** The address to ask and the credential to ask with; null for an archive, which has neither. */
export function readAccount(
  wanted: NewConnection,
): { provider: 'github' | 'pagerduty'; account: string | null; baseUrl: string; credential: string } | null {
  if (wanted.provider === 'archive') {
    if (wanted.account === undefined) throw new AppError('invalid_input', 'An archive needs an `account`: its name.');
    return null;
  }
  if (wanted.credential === undefined) {
    throw new AppError('invalid_input', `A ${wanted.provider} connection needs a \`credential\`.`);
  }
  if (wanted.provider === 'github' && wanted.account === undefined) {
    throw new AppError('invalid_input', 'A GitHub connection needs an `account`: the organisation or user.');
  }
  return {
    provider: wanted.provider,
    account: wanted.account ?? null,
    baseUrl: wanted.baseUrl ?? defaultBaseUrls[wanted.provider],
    credential: wanted.credential,
  };
}
