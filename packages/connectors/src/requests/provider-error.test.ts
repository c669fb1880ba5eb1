import { defaultConnectionScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createProviderSource } from '../registry/create-provider-access.ts';
import { captureAppError, startTestServer } from '../testing.ts';

test('distinguishes a provider that times out from a request that the caller aborts', async () => {
  const { url } = await startTestServer(() => 'hang');
  const address = { provider: 'pagerduty', account: 'acme', baseUrl: url, scope: defaultConnectionScope } as const;
  const source = createProviderSource(address, 'a-token');
  const late = await captureAppError(() => source.verify(AbortSignal.timeout(50)));
  expect(late.message).toBe(
    `PagerDuty at ${url} did not return the services in time: check the address and the network, or try again later`,
  );
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  const stopped = await captureAppError(() => source.verify(stop.signal));
  expect(stopped.message).toBe('The request to PagerDuty for the services was stopped: try again');
});
