import { randomBytes } from 'node:crypto';
import { createGitHubAppManifest, findGitHubWebUrl } from '@refrain/connectors';
import { isLoopbackHost } from '@refrain/domain';
import type { AppSetup } from './app-setup.ts';

export interface ManifestForm {
  /** The origin of GitHub's web pages. */
  readonly web: string;
  /** The URL of the GitHub page that creates an App from a manifest. */
  readonly action: string;
  readonly manifest: object;
  /** Whether GitHub can reach the public URL. If not, the App gets no webhook, and GitHub's API cannot add one later. */
  readonly hasWebhook: boolean;
}

/** Returns the form that creates a GitHub App. Names of Apps are unique on GitHub, so the name has a random suffix. */
export function createManifestForm({ state, wanted }: AppSetup, publicUrl: string): ManifestForm {
  const { account, baseUrl, personal } = wanted;
  const web = findGitHubWebUrl(baseUrl);
  const hasWebhook = isReachable(publicUrl, baseUrl);
  const path = personal ? '/settings/apps/new' : `/organizations/${account}/settings/apps/new`;
  return {
    web,
    hasWebhook,
    action: `${web}${path}?state=${state}`,
    manifest: createGitHubAppManifest({
      name: `${`refrain-${account}`.slice(0, 27)}-${randomBytes(3).toString('hex')}`,
      publicUrl,
      // A placeholder: the real URL of the webhook has a secret part and is set when the account is connected.
      webhookUrl: hasWebhook ? `${publicUrl}/webhooks/github` : null,
      redirectUrl: `${publicUrl}/connect/github/${state}/created`,
      setupUrl: `${publicUrl}/connect/github/installed`,
    }),
  };
}

/**
 * Returns whether GitHub can reach the public URL. A GitHub server can reach a loopback address only if the server runs on this
 * machine.
 */
function isReachable(publicUrl: string, baseUrl: string): boolean {
  const isLocal = (url: string) => isLoopbackHost(new URL(url).hostname);
  return !isLocal(publicUrl) || isLocal(baseUrl);
}
