import { throttling } from '@octokit/plugin-throttling';
import type { RequestClass } from '@refrain/domain';

/**
 * Returns the rate limit class of a request; null for requesting an App's installation token, which is limited
 * separately.
 * @param path path relative to the API root
 */
export function findRequestCost(method: string, path: string): RequestClass | null {
  if (/^\/app\/installations\/[^/]+\/access_tokens$/u.test(path)) return null;
  if (method === 'GET' || method === 'HEAD') return path.startsWith('/search/') ? 'search' : 'read';
  return method === 'POST' && throttling.triggersNotification(path) ? 'content' : 'write';
}
