import { randomBytes } from 'node:crypto';
import { githubAppManifest, githubWebUrl } from '@refrain/connectors';
import { isLoopback } from '@refrain/domain';
import type { Registration } from './registration.ts';

export interface ManifestForm {
  /** Origin of GitHub's pages. */
  readonly web: string;
  /** Where on GitHub an App is made from a manifest. */
  readonly action: string;
  readonly manifest: object;
  /** False where GitHub cannot reach this address: the App is then made without one, and GitHub lets nobody add it later by its API. */
  readonly hasWebhook: boolean;
}

/** What is sent to GitHub. The name is unique on all of GitHub, where an account may have made one before. */
export function describeManifestForm({ state, wanted }: Registration, publicUrl: string): ManifestForm {
  const { account, baseUrl, personal } = wanted;
  const web = githubWebUrl(baseUrl);
  const hasWebhook = isReachable(publicUrl, baseUrl);
  const place = personal ? '/settings/apps/new' : `/organizations/${account}/settings/apps/new`;
  return {
    web,
    hasWebhook,
    action: `${web}${place}?state=${state}`,
    manifest: githubAppManifest({
      name: `${`refrain-${account}`.slice(0, 27)}-${randomBytes(3).toString('hex')}`,
      publicUrl,
      // The webhook's own address has a part that nobody can guess, and is set as soon as the account is connected.
      webhookUrl: hasWebhook ? `${publicUrl}/webhooks/github` : null,
      redirectUrl: `${publicUrl}/connect/github/${state}/created`,
      setupUrl: `${publicUrl}/connect/github/installed`,
    }),
  };
}

/** GitHub takes no webhook to an address that only this machine knows, unless it runs on this machine itself. */
function isReachable(publicUrl: string, baseUrl: string): boolean {
  const isLocal = (url: string) => isLoopback(new URL(url).hostname);
  return !isLocal(publicUrl) || isLocal(baseUrl);
}
