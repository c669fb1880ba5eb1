import { startTestServer, type TestServer } from '../testing.ts';
import { createPagerDutySource } from './source.ts';

export const token = 'u+canary-key-0123456789';
export const now = (): number => Date.parse('2024-06-01T00:00:00Z');

/** Starts a test server, which the caller has to close, and creates a source that reads from it. */
export async function startPagerDutyTestSource(
  answer: Parameters<typeof startTestServer>[0],
): Promise<{ server: TestServer; source: ReturnType<typeof createPagerDutySource> }> {
  const server = await startTestServer(answer);
  const address = { account: 'acme', baseUrl: server.url, scope: { services: [] } };
  return { server, source: createPagerDutySource(address, token, { retryAfterMs: 1, now }) };
}
