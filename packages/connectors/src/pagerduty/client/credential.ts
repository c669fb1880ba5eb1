import { isLoopbackHost } from '@refrain/domain';
import { z } from 'zod';
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

/** Parses a REST API key or the JSON of an app. Throws `invalid_input` without repeating any value. */
export function parsePagerDutyCredential(text: string): PagerDutyCredential {
  return parseCredential(text, PagerDutyAppCredential, 'PagerDuty');
}

/** Tells whether the client secret may be sent to a URL: by HTTPS, or to this machine. */
function isProtected(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname)));
}
