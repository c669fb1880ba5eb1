import type { ConnectionHealth } from '@refrain/domain';
import { z } from 'zod';
import { readResponseTime } from '../../requests/read-response-time.ts';
import type { GitHubClient, GitHubResponse } from '../client/client.ts';
import { verifyApp } from './verify-app.ts';
import { verifyToken } from './verify-token.ts';

/** Verifies a credential, and returns the account, visible repositories, missing permissions and request budget. */
export async function verifyGitHub(
  client: GitHubClient,
  account: string,
  signal: AbortSignal,
): Promise<ConnectionHealth> {
  const { urgent } = client;
  const found =
    urgent.identity.kind === 'github_app'
      ? await verifyApp(urgent, urgent.identity.installationId, signal)
      : await verifyToken(urgent, account, signal);
  const rate = await urgent.requestIfAny(
    { url: '/rate_limit', what: 'the rate limit' },
    [403, 404],
    z.unknown(),
    signal,
  );
  return { ...found, budget: rate && budgetOf(rate), respondedAt: rate && readResponseTime(rate.headers) };
}

const RateLimit = z.object({
  resources: z.object({ core: z.object({ limit: z.number(), remaining: z.number(), reset: z.number() }) }),
});

/** Returns the request budget; null if the server has no rate limits. */
function budgetOf(answer: GitHubResponse<unknown>): ConnectionHealth['budget'] {
  const parsed = RateLimit.safeParse(answer.data);
  if (!parsed.success) return null;
  const { limit, remaining, reset } = parsed.data.resources.core;
  return { limit, remaining, resetsAt: new Date(reset * 1_000).toISOString() };
}
