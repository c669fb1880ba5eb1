import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { parseCredential, type TokenCredential } from '../../requests/parse-credential.ts';

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

/** Key of an App that may not be installed yet. */
export interface GitHubAppKey {
  readonly kind: 'github_app_key';
  readonly appId: number;
  readonly privateKey: string;
}

export function parseGitHubCredential(text: string): GitHubCredential {
  return parseCredential(text, GitHubAppCredential, 'GitHub');
}

/** Tells whether a text is an RSA key in PEM format, as GitHub issues them. */
function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
