import { AppError, isLoopbackHost } from '@refrain/domain';
import { z } from 'zod';
import type { AccountSupport } from '../../contract/provider-entry.ts';
import { parseCredential, type TokenCredential } from '../../requests/parse-credential.ts';

export const PagerDutyRegion = z.enum(['us', 'eu']);
export type PagerDutyRegion = z.output<typeof PagerDutyRegion>;

const PagerDutyAppCredential = z.object({
  kind: z.literal('pagerduty_app'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  subdomain: z
    .string()
    .toLowerCase()
    .regex(/^[a-z\d-]{1,100}$/u),
  region: PagerDutyRegion,
  /** URL of the server that exchanges the client secret for tokens. */
  identityUrl: z.string().refine(isProtected).default('https://identity.pagerduty.com'),
});
export type PagerDutyAppCredential = z.output<typeof PagerDutyAppCredential>;
export type PagerDutyCredential = TokenCredential | PagerDutyAppCredential;

export function parsePagerDutyCredential(text: string): PagerDutyCredential {
  return parseCredential(text, PagerDutyAppCredential, 'PagerDuty');
}

/** Tells whether the client secret may be sent to a URL, which must use HTTPS or be on this machine. */
function isProtected(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname)));
}

export const pagerDutyApiRoots: Readonly<Record<PagerDutyRegion, string>> = {
  us: 'https://api.pagerduty.com',
  eu: 'https://api.eu.pagerduty.com',
};

/** Fills in the account and base URL that a person left out. An app's credential contains subdomain and region. */
export const resolvePagerDutyAccount: AccountSupport['resolve'] = ({ account, baseUrl, region, credential }) => {
  const parsedRegion = PagerDutyRegion.nullable().safeParse(region);
  if (!parsedRegion.success) throw new AppError('invalid_input', 'The `region` of PagerDuty is invalid: use us or eu.');
  const app = parsePagerDutyCredential(credential);
  if (app.kind === 'token') return { account, baseUrl: baseUrl ?? pagerDutyApiRoots[parsedRegion.data ?? 'us'] };
  if (parsedRegion.data !== null && parsedRegion.data !== app.region) {
    throw new AppError('invalid_input', `The PagerDuty app belongs to the region ${app.region}: omit \`region\`.`);
  }
  return { account: account ?? app.subdomain, baseUrl: baseUrl ?? pagerDutyApiRoots[app.region] };
};
