import { createPrivateKey } from 'node:crypto';
import { AppError, isLoopback } from '@refrain/domain';
import { z } from 'zod';

export interface TokenCredential {
  readonly kind: 'token';
  readonly token: string;
}

const GitHubAppCredential = z.object({
  kind: z.literal('github_app'),
  appId: z.number().int().positive(),
  privateKey: z.string().refine(isPrivateKey),
  installationId: z.number().int().positive(),
  clientId: z.string().optional(),
  slug: z.string().optional(),
});
export type GitHubAppCredential = z.output<typeof GitHubAppCredential>;
export type GitHubCredential = TokenCredential | GitHubAppCredential;

/** An App by its key alone: what is asked before it is known where it is installed. */
export interface GitHubAppKey {
  readonly kind: 'github_app_key';
  readonly appId: number;
  readonly privateKey: string;
}

const PagerDutyAppCredential = z.object({
  kind: z.literal('pagerduty_app'),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  subdomain: z.string().regex(/^[a-z\d-]{1,100}$/u),
  region: z.enum(['us', 'eu']),
  /** Where tokens are given out; PagerDuty's own address unless told. */
  identityUrl: z.string().refine(isGuarded).default('https://identity.pagerduty.com'),
});
export type PagerDutyAppCredential = z.output<typeof PagerDutyAppCredential>;
export type PagerDutyCredential = TokenCredential | PagerDutyAppCredential;

/** @throws {AppError} `invalid_input`; the message names the field and repeats no value */
export function parseGitHubCredential(text: string): GitHubCredential {
  return parseCredential(text, GitHubAppCredential, 'GitHub');
}

/** @throws {AppError} `invalid_input`; the message names the field and repeats no value */
export function parsePagerDutyCredential(text: string): PagerDutyCredential {
  return parseCredential(text, PagerDutyAppCredential, 'PagerDuty');
}

/** Text that begins with `{` is an app's; all other is a token, which may have been pasted with blanks around it. */
function parseCredential<T>(text: string, app: z.ZodType<T>, provider: string): TokenCredential | T {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return { kind: 'token', token: trimmed };
  const parsed = app.safeParse(parseJson(trimmed));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.map(String).join('.') || 'its form');
  throw new AppError(
    'invalid_input',
    `The credential of the ${provider} app cannot be used (${[...new Set(fields)].join(', ')}): register the app again`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The client's secret goes there. */
function isGuarded(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)));
}

/** GitHub hands keys out as PKCS#1 PEM. */
function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
