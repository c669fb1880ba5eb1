import { type EmulatorUrls, repositoryApiUrl } from './emulator-urls.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredWebhook } from './written-github-data.ts';

export function formatWebhook(
  addresses: EmulatorUrls,
  organisation: string,
  repository: RepositoryState | null,
  hook: StoredWebhook,
) {
  const base = repository ? repositoryApiUrl(addresses, repository) : `${addresses.api}/orgs/${organisation}`;
  const url = `${base}/hooks/${hook.id}`;
  return {
    type: repository ? 'Repository' : 'Organization',
    id: hook.id,
    name: 'web',
    active: hook.active,
    events: hook.events,
    config: formatWebhookConfig(hook),
    created_at: hook.createdAt,
    updated_at: hook.updatedAt ?? hook.createdAt,
    url,
    ping_url: `${url}/pings`,
    deliveries_url: `${url}/deliveries`,
    ...(repository ? { test_url: `${url}/tests`, last_response: { code: null, status: 'unused', message: null } } : {}),
  };
}

export function formatWebhookConfig(hook: StoredWebhook) {
  return {
    ...(hook.url === '' ? {} : { url: hook.url }),
    content_type: hook.contentType,
    insecure_ssl: '0',
    ...(hook.secret === null ? {} : { secret: '********' }),
  };
}
