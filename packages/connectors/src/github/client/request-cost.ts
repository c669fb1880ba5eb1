import { throttling } from '@octokit/plugin-throttling';
import type { RequestCost } from '@refrain/domain';

/**
 * Returns what a request costs; null for the exchange of an App's key for a token, which has a separate limit. Octokit
 * lists the paths that notify people.
 * @param path below the API's root
 */
export function costOf(method: string, path: string): RequestCost | null {
  if (/^\/app\/installations\/[^/]+\/access_tokens$/u.test(path)) return null;
  if (method === 'GET' || method === 'HEAD') return path.startsWith('/search/') ? 'search' : 'read';
  return method === 'POST' && throttling.triggersNotification(path) ? 'content' : 'write';
}
