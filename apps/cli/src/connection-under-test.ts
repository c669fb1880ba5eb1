import { type Connection, defaultScope } from '@refrain/domain';

export function connectionUnderTest(fields: Partial<Connection> = {}): Connection {
  return {
    id: 'c1',
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    scope: defaultScope,
    status: 'active',
    statusReason: null,
    webhook: webhookUnderTest('active'),
    createdAt: '2026-01-01T00:00:00.000Z',
    ...fields,
  };
}

export function webhookUnderTest(
  state: Connection['webhook']['state'],
  problem: string | null = null,
): Connection['webhook'] {
  return { state, problem, checkedAt: '2026-01-02T00:00:00.000Z', deliveredAt: null };
}
