import { createHmac } from 'node:crypto';
import { createProviderSource, providers } from '@refrain/connectors';
import { defineFailureSourceTests } from '@refrain/connectors/source-contract';
import { defaultConnectionScope } from '@refrain/domain';
import { startPagerDutyEmulator } from '@refrain/emulators';
import { generateOrganisation, people } from '@refrain/sample-org';

const size = { services: 3, repositories: 3, failures: 220, changes: 300, days: 200, until: '2026-10-31' };
const token = 'u+canary-0123456789';
const headers = { authorization: `Token token=${token}` };

defineFailureSourceTests(providers.get('pagerduty'), async () => {
  const { world } = generateOrganisation(7, size);
  const { pagerduty } = world;
  const changeEvents = Array.from({ length: 120 }, (_, index) => ({
    id: `CHANGE${index}`,
    summary: `Deployed release ${index}`,
    timestamp: new Date(Date.parse('2026-06-01T00:00:00Z') + index * 86_400_000).toISOString(),
    serviceIds: pagerduty.services.slice(0, 1).map(({ id }) => id),
    source: 'pipeline',
    links: [{ href: `https://github.com/acme/shop/pull/${index + 1}`, text: 'The change' }],
    details: { environment: 'production', result: index % 5 === 0 ? 'failed' : 'passed' },
  }));
  const emulator = await startPagerDutyEmulator({ world: { ...pagerduty, changeEvents }, token, limits: 'off' });
  const address = {
    provider: 'pagerduty',
    account: 'acme',
    baseUrl: emulator.url,
    scope: defaultConnectionScope,
  } as const;
  return {
    open: () => createProviderSource(address, token, { retryAfterMs: 1 }),
    scope: defaultConnectionScope,
    people: people.flatMap(({ name, email }) => [name, email]),
    secrets: [token],
    now: '2026-11-01T00:00:00.000Z',
    revoke: () => emulator.revokeCredentials(),
    sign: (body, secret) => ({
      headers: { 'x-pagerduty-signature': `v1=${createHmac('sha256', secret).update(body).digest('hex')}` },
      body: Buffer.from(body),
    }),
    async countWebhooks(url) {
      const answer = await fetch(`${emulator.url}/webhook_subscriptions?limit=100`, { headers });
      const { webhook_subscriptions: all } = (await answer.json()) as {
        webhook_subscriptions: { delivery_method: { url: string } }[];
      };
      return all.filter(({ delivery_method }) => delivery_method.url === url).length;
    },
    close: emulator.close,
  };
});
