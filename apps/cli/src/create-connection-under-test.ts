import { type Connection, defaultConnectionScope } from '@refrain/domain';

export function createConnectionUnderTest(fields: Partial<Connection> = {}): Connection {
  return {
    id: 'c1',
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    scope: defaultConnectionScope,
    status: 'active',
    statusReason: null,
    webhook: createWebhookUnderTest('active'),
    createdAt: '2026-01-01T00:00:00.000Z',
    ...fields,
  };
}

export function createWebhookUnderTest(
  state: Connection['webhook']['state'],
  problem: string | null = null,
): Connection['webhook'] {
  return { state, problem, checkedAt: '2026-01-02T00:00:00.000Z', deliveredAt: null };
}
