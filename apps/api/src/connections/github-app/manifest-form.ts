import { randomBytes } from 'node:crypto';
import { githubAppManifest, githubWebUrl } from '@refrain/connectors';
import { isLoopback } from '@refrain/domain';
import type { Registration } from './registration.ts';

export interface ManifestForm {
  /** Origin of GitHub's web pages. */
  readonly web: string;
  /** GitHub page that creates an App from a manifest. */
  readonly action: string;
  readonly manifest: object;
  /** False if GitHub cannot reach this address: the App then has no webhook, and GitHub's API cannot add one later. */
  readonly hasWebhook: boolean;
}

/** Describes the form that is sent to GitHub. App names are unique across GitHub, so the name ends with a random part. */
export function describeManifestForm({ state, wanted }: Registration, publicUrl: string): ManifestForm {
  const { account, baseUrl, personal } = wanted;
  const web = githubWebUrl(baseUrl);
  const hasWebhook = isReachable(publicUrl, baseUrl);
  const path = personal ? '/settings/apps/new' : `/organizations/${account}/settings/apps/new`;
  return {
    web,
    hasWebhook,
    action: `${web}${path}?state=${state}`,
    manifest: githubAppManifest({
      name: `${`refrain-${account}`.slice(0, 27)}-${randomBytes(3).toString('hex')}`,
      publicUrl,
      // This is a placeholder: the webhook's real address has a secret part, and is set once the account is connected.
      webhookUrl: hasWebhook ? `${publicUrl}/webhooks/github` : null,
      redirectUrl: `${publicUrl}/connect/github/${state}/created`,
      setupUrl: `${publicUrl}/connect/github/installed`,
    }),
  };
}

/** Returns whether GitHub can deliver webhooks here. It cannot reach a loopback address, unless it runs on this machine too. */
function isReachable(publicUrl: string, baseUrl: string): boolean {
  const isLocal = (url: string) => isLoopback(new URL(url).hostname);
  return !isLocal(publicUrl) || isLocal(baseUrl);
}
