import { type Addresses, repositoryApiUrl } from './addresses.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredHook } from './written.ts';

export function formatHook(
  addresses: Addresses,
  organisation: string,
  repository: RepositoryState | null,
  hook: StoredHook,
) {
  const base = repository ? repositoryApiUrl(addresses, repository) : `${addresses.api}/orgs/${organisation}`;
  const url = `${base}/hooks/${hook.id}`;
  return {
    type: repository ? 'Repository' : 'Organization',
    id: hook.id,
    name: 'web',
    active: hook.active,
    events: hook.events,
    config: formatHookConfig(hook),
    created_at: hook.createdAt,
    updated_at: hook.updatedAt ?? hook.createdAt,
    url,
    ping_url: `${url}/pings`,
    deliveries_url: `${url}/deliveries`,
    ...(repository ? { test_url: `${url}/tests`, last_response: { code: null, status: 'unused', message: null } } : {}),
  };
}

export function formatHookConfig(hook: StoredHook) {
  return {
    ...(hook.url === '' ? {} : { url: hook.url }),
    content_type: hook.contentType,
    insecure_ssl: '0',
    ...(hook.secret === null ? {} : { secret: '********' }),
  };
}
